import type { Failure } from '../../contract/failures.ts';
import type { LotInUse } from '../../contract/views/vials.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay } from './patients.ts';
import { loadSession } from './sessionSteps.ts';
import { PREPARED_IN } from './vialScanning.ts';

/** A box of vials is long used up: what nobody took for so long is not in use. */
const IN_USE_MILLISECONDS = 90 * 24 * 3_600_000;
/** More are not looked through with a vial in the hand. */
const MOST_LOTS = 8;

/**
 * Lots of the ordered product that were taken here lately and are not expired, soonest expiry first. Refused while the
 * entries are blind, when they would say which product was ordered. Source: UX 3.20, P8.
 */
export function lotsInUse(record: OpenRecord, id: string): Result<{ readonly lots: LotInUse[] }, Failure> {
  const session = loadSession(record, id)?.session;
  if (!session) return err({ kind: 'notFound', what: 'session' });
  const product = session.authorised?.rules.product.id;
  if (!product || !PREPARED_IN.includes(session.state))
    return err({ kind: 'notInThisState', state: session.state });
  const now = record.clock.now();
  const lots = record.tables.lotsInUse({
    product,
    goodIn: calendarDay(now, record.clock.zone()).slice(0, 'YYYY-MM'.length),
    takenSince: now - IN_USE_MILLISECONDS,
    limit: MOST_LOTS,
  });
  return ok({ lots: [...lots] });
}

import type { Failure } from '../../contract/failures.ts';
import type { ReadVial } from '../../contract/views/vials.ts';
import { gtin14, readVialScan } from '../../core/library/vialScan.ts';
import { textInAmount } from '../../core/quantity/shownAmount.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { takeScannedVial } from '../../core/session/decisions/takeScannedVial.ts';
import type { VialTaken } from '../../core/session/events.ts';
import type { SessionState } from '../../core/session/session.ts';
import { sessionAmount } from '../../core/session/sessionAmount.ts';
import { patientNow } from './matchUpkeep.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay } from './patients.ts';
import { type LoadedSession, loadSession, type Step, takeStep } from './sessionSteps.ts';

/** Where a vial is taken: not while the entries are blind, when a refusal would say which product was ordered. */
export const PREPARED_IN: readonly SessionState[] = ['MATCHED', 'RUNNING', 'PAUSED'];

/** What a scan says of the vial in the hand, before anything is recorded: refused when it is not the one ordered. */
export function readVial(record: OpenRecord, id: string, code: string): Result<ReadVial, Failure> {
  const loaded = ofSession(record, id);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  const { session, library, today } = loaded;
  if (!PREPARED_IN.includes(session.state)) return err({ kind: 'notInThisState', state: session.state });
  const scan = readVialScan(code, today);
  if (!scan.ok) return scan;
  const found = library.drugs
    .flatMap(({ displayName, products }) => products.map((product) => ({ displayName, product })))
    .find(({ product }) => product.barcode !== undefined && gtin14(product.barcode) === scan.value.gtin);
  if (!found) return err({ kind: 'scanUnknown', code: scan.value.gtin });
  const { displayName: drug, product } = found;
  if (product.id !== session.authorised?.rules.product.id) {
    const { strength, vialVolume } = product;
    const shown = textInAmount(strength, sessionAmount(session));
    return err({ kind: 'otherVialScanned', drug, strength: shown, vialVolume });
  }
  const { label } = scan.value;
  if (label && label.expiry < today.slice(0, 7)) return err({ kind: 'lotExpired', ...label });
  return ok({ product: product.id, label });
}

/** Step 1 with the code that was scanned. */
export function scannedVialTaken(
  record: OpenRecord,
  step: Step,
  vial: VialTaken,
  code: string,
): Result<LoadedSession, Failure> {
  const loaded = ofSession(record, step.session);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  const { library, today } = loaded;
  const scan = readVialScan(code, today);
  if (!scan.ok) return scan;
  return takeStep(record, step, (session, deciding) => {
    const context = { library, today, patient: patientNow(record, session) };
    return takeScannedVial(session, vial, { scan: scan.value, code }, context, deciding);
  });
}

/** A session with the library it was ordered by, and the day. */
function ofSession(record: OpenRecord, id: string) {
  const session = loadSession(record, id)?.session;
  const library = session && record.library.byHash(session.library.hash)?.library;
  return library && { session, library, today: calendarDay(record.clock.now(), record.clock.zone()) };
}

import type { Failure } from '../../contract/failures.ts';
import type { LimitsReport, PassedLimit } from '../../contract/views/limits.ts';
import type { Protocol } from '../../core/library/library.ts';
import { overrideRate } from '../../core/library/overrideRate.ts';
import { softLimits } from '../../core/library/softLimits.ts';
import { quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { compare } from '../../core/quantity/rational.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { BLIND_STATES } from '../../core/session/session.ts';
import type { LimitTally } from '../projections/limitTables.ts';
import { tallyId } from '../projections/projectOrder.ts';
import { personOf } from '../views/peopleViews.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadSession } from './sessionSteps.ts';

/** Reasons shown for one limit. */
const MOST_REASONS = 20;

/**
 * How often the soft limits of the published library are passed in signed orders, and why. An order whose entries are
 * still blind is left out of every count: whoever reads this may make one of them. Source: H17; UX 0.2, 2.4 and 3.7.
 */
export function limitsReport(record: OpenRecord): Result<LimitsReport, Failure> {
  const published = record.library.current();
  if (!published) return err({ kind: 'noLibrary' });
  const closed = blindOrders(record);
  return ok({
    library: published.library.version,
    protocols: published.library.protocols.map((protocol) => ({
      id: protocol.id,
      title: protocol.title,
      signed: record.tables.ordersSigned(protocol.id) - closed.filter(({ id }) => id === protocol.id).length,
      limits: passedLimits(record, protocol, closed),
    })),
  });
}

/** An order nobody but its author may see a number of. */
type BlindOrder = {
  /** Of the protocol. */
  readonly id: string;
  readonly session: string;
  readonly signedAt: number;
  readonly held: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
};

function blindOrders(record: OpenRecord): readonly BlindOrder[] {
  return record.tables.sessionsInStates(BLIND_STATES).flatMap((row) => {
    const order = loadSession(record, row.id)?.session.authorised;
    if (!order) return [];
    const { protocol } = order.rules;
    const tallies = (limits: Parameters<typeof tallyId>[1][]) =>
      new Set(limits.map((limit) => tallyId(protocol.id, limit)));
    return [
      {
        id: protocol.id,
        session: row.id,
        signedAt: order.happenedAt,
        held: tallies([...softLimits(protocol)]),
        passed: tallies([...order.breaches]),
      },
    ];
  });
}

function passedLimits(record: OpenRecord, protocol: Protocol, closed: readonly BlindOrder[]): PassedLimit[] {
  const tallies = new Map(record.tables.limitTallies(protocol.id).map((tally) => [tally.id, tally]));
  return softLimits(protocol)
    .flatMap((limit): PassedLimit[] => {
      const tally = openTally(tallies.get(tallyId(protocol.id, limit)), closed);
      if (!tally || tally.passed === 0) return [];
      const { signed, passed } = tally;
      const rate = quantityText(overrideRate(passed, signed));
      return [{ ...limit, signed, passed, rate, reasons: reasonsOf(record, tally.id, closed) }];
    })
    .toSorted((left, right) =>
      compare(readQuantity(right.rate, '%').value, readQuantity(left.rate, '%').value),
    );
}

/** The counts without the orders that are still blind. */
function openTally(tally: LimitTally | undefined, closed: readonly BlindOrder[]): LimitTally | undefined {
  if (!tally) return undefined;
  const { id } = tally;
  return {
    id,
    signed: tally.signed - closed.filter(({ held }) => held.has(id)).length,
    passed: tally.passed - closed.filter(({ passed }) => passed.has(id)).length,
  };
}

function reasonsOf(record: OpenRecord, tally: string, closed: readonly BlindOrder[]): PassedLimit['reasons'] {
  const person = personOf(record);
  const isClosed = (session: string, at: number) =>
    closed.some((order) => order.session === session && order.signedAt === at);
  return record.tables
    .limitReasons(tally, MOST_REASONS + closed.length)
    .filter(({ session, signed_at }) => !isClosed(session, signed_at))
    .slice(0, MOST_REASONS)
    .map(({ signed_at, prescriber, reason }) => ({ signedAt: signed_at, by: person(prescriber), reason }));
}

import type { QuantityText } from '../quantity/quantity.ts';
import type { InfusionRun } from './delivered.ts';
import type { Done, Session } from './session.ts';

type Moment = Pick<Done, 'at' | 'happenedAt' | 'recordedAt'>;

/** A session whose pump runs at another rate from a moment on; 0 mL/h stands still. */
export function atRate(session: Session, moment: Moment, rate: QuantityText<'mL/h'>): Session {
  const { run } = session;
  if (run === null) return session;
  const stretches = withStretch(run.stretches, { from: inRun(run, moment), rate });
  return { ...session, run: { ...run, stretches } };
}

/**
 * A moment of the run, never before its start. Where even the moment of recording lies before the last change, a clock
 * was set back between two starts of the machine: log order is then all there is, and it counts from that change.
 */
export function inRun({ stretches }: InfusionRun, { at, happenedAt, recordedAt }: Moment): number {
  const changes = stretches.map(({ from }) => from);
  const [first, last] = [Math.min(...changes), Math.max(...changes)];
  const recorded = at + (recordedAt - happenedAt);
  return recorded < last ? last : Math.max(at, first);
}

/** Stretches by effective time, ties by log order: a late entry takes effect from when it is said to have been. */
function withStretch(
  stretches: InfusionRun['stretches'],
  stretch: InfusionRun['stretches'][number],
): InfusionRun['stretches'] {
  return [...stretches, stretch].toSorted((left, right) => left.from - right.from);
}

import type { SessionSummaryData } from '../../contract/views/documents.ts';
import { minus, quantity, quantityText, readQuantity, wholeQuantity } from '../../core/quantity/quantity.ts';
import { divide, multiply, rational } from '../../core/quantity/rational.ts';
import { textInAmount } from '../../core/quantity/shownAmount.ts';
import { countedOf } from '../../core/session/countedSession.ts';
import {
  doseIn,
  dosePerKilogram,
  givenVolume,
  infusingTime,
  ranUntil,
} from '../../core/session/delivered.ts';
import { effectiveNow } from '../../core/session/effectiveTime.ts';
import { dosedWeight } from '../../core/session/nurseRange.ts';
import { givenAmount } from '../../core/session/reconciliation.ts';
import type { Session } from '../../core/session/session.ts';
import { amountText, sessionAmount } from '../../core/session/sessionAmount.ts';
import type { Clock } from '../clock.ts';

const HUNDRED = rational(100n);

/** What was given, and the integral stretch by stretch. Undefined before the match. */
export function deliveredView(session: Session, clock: Clock): SessionSummaryData['delivered'] | undefined {
  const { match, run } = session;
  const concentration = session.preparation.witnessed?.concentration ?? match?.sum.concentration;
  if (!match || !concentration) return undefined;
  const strength = readQuantity(concentration, 'mg/mL');
  const now = nowOf(session, clock);
  const integral = run ? givenVolume(run, now) : wholeQuantity(0n, 'mL');
  const isKnown = session.finalReading !== null || countedOf(session) !== undefined;
  const dose = isKnown ? givenAmount(session) : doseIn(integral, strength);
  const weight = readQuantity(dosedWeight(session), 'kg');
  const { sum } = match;
  const ordered = readQuantity('staged' in sum && sum.staged ? sum.staged.dose : sum.dose, 'mg');
  return {
    dose: amountText(session, dose),
    dosePerKg: textInAmount(quantityText(dosePerKilogram(dose, weight)), sessionAmount(session)),
    volume: quantityText(quantity(divide(dose.value, strength.value), 'mL')),
    percent: quantityText(quantity(multiply(divide(dose.value, ordered.value), HUNDRED), '%')),
    stretches: run ? stretchesView(run, now) : [],
  };
}

function stretchesView(
  run: NonNullable<Session['run']>,
  now: number,
): SessionSummaryData['delivered']['stretches'] {
  const end = Math.min(now, run.endedAt ?? now);
  return run.stretches.flatMap((stretch, index) => {
    const { from, rate } = stretch;
    const until = Math.max(from, Math.min(end, run.stretches[index + 1]?.from ?? end));
    const over = ranUntil(run, stretch, until);
    const volume = minus(givenVolume(run, until), givenVolume(run, from));
    const ran = {
      from: Math.round(from),
      milliseconds: Math.round(over - from),
      rate,
      volume: quantityText(volume),
    };
    // From the end of a stage to the next one the pump stands still.
    const stood = {
      from: Math.round(over),
      milliseconds: Math.round(until - over),
      stageOver: true,
    } as const;
    return over < until ? [ran, { ...stood, rate: '0 mL/h', volume: '0 mL' } as const] : [ran];
  });
}

/** The times of a session in the head of its summary. Undefined before the match. */
export function timesView(session: Session, clock: Clock): SessionSummaryData['times'] | undefined {
  if (!session.match) return undefined;
  const now = nowOf(session, clock);
  const { started, ended, discharged, run } = session;
  const total = started ? (ended?.at ?? now) - started.at : null;
  const infusing = run ? infusingTime(run, now) : (total ?? 0) - pausedTime(session, now);
  return {
    start: started?.happenedAt ?? null,
    end: ended?.happenedAt ?? null,
    totalMilliseconds: total,
    infusingMilliseconds: infusing,
    pausedMilliseconds: total === null ? 0 : Math.max(0, total - infusing),
    observedMilliseconds: ended ? (discharged?.at ?? now) - ended.at : null,
    discharged: discharged?.happenedAt ?? null,
  };
}

/** Milliseconds in which no counted dose could be given. */
function pausedTime({ pauses, ended }: Session, now: number): number {
  return pauses.reduce((sum, { began, resumed }) => sum + ((resumed ?? ended)?.at ?? now) - began.at, 0);
}

function nowOf(session: Session, clock: Clock): number {
  return effectiveNow(session.anchor, { now: clock.now(), counter: clock.counter(), boot: clock.boot });
}

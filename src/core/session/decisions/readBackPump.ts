import { compareQuantities, type Quantity, quantityText, readQuantity } from '../../quantity/quantity.ts';
import type { PumpField, SessionEvent, Weighing } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CHECKERS } from '../roles.ts';
import { baselineVitals, type Session } from '../session.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  secondPersonRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { weightChangedRefusal } from './weightChangedRefusal.ts';

/** Oldest baseline a session may start on. Source: UX 2.3 T8. */
export const BASELINE_MAX_AGE_MINUTES = 15;
const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * T8: a person who did not program the pump types what it shows. A reading that differs from the matched plan is
 * recorded and named by field only; the expected value is never shown. `deciding.second` reads.
 */
export function readBackPump(
  session: Session,
  command: {
    readonly pump: string;
    readonly programmedBy: string;
    readonly rate: Quantity<'mL/h'>;
    readonly volumeLimit: Quantity<'mL'>;
    /** The patient's newest measured weighing. */
    readonly weighing: Weighing | null;
  },
  deciding: Deciding,
): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['PREPARED', 'READY'], deciding.actor, CHECKERS) ??
    weightChangedRefusal(session, command.weighing);
  if (wrong) return refused(wrong);
  if (!session.match) return refused({ kind: 'notInThisState', state: session.state });
  if (!session.preparation.labelChecked) return refused({ kind: 'labelNotChecked' });
  if (command.pump.trim() === '') return refused({ kind: 'textMissing', field: 'pump' });
  const reader = secondPersonRefusal(deciding, []);
  if (reader) return refused(reader);
  if (deciding.second?.id === command.programmedBy) return refused({ kind: 'readerProgrammedPump' });
  const { sum } = session.match;
  const fields: PumpField[] = [];
  if (compareQuantities(command.rate, readQuantity(sum.rate, 'mL/h')) !== 0) fields.push('rate');
  if (compareQuantities(command.volumeLimit, readQuantity(sum.volumeToGive, 'mL')) !== 0)
    fields.push('volumeLimit');
  const reading = {
    pump: command.pump.trim(),
    programmedBy: command.programmedBy,
    rate: quantityText(command.rate),
    volumeLimit: quantityText(command.volumeLimit),
  };
  if (fields.length > 0) return decided(fact('PumpReadBackDisagreed', { ...reading, fields }));
  return decided(fact('PumpReadBackAgreed', reading), ...readyFacts(session, { readBack: true }, deciding));
}

/** READY follows by itself as soon as label, baseline and read-back are all there. */
export function readyFacts(
  session: Session,
  news: {
    readonly readBack?: boolean;
    readonly baseline?: { readonly at: number; readonly systolic: number | null } | null;
  },
  deciding: Deciding,
): readonly SessionEvent[] {
  if (session.state !== 'PREPARED') return [];
  const readBack = news.readBack === true || session.readBack !== null;
  const known = baselineVitals(session);
  const isNewer = news.baseline?.systolic && (known === undefined || news.baseline.at >= known.at);
  const baseline = isNewer && news.baseline ? news.baseline : known;
  const fresh = baseline !== undefined && baselineRefusal(baseline.at, deciding.at) === undefined;
  return readBack && fresh && session.preparation.labelChecked ? [fact('SessionReady', {})] : [];
}

/** The baseline's age rule, for the start as for READY. */
export function baselineRefusal(baselineAt: number | undefined, at: number): SessionRefusal | undefined {
  if (baselineAt === undefined) return { kind: 'baselineMissing' };
  const minutes = Math.floor((at - baselineAt) / MILLISECONDS_PER_MINUTE);
  const tooOld = at - baselineAt > BASELINE_MAX_AGE_MINUTES * MILLISECONDS_PER_MINUTE;
  return tooOld ? { kind: 'baselineTooOld', minutes, allowedMinutes: BASELINE_MAX_AGE_MINUTES } : undefined;
}

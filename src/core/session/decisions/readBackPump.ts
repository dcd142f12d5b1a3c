import { compareQuantities, type Quantity, quantityText, readQuantity } from '../../quantity/quantity.ts';
import { checklistItems, checkStanding, isOutsideEntryLimits } from '../checklist.ts';
import { countedOf, pumpedOf } from '../countedSession.ts';
import type { CheckAnswer, PumpField, SessionEvent, Vitals } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { type Actor, CHECKERS } from '../roles.ts';
import { baselineVitals, type Session } from '../session.ts';
import { firstSetting, type PumpSet } from '../stages.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  secondPersonRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { matchEnds, type PatientNow } from './voidMatch.ts';
import { wayRefusal } from './wayOfGiving.ts';

/** Oldest baseline a session may start on. Source: UX 2.3 T8. */
export const BASELINE_MAX_AGE_MINUTES = 15;
/** After so many refusals both look at the pump together. Source: UX 2.3 T8. */
export const REFUSALS_BEFORE_TOGETHER = 2;
const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * T8: a person who did not program the pump types what it shows. A reading that differs from the matched plan (of its first stage) is
 * recorded and named by field only; the expected value is never shown. `deciding.second` reads.
 */
export function readBackPump(
  session: Session,
  command: {
    readonly pump: string;
    readonly programmedBy: string;
    readonly rate: Quantity<'mL/h'>;
    readonly volumeLimit: Quantity<'mL'>;
    /** After two refusals: what the person who programmed the pump reads too, proved by an own secret. */
    readonly together: {
      readonly programmer: Actor;
      readonly rate: Quantity<'mL/h'>;
      readonly volumeLimit: Quantity<'mL'>;
    } | null;
    readonly patient: PatientNow;
  },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['PREPARED', 'READY'], deciding.actor, CHECKERS);
  if (wrong) return refused(wrong);
  const ends = matchEnds(session, command.patient, deciding.at);
  if (ends.length > 0) return decided(...ends);
  const match = pumpedOf(session)?.match;
  if (!match) return refused(wayRefusal(session, 'pump') ?? { kind: 'notInThisState', state: session.state });
  if (!session.preparation.labelChecked) return refused({ kind: 'labelNotChecked' });
  if (command.pump.trim() === '') return refused({ kind: 'textMissing', field: 'pump' });
  const reader = secondPersonRefusal(deciding, []);
  if (reader) return refused(reader);
  if (deciding.second?.id === command.programmedBy) return refused({ kind: 'readerProgrammedPump' });
  const { together } = command;
  const refusals = session.readBackRefusals;
  if (refusals >= REFUSALS_BEFORE_TOGETHER && !together) return refused({ kind: 'readTogether', refusals });
  if (together && together.programmer.id !== command.programmedBy)
    return refused({ kind: 'anotherPersonNeeded' });
  const fields = differingFields(firstSetting(match.sum), together ? [command, together] : [command]);
  const reading = {
    pump: command.pump.trim(),
    programmedBy: command.programmedBy,
    rate: quantityText(command.rate),
    volumeLimit: quantityText(command.volumeLimit),
  };
  const both = together
    ? [
        fact('PumpReadByProgrammer', {
          programmedBy: command.programmedBy,
          rate: quantityText(together.rate),
          volumeLimit: quantityText(together.volumeLimit),
        }),
      ]
    : [];
  if (fields.length > 0) return decided(fact('PumpReadBackDisagreed', { ...reading, fields }), ...both);
  const ready = readyFacts(session, { readBack: true }, deciding);
  return decided(fact('PumpReadBackAgreed', reading), ...both, ...ready);
}

type ReadFromPump = { readonly rate: Quantity<'mL/h'>; readonly volumeLimit: Quantity<'mL'> };

/** Fields in which any of the readings is not the matched value; nothing else opens the start. */
function differingFields(sum: PumpSet, readings: readonly ReadFromPump[]): readonly PumpField[] {
  const rate = readQuantity(sum.rate, 'mL/h');
  const volumeLimit = readQuantity(sum.volumeToGive, 'mL');
  const fields: PumpField[] = [];
  if (readings.some((reading) => compareQuantities(reading.rate, rate) !== 0)) fields.push('rate');
  if (readings.some((reading) => compareQuantities(reading.volumeLimit, volumeLimit) !== 0))
    fields.push('volumeLimit');
  return fields;
}

/** What a step is about to add, for the question whether the session is then ready. */
type News = {
  readonly readBack?: boolean;
  readonly labelChecked?: boolean;
  readonly baseline?: (Vitals & { readonly at: number }) | null;
  readonly baselineDecided?: boolean;
  readonly answered?: Readonly<Record<string, Answer>>;
};
type Answer = { readonly answer: CheckAnswer; readonly decision: unknown };

/** READY follows by itself as soon as label, checklist, baseline and, with a pump, its read-back are there. */
export function readyFacts(session: Session, news: News, deciding: Deciding): readonly SessionEvent[] {
  if (session.state !== 'PREPARED') return [];
  // Counted doses have no pump.
  const readBack = news.readBack === true || session.readBack !== null || countedOf(session) !== undefined;
  const labelChecked = news.labelChecked === true || session.preparation.labelChecked !== null;
  if (!readBack || !labelChecked) return [];
  const known = baselineVitals(session);
  const isNewer =
    news.baseline && news.baseline.systolic !== null && (known === undefined || news.baseline.at >= known.at);
  const baseline = isNewer && news.baseline ? news.baseline : known;
  // A decision is about the values it was made on.
  const isDecided = !isNewer && (news.baselineDecided === true || session.baselineDecision !== null);
  if (baselineRefusal(session, { baseline, isDecided }, deciding.at)) return [];
  const answers = { ...session.checklist, ...news.answered };
  const isComplete = checklistItems(session).every(
    (item) => checkStanding(item, answers[item.id], deciding.now) === 'holds',
  );
  return isComplete ? [fact('SessionReady', {})] : [];
}

/** The baseline's age and the protocol's entry limits, for the start as for READY. Source: UX 2.3 T8, 3.10. */
export function baselineRefusal(
  { authorised }: Session,
  {
    baseline,
    isDecided,
  }: {
    readonly baseline: (Vitals & { readonly at: number }) | undefined;
    readonly isDecided: boolean;
  },
  at: number,
): SessionRefusal | undefined {
  if (baseline === undefined) return { kind: 'baselineMissing' };
  const minutes = Math.floor((at - baseline.at) / MILLISECONDS_PER_MINUTE);
  const tooOld = at - baseline.at > BASELINE_MAX_AGE_MINUTES * MILLISECONDS_PER_MINUTE;
  if (tooOld) return { kind: 'baselineTooOld', minutes, allowedMinutes: BASELINE_MAX_AGE_MINUTES };
  const limits = authorised?.rules.protocol.entryLimits;
  if (isDecided || !isOutsideEntryLimits(baseline, limits)) return undefined;
  return { kind: 'baselineOutsideEntryLimits' };
}

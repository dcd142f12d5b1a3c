import type { StageText } from '../../dosing/planSumText.ts';
import { LIMITED_UNITS, type PumpedProtocol } from '../../library/library.ts';
import { valueBreaches } from '../../library/limits.ts';
import { type RateUnit, rateBandName } from '../../library/orderUnits.ts';
import {
  compareQuantities,
  convert,
  type Quantity,
  quantityText,
  readQuantity,
} from '../../quantity/quantity.ts';
import { isOnGrid } from '../../quantity/round.ts';
import { confirmedMeaning } from '../confirmedNumbers.ts';
import { pumpedOf } from '../countedSession.ts';
import { stageLeft } from '../delivered.ts';
import type { RateReason } from '../events.ts';
import { nurseRange } from '../nurseRange.ts';
import type { SessionRefusal } from '../refusals.ts';
import { hasRole } from '../roles.ts';
import type { Session } from '../session.ts';
import { runningStage } from '../stages.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  prescriberRefusal,
  refused,
  refusedForTheRecord,
  secondPersonRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { wayRefusal } from './wayOfGiving.ts';

/** The same rate again so soon is taken for the same press. Source: HAZARDS H48. */
const REPEAT_MILLISECONDS = 3_000;

/**
 * T10: a new rate. Within 50 to 100 % of the ordered rate by the nurse; outside it by the prescriber's own PIN
 * (`orderedBy`). The pump is read back after every change, a rise by another person.
 */
export function changeRate(
  session: Session,
  command: {
    readonly rate: Quantity<'mL/h'>;
    readonly readBack: Quantity<'mL/h'>;
    readonly reason: RateReason;
    readonly note: string | null;
    readonly prescriber: Deciding['actor'] | null;
  },
  deciding: Deciding,
): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING'], deciding.actor, ['nurse', 'prescriber']) ??
    wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  const from = session.run?.stretches.at(-1)?.rate ?? '0 mL/h';
  const { rate, prescriber } = command;
  const step = pumpedOf(session)?.authorised.rules.pump.rateStep ?? '0.1 mL/h';
  if (!isOnGrid(rate, readQuantity(step, 'mL/h'))) return refused({ kind: 'rateOffGrid', step });
  const same = stageOverRefusal(session, deciding.at) ?? sameRateRefusal(session, rate, deciding.at);
  if (same) return refused(same);
  const direction = compareQuantities(rate, readQuantity(from, 'mL/h'));
  const outside = rateRefusal(session, rate, prescriber ?? deciding.actor) ?? prescriberRefusal(prescriber);
  if (outside?.kind === 'rateOutsideHardLimit') return refusedForTheRecord(outside, rate);
  if (outside) return refused(outside);
  const isRead = direction > 0 || deciding.second !== null;
  const reader = isRead ? secondPersonRefusal(deciding, [deciding.actor.id]) : undefined;
  if (reader) return refused(reader);
  if (compareQuantities(command.readBack, rate) !== 0)
    return refusedForTheRecord({ kind: 'readBackDiffers', fields: ['rate'] }, command.readBack);
  if (command.reason === 'other' && !command.note?.trim())
    return refused({ kind: 'textMissing', field: 'note' });
  return decided(
    fact('RateChanged', {
      from,
      to: quantityText(rate),
      reason: command.reason,
      note: command.note?.trim() || null,
      orderedBy: prescriber?.id ?? null,
    }),
  );
}

/**
 * The rate that runs already is no change and is never recorded as one. Within 3 s of the change to it, it is asked
 * whether the same press was meant twice: that is what a doubled key or an impatient second try looks like.
 * Source: HAZARDS H48. Undefined for another rate.
 */
export function sameRateRefusal(
  { run, rateChanges }: Session,
  rate: Quantity<'mL/h'>,
  at: number,
): SessionRefusal | undefined {
  const runs = run?.stretches.at(-1)?.rate ?? '0 mL/h';
  if (compareQuantities(rate, readQuantity(runs, 'mL/h')) !== 0) return undefined;
  const last = rateChanges.at(-1);
  const isJustSet = last !== undefined && last.to === runs && at - last.at <= REPEAT_MILLISECONDS;
  return isJustSet ? { kind: 'rateJustSet', from: last.from, to: last.to } : { kind: 'rateUnchanged' };
}

/** Whether a person may set a rate: hard limits for everyone, the nurse's range without a prescriber. */
export function rateRefusal(
  session: Session,
  rate: Quantity<'mL/h'>,
  person: Deciding['actor'],
): SessionRefusal | undefined {
  const range = nurseRange(session);
  const protocol = pumpedOf(session)?.authorised.rules.protocol;
  if (!range || !protocol) return { kind: 'notInThisState', state: session.state };
  const means = confirmedMeaning(session, rate);
  if (!means.ok) return means.failure;
  const stage = runningStage(session)?.planned;
  const beyond =
    stage?.kind === 'loading' ? fasterThanLoading(stage, rate) : hardRefusal(protocol, means.value);
  if (beyond) return beyond;
  const inRange = compareQuantities(rate, range.lowest) >= 0 && compareQuantities(rate, range.highest) <= 0;
  if (inRange || hasRole(person, ['prescriber'])) return undefined;
  return {
    kind: 'rateNeedsPrescriber',
    rate: quantityText(rate),
    doseRate: quantityText(means.value),
    lowest: quantityText(range.lowestDose),
    highest: quantityText(range.highestDose),
  };
}

/** A loading dose is limited in its dose and its time, so its ordered rate is the highest there is. */
function fasterThanLoading({ rate: ordered }: StageText, rate: Quantity<'mL/h'>): SessionRefusal | undefined {
  const isFaster = compareQuantities(rate, readQuantity(ordered, 'mL/h')) > 0;
  return isFaster ? { kind: 'loadingRateAboveOrdered', ordered } : undefined;
}

function hardRefusal(protocol: PumpedProtocol, means: Quantity<RateUnit>): SessionRefusal | undefined {
  const band = rateBandName(protocol);
  const breaches = valueBreaches(band, protocol, convert(means, LIMITED_UNITS[band]));
  const hard = breaches.find(({ strength }) => strength === 'hard');
  return hard && { kind: 'rateOutsideHardLimit', breach: hard };
}

/** Once a stage has run in there is no rate to change: the next stage is begun, or the infusion is over. */
export function stageOverRefusal(session: Session, at: number): SessionRefusal | undefined {
  const { run } = session;
  const stage = runningStage(session);
  if (!run || !stage || stageLeft(run, at).value.numerator > 0n) return undefined;
  return { kind: 'stageOver', stage: stage.number };
}

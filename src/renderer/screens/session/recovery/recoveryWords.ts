import type { ClockTick } from '../../../../contract/views/app.ts';
import type { DoneView } from '../../../../contract/views/people.ts';
import type { EffectRow, RecoveryView, SessionView, VitalsRow } from '../../../../contract/views/session.ts';
import { formatNumberText, formatQuantity, formatQuantityText } from '../../../../core/quantity/format.ts';
import { quantity, readQuantity } from '../../../../core/quantity/quantity.ts';
import { magnitude } from '../../../../core/quantity/rational.ts';
import { readAmount } from '../../../../core/quantity/shownAmount.ts';
import { dosePerKilogram } from '../../../../core/session/delivered.ts';
import type { DischargeNeed, RecoveryCriterion } from '../../../../core/session/events.ts';
import { severityWord } from '../../../../core/session/words.ts';
import { formatHourMinute, formatTime } from '../../../components/time.ts';
import { givenFigures } from '../givenFigures.ts';
import { sessionNow } from '../sessionTime.ts';

/** `ended 10:54:20, complete · 36 mg given, 0.5 mg/kg · pump says 36 mL`. Source: mockup 10. */
export function endedNote(session: SessionView, clock: ClockTick): string {
  const { recovery } = session;
  if (!recovery) return '';
  const reason = recovery.stopReason === null ? '' : ` (${recovery.stopReason})`;
  const how = recovery.how === 'completed' ? 'complete' : `stopped${reason}`;
  return [
    `ended ${formatTime(recovery.endedAt, clock.zone)}, ${how}`,
    givenText(session, clock),
    session.counted ? '' : pumpText(recovery),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** By the pump's reading once there is one; until then calculated, and it says so. Source: DESIGN 8. */
function givenText(session: SessionView, clock: ClockTick): string {
  const { infusion, recovery, reconciliation } = session;
  const { counted } = session;
  if (counted) return `${formatQuantityText(counted.given)} given, ${formatQuantityText(counted.givenPerKg)}`;
  if (!infusion) return '';
  if (!recovery?.finalReading || !reconciliation) {
    const { dose, perKg } = givenFigures(infusion, sessionNow(session, clock));
    return `≈ ${formatQuantityText(dose)} given, ${formatQuantityText(perKg)}`;
  }
  const given = readAmount(reconciliation.given);
  const perKg = dosePerKilogram(given, readQuantity(infusion.weight, 'kg'));
  return `${formatQuantity(given)} given, ${formatQuantity(perKg)}`;
}

function pumpText({ finalReading }: RecoveryView): string {
  if (!finalReading) return 'pump not read';
  const apart = apartText(finalReading);
  return `pump says ${formatQuantityText(finalReading.pumpVolume)}${apart === '' ? '' : ` (${apart})`}`;
}

/** `1.1 % apart`; empty when pump and record say the same. */
export function apartText({ differencePercent }: NonNullable<RecoveryView['finalReading']>): string {
  const apart = magnitude(readQuantity(differencePercent, '%').value);
  return apart.numerator === 0n ? '' : `${formatQuantity(quantity(apart, '%'), 1)} apart`;
}

/** `RL 10:58` */
export function tickedBy({ by, happenedAt }: DoneView, zone: string): string {
  return `${by.initials} ${formatHourMinute(happenedAt, zone)}`;
}

/** `124 in 102.4 to 153.6`, before the first measurement since the end what it needs. */
export function systolicText({ systolic }: RecoveryView): string {
  if (!systolic) return 'no baseline recorded';
  const range = `${formatNumberText(systolic.lowest)} to ${formatNumberText(systolic.highest)}`;
  return systolic.last === null ? `needs ${range}` : `${systolic.last} in ${range}`;
}

/** What a need that is worked out lacks: `22 of 30 min`, `164 in 102.4 to 153.6`. */
export function needText(need: DischargeNeed, { recovery }: SessionView, minutes: number): string {
  if (!recovery) return '';
  if (need === 'observationTime') return `${minutes} of ${recovery.neededMinutes} min`;
  return need === 'systolicNearBaseline' ? systolicText(recovery) : '';
}

/** The measurement the systolic row stands on. */
export function systolicRow({ vitals, recovery }: SessionView): VitalsRow | undefined {
  const end = recovery?.ended.at ?? Number.POSITIVE_INFINITY;
  return vitals.findLast(({ systolic, done }) => systolic !== null && done.at >= end);
}

/** What the record already says beside a criterion: `mild, ended 10:38`, `1 of 10 at 10:52`. */
export function criterionText(criterion: RecoveryCriterion, session: SessionView, zone: string): string {
  if (criterion === 'noSevereNausea') return nauseaText(session, zone);
  return criterion === 'painAccepted' ? painText(session, zone) : '';
}

function nauseaText({ effects }: SessionView, zone: string): string {
  const nausea = effects.findLast(({ effect }) => effect === 'nausea');
  if (!nausea) return '';
  const when = nausea.ended ? `ended ${formatHourMinute(nausea.ended.happenedAt, zone)}` : 'still open';
  return `${severityWord('nausea', nausea.severity)}, ${when}`;
}

function painText({ vitals }: SessionView, zone: string): string {
  const last = vitals.findLast(({ pain }) => pain !== null);
  return last ? `${last.pain} of 10 at ${formatHourMinute(last.done.happenedAt, zone)}` : '';
}

/** Effects that last: they are handed over by name when the patient goes. */
export function openEffects({ effects }: SessionView): readonly EffectRow[] {
  return effects.filter(({ effect, ended }) => ended === null && effect !== 'none' && effect !== 'calm');
}

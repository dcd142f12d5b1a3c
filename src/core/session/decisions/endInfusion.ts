import { changePercent } from '../../dosing/pumpSetting.ts';
import { type Quantity, quantity, quantityText } from '../../quantity/quantity.ts';
import { compare, magnitude, type Rational, rational } from '../../quantity/rational.ts';
import { confirmedGiven } from '../confirmedNumbers.ts';
import type { FinalPumpReading } from '../events.ts';
import { CLINICAL } from '../roles.ts';
import type { Session } from '../session.ts';
import { nextStage } from '../stages.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  signedRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { keyTimeRefusal } from './keyTimeRefusal.ts';
import { wayRefusal } from './wayOfGiving.ts';

/** A pump reading further from the record needs a reason. Source: UX 2.3 T16, scenario 33. */
const DIFFERENCE_LIMIT_PERCENT = rational(5n);

/** What the pump shows at the end, as read by a nurse. */
export type PumpReadAtEnd = {
  readonly pumpVolume: Quantity<'mL'>;
  readonly linePrimedWith: FinalPumpReading['linePrimedWith'];
  readonly lineFlushed: boolean;
  readonly differenceReason: string | null;
};

/** T16, RUNNING → ENDED (complete) → RECOVERY, after the last stage, with the pump's volume compared with the record's own. */
export function completeInfusion(session: Session, reading: PumpReadAtEnd, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING'], deciding.actor, ['nurse']) ?? wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  const next = nextStage(session);
  if (next) return refused({ kind: 'stagesLeft', next: next.number, stages: next.count });
  const taken = finalReading(session, reading, deciding.at);
  if (!taken.ok) return taken;
  return decided(fact('InfusionCompleted', {}), ...taken.value, fact('RecoveryStarted', {}));
}

/**
 * T15, RUNNING or PAUSED → ENDED (stopped) → RECOVERY. Never refused, but for a moment before the last change;
 * everything else may follow.
 */
export function stopInfusion(session: Session, reason: string | null, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING', 'PAUSED'], deciding.actor, [...CLINICAL, 'director']) ??
    keyTimeRefusal(session, deciding);
  if (wrong) return refused(wrong);
  return decided(fact('InfusionStopped', { reason: reason?.trim() || null }), fact('RecoveryStarted', {}));
}

/** The reason of a stop, given afterwards. */
export function giveStopReason(session: Session, reason: string, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RECOVERY', 'DISCHARGED'], deciding.actor, ['nurse', 'prescriber']) ??
    signedRefusal(session);
  if (wrong) return refused(wrong);
  if (session.ended?.how !== 'stopped') return refused({ kind: 'nothingToAnswer' });
  const text = reason.trim();
  return text === ''
    ? refused({ kind: 'textMissing', field: 'reason' })
    : decided(fact('StopReasonGiven', { reason: text }));
}

/** After a stop: the pump's reading, which may come later but before the signature. */
export function readPumpAfterStop(session: Session, reading: PumpReadAtEnd, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RECOVERY', 'DISCHARGED'], deciding.actor, ['nurse']) ??
    wayRefusal(session, 'pump') ??
    signedRefusal(session);
  if (wrong) return refused(wrong);
  if (session.finalReading) return refused({ kind: 'nothingToAnswer' });
  return finalReading(session, reading, deciding.at);
}

/** (pump − record) ÷ record, in per cent. A record of 0 against a pump of more is wholly apart. */
export function pumpDifference(pump: Quantity<'mL'>, record: Quantity<'mL'>): Rational {
  if (record.value.numerator === 0n) return pump.value.numerator === 0n ? rational(0n) : rational(100n);
  return changePercent(record.value, pump.value);
}

function finalReading(session: Session, reading: PumpReadAtEnd, at: number): Decision {
  if (!session.run) return refused({ kind: 'notInThisState', state: session.state });
  const given = confirmedGiven(session.run, at);
  if (!given.ok) return given;
  const record = given.value;
  const difference = pumpDifference(reading.pumpVolume, record);
  const apart = compare(magnitude(difference), DIFFERENCE_LIMIT_PERCENT) > 0;
  const reason = reading.differenceReason?.trim() || null;
  if (apart && reason === null) {
    return refused({
      kind: 'pumpVolumeDiffers',
      pump: quantityText(reading.pumpVolume),
      record: quantityText(record),
      percent: quantityText(quantity(magnitude(difference), '%')),
    });
  }
  return decided(
    fact('FinalPumpReadingTaken', {
      pumpVolume: quantityText(reading.pumpVolume),
      calculatedVolume: quantityText(record),
      linePrimedWith: reading.linePrimedWith,
      lineFlushed: reading.lineFlushed,
      differenceReason: reason,
    }),
  );
}

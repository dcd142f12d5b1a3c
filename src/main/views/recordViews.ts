import type { ReconciliationView, RecoveryView, SessionView } from '../../contract/views/session.ts';
import { quantity, quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import {
  recoveryCriteria,
  settledSystolic,
  systolicIsSettled,
  systolicSinceEnd,
} from '../../core/session/decisions/discharge.ts';
import { pumpDifference } from '../../core/session/decisions/endInfusion.ts';
import { leftToWaste } from '../../core/session/decisions/recordWaste.ts';
import { everyPreparation, reconciliation } from '../../core/session/reconciliation.ts';
import type { Session } from '../../core/session/session.ts';
import { amountText, sessionAmount } from '../../core/session/sessionAmount.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { licenceAt } from '../services/people/licence.ts';
import { doneView, type PersonOf } from './peopleViews.ts';
import { shownFor } from './shownAmounts.ts';

/** Recovery and discharge: what is met, what is not, and what the pump said at the end. */
export function recoveryView(session: Session, person: PersonOf): RecoveryView | null {
  const { ended, authorised, escort, discharged } = session;
  if (!ended || !authorised) return null;
  return {
    endedAt: ended.happenedAt,
    ended: doneView(person, ended),
    how: ended.how,
    stopReason: ended.reason,
    neededMinutes: authorised.rules.protocol.observationMinutes,
    criteria: recoveryCriteria(session).map((criterion) => {
      const tick = session.criteria[criterion];
      return { criterion, met: tick?.met ?? false, done: tick ? doneView(person, tick) : null };
    }),
    escort: escort && {
      name: escort.name,
      relation: escort.relation,
      phone: escort.phone,
      done: doneView(person, escort),
    },
    systolic: systolicView(session),
    finalReading: finalReadingView(session, person),
    discharged: discharged && {
      done: doneView(person, discharged),
      unmet: discharged.unmet,
      override: discharged.override && {
        prescriber: person(discharged.override.prescriber),
        reason: discharged.override.reason,
      },
      handedOver: discharged.handedOver,
    },
  };
}

/** Baseline systolic ±20 %, for the chart and the discharge rule. */
export function systolicBand(session: Session): SessionView['systolicBand'] {
  const limits = settledSystolic(session);
  return limits ? { lowest: quantityText(limits.lowest), highest: quantityText(limits.highest) } : null;
}

function systolicView(session: Session): RecoveryView['systolic'] {
  const band = systolicBand(session);
  if (!band) return null;
  return {
    ...band,
    last: systolicSinceEnd(session) ?? null,
    settled: systolicIsSettled(session),
  };
}

function finalReadingView(session: Session, person: PersonOf): RecoveryView['finalReading'] {
  const reading = session.finalReading;
  if (!reading) return null;
  const { pumpVolume, calculatedVolume, linePrimedWith, lineFlushed, differenceReason } = reading;
  const difference = pumpDifference(readQuantity(pumpVolume, 'mL'), readQuantity(calculatedVolume, 'mL'));
  return {
    pumpVolume,
    calculatedVolume,
    linePrimedWith,
    lineFlushed,
    differenceReason,
    differencePercent: quantityText(quantity(difference, '%')),
    done: doneView(person, reading),
  };
}

/** Where every milligram went, and what is left to waste. */
export function reconciliationView(session: Session, person: PersonOf): ReconciliationView | null {
  const balance = reconciliation(session);
  const preparations = everyPreparation(session);
  const rules = preparations.at(-1)?.rules;
  if (!balance || !rules) return null;
  const vials = preparations.reduce((sum, { vial }) => sum + vial.vials, 0);
  const left = leftToWaste(session, balance);
  const shown = shownFor(session);
  return {
    amount: sessionAmount(session),
    opened: amountText(session, balance.opened),
    vials,
    drawn: amountText(session, balance.drawn),
    given: amountText(session, balance.given),
    wasted: amountText(session, balance.wasted),
    unaccounted: amountText(session, balance.unaccounted),
    balances: balance.balances,
    tolerance: shown(rules.reconciliationTolerance),
    left: {
      vial: amountText(session, left.vial),
      syringe: amountText(session, left.syringe),
      line: amountText(session, left.line),
    },
    wastes: session.wastes.map((waste) => ({
      from: waste.from,
      amount: shown(waste.amount),
      volume: waste.volume,
      done: doneView(person, waste),
    })),
    discrepancy: session.discrepancy && {
      unaccounted: shown(session.discrepancy.unaccounted),
      text: session.discrepancy.text,
      done: doneView(person, session.discrepancy),
    },
  };
}

/** Who has signed, as it is printed: full name, role, licence. */
export function signatureViews(
  record: OpenRecord,
  session: Session,
  person: PersonOf,
): SessionView['signatures'] {
  const view = (signature: Session['signed'], role: string) => {
    if (!signature) return null;
    const user = record.tables.user(signature.by);
    return {
      done: doneView(person, signature),
      fullName: user?.fullName ?? '',
      role,
      licence: licenceAt(record, signature.by, signature.recordedAt),
    };
  };
  const { signed, countersigned, sufficed } = session;
  const isPrescribers = sufficed?.as === 'prescriber';
  return {
    nurse: view(isPrescribers ? null : signed, 'Registered nurse'),
    prescriber: view(isPrescribers ? signed : countersigned, 'Prescriber'),
    asked: askedOf(record, session),
  };
}

/** What was asked when the first signature was given; before it, what the clinic asks now. */
function askedOf(record: OpenRecord, { signed, sufficed }: Session): SessionView['signatures']['asked'] {
  if (signed) return sufficed ? 'either' : 'both';
  return record.settings().signatures;
}

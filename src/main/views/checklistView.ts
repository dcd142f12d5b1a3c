import type { ChecklistView } from '../../contract/views/checklist.ts';
import { type CheckDecision, checklistItems, isOutsideEntryLimits } from '../../core/session/checklist.ts';
import { baselineVitals, type Session } from '../../core/session/session.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { medicinesToWithhold } from '../services/patientFacts.ts';
import { doneView, type PersonOf } from './peopleViews.ts';

/** Every item of the session's protocol with its answer, and the prescriber's decisions. */
export function checklistView(record: OpenRecord, session: Session, person: PersonOf): ChecklistView {
  const limits = session.authorised?.rules.protocol.entryLimits;
  const baseline = baselineVitals(session);
  return {
    items: checklistItems(session).map((item) => {
      const entry = session.checklist[item.id];
      return {
        item,
        answer: entry?.answer ?? null,
        done: entry ? doneView(person, entry) : null,
        decision: decisionView(entry?.decision ?? null, person),
      };
    }),
    toWithhold: [...medicinesToWithhold(record, session.patient)],
    entryLimits: limits ?? null,
    isBaselineOutside: baseline !== undefined && isOutsideEntryLimits(baseline, limits),
    baselineDecision: decisionView(session.baselineDecision, person),
  };
}

function decisionView(decision: CheckDecision | null, person: PersonOf) {
  return (
    decision && {
      prescriber: person(decision.prescriber),
      reason: decision.reason,
      done: doneView(person, decision),
    }
  );
}

import type { Recorded, SessionEvent } from './events.ts';
import type { Done, Session } from './session.ts';

/** From recovery to the signed record, and what can happen at any time. Undefined for an unknown event. */
export function applyClosingEvent(
  session: Session,
  event: Recorded<SessionEvent>,
  done: Done,
): Session | undefined {
  switch (event.type) {
    case 'RecoveryCriterionRecorded': {
      const { criterion, met } = event.data;
      return { ...session, criteria: { ...session.criteria, [criterion]: { ...done, met } } };
    }
    case 'EscortRecorded':
      return { ...session, escort: { ...event.data, ...done } };
    case 'PatientDischarged':
      return { ...session, discharged: { ...event.data, ...done } };
    case 'WasteRecorded':
      return { ...session, wastes: [...session.wastes, { ...event.data, ...done }] };
    case 'DiscrepancyRecorded':
      return { ...session, discrepancy: { ...event.data, ...done } };
    case 'SessionSigned':
      return { ...session, signed: { ...event.data, ...done } };
    case 'SessionCountersigned':
      return { ...session, countersigned: { ...event.data, ...done } };
    case 'SignatureSufficed':
      return { ...session, sufficed: { ...event.data, ...done } };
    case 'DocumentPrinted':
      return { ...session, prints: [...session.prints, { ...event.data, ...done }] };
    case 'LabelPrinted':
      return { ...session, labelPrints: [...session.labelPrints, { ...event.data, ...done }] };
    case 'SessionCancelled':
      return { ...session, cancelled: { ...event.data, ...done } };
    case 'InterruptionFound': {
      const cause = event.version === 1 ? 'closed' : event.data.cause;
      const found = { ...event.data, cause, answer: null };
      return { ...session, interruptions: [...session.interruptions, found] };
    }
    case 'InterruptionAnswered':
    case 'DosesConfirmed':
      return {
        ...session,
        interruptions: session.interruptions.map((interruption) =>
          interruption.answer === null
            ? { ...interruption, answer: { ...event.data, ...done } }
            : interruption,
        ),
      };
    default:
      return undefined;
  }
}

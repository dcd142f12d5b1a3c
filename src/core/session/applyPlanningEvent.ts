import type { Recorded, SessionEvent } from './events.ts';
import type { Done, Session } from './session.ts';

/** From the plan to the label on the container. Undefined for an event of another stretch. */
export function applyPlanningEvent(
  session: Session,
  event: Recorded<SessionEvent>,
  done: Done,
): Session | undefined {
  switch (event.type) {
    case 'SessionPlanned':
      return { ...session, authors: [event.actor] };
    case 'PlanChanged':
      return { ...session, draft: event.data, authors: including(session.authors, event.actor) };
    case 'PlanOpened':
      return { ...session, viewers: including(session.viewers, event.actor) };
    case 'PlanAuthorised':
      return {
        ...session,
        authorised: { ...event.data, ...done },
        authors: including(session.authors, event.actor),
        attempt: 1,
        first: null,
        mismatch: null,
        voidedFor: [],
      };
    case 'AuthorisationVoided':
      return { ...session, authorised: null, first: null, voidedFor: event.data.breaches };
    default:
      return applyEntryEvent(session, event, done) ?? applyPreparationEvent(session, event, done);
  }
}

function applyEntryEvent(session: Session, event: Recorded<SessionEvent>, done: Done): Session | undefined {
  switch (event.type) {
    case 'FirstEntryMade':
      return { ...session, first: { ...event.data, ...done } };
    case 'FirstEntryExpired':
      return { ...session, first: null };
    case 'EntriesDiffered': {
      const { verdict, ...entry } = event.data;
      const second = { ...entry, ...done };
      const entries = [session.first ?? second, second] as const;
      return { ...session, first: null, mismatch: { ...verdict, entries } };
    }
    case 'SecondAttemptStarted':
      return { ...session, attempt: 2 };
    case 'PlanHeld':
      return { ...session };
    case 'HoldReleased':
      return {
        ...session,
        attempt: 1,
        mismatch: null,
        adjudicators: including(session.adjudicators, event.actor),
      };
    case 'EntriesMatched': {
      const first = session.first ?? { ...event.data, ...done };
      return {
        ...session,
        first: null,
        mismatch: null,
        match: { ...event.data, ...done, first },
      };
    }
    default:
      return undefined;
  }
}

function applyPreparationEvent(
  session: Session,
  event: Recorded<SessionEvent>,
  done: Done,
): Session | undefined {
  const { preparation } = session;
  switch (event.type) {
    case 'VialTaken':
      return { ...session, preparation: { ...preparation, vial: { ...event.data, ...done } } };
    case 'DrugDrawn':
      return { ...session, preparation: { ...preparation, drawn: { ...event.data, ...done } } };
    case 'DiluentAdded':
      return { ...session, preparation: { ...preparation, mixed: { ...event.data, ...done } } };
    case 'PreparationWitnessDisagreed':
      return session;
    case 'PreparationWitnessed':
      return {
        ...session,
        preparation: { ...preparation, witnessed: { ...event.data, ...done } },
      };
    case 'LabelChecked':
      return { ...session, preparation: { ...preparation, labelChecked: done } };
    default:
      return undefined;
  }
}

function including(people: readonly string[], person: string): readonly string[] {
  return people.includes(person) ? people : [...people, person];
}

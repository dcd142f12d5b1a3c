import { checklistItems } from './checklist.ts';
import type { Recorded, SessionEvent } from './events.ts';
import { type Done, NO_PREPARATION, type Session } from './session.ts';

/** From the plan to the label on the container. Undefined for an event of another stretch. */
export function applyPlanningEvent(
  session: Session,
  event: Recorded<SessionEvent>,
  done: Done,
): Session | undefined {
  switch (event.type) {
    case 'SessionPlanned':
      return { ...session, authors: [event.actor], planPosition: event.streamSeq };
    case 'PlanChanged':
      return {
        ...session,
        draft: event.data,
        authors: including(session.authors, event.actor),
        planPosition: event.streamSeq,
      };
    case 'PlanOpened':
      return {
        ...session,
        viewers: including(session.viewers, event.actor),
        planPosition: event.streamSeq,
      };
    case 'PlanAuthorised':
    case 'CountedPlanAuthorised':
      return {
        ...session,
        authorised: { ...event.data, ...done },
        authors: including(session.authors, event.actor),
        attempt: 1,
        first: null,
        mismatch: null,
        voidedFor: [],
        planPosition: event.streamSeq,
        orders: session.orders + 1,
      };
    case 'AuthorisationVoided':
      return { ...session, authorised: null, first: null, voidedFor: event.data.breaches };
    case 'MatchVoided':
      return withoutMatch(session, { ...done, because: event.data.because });
    case 'OrderReopened':
      return {
        ...withoutMatch(session, { ...done, because: 'order' }),
        authorised: null,
        planPosition: event.streamSeq,
      };
    case 'TryRefused':
      return { ...session };
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
    case 'EntriesMatched':
    case 'CountedEntriesMatched': {
      const first = session.first ?? { ...event.data, ...done };
      return {
        ...session,
        first: null,
        mismatch: null,
        voided: null,
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

/** What two people entered holds no longer, and neither does what was prepared and read back on it. */
function withoutMatch(session: Session, voided: NonNullable<Session['voided']>): Session {
  const { authorised, preparation } = session;
  const { vial, drawn, witnessed } = preparation;
  const drug = vial && authorised ? [{ rules: authorised.rules, vial, drawn, witnessed }] : [];
  return {
    ...session,
    attempt: 1,
    first: null,
    mismatch: null,
    match: null,
    voided,
    preparation: NO_PREPARATION,
    voidedPreparations: [...session.voidedPreparations, ...drug],
    checklist: checklistAfter(session, voided),
    readBack: null,
    readBackRefusals: 0,
  };
}

/** With the pump goes what was asked about it; another order is another reason to ask everything but the arrival. */
function checklistAfter(session: Session, { because }: NonNullable<Session['voided']>): Session['checklist'] {
  const lasting = checklistItems(session).filter(({ asks, group }) =>
    because === 'order' ? asks === 'arrival' : group !== 'pump',
  );
  return Object.fromEntries(
    lasting.flatMap(({ id }) => {
      const entry = session.checklist[id];
      return entry ? [[id, entry]] : [];
    }),
  );
}

function including(people: readonly string[], person: string): readonly string[] {
  return people.includes(person) ? people : [...people, person];
}

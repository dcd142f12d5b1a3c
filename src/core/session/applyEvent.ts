import { applyCareEvent } from './applyCareEvent.ts';
import { applyClosingEvent } from './applyClosingEvent.ts';
import { applyContainerEvent } from './applyContainerEvent.ts';
import { applyPlanningEvent } from './applyPlanningEvent.ts';
import { anchorFor, effectiveTime } from './effectiveTime.ts';
import type { Recorded, SessionEvent } from './events.ts';
import type { Done, Session } from './session.ts';
import { NO_PREPARATION } from './session.ts';
import { stateAfter } from './stateAfter.ts';

/**
 * A session after one more event. Total: every event of every version has an effect, and nothing is refused here;
 * refusing is the decisions' part, before the event is written.
 */
export function applyEvent(session: Session | null, event: Recorded<SessionEvent>): Session {
  const before = session ?? emptySession(event);
  const anchor = anchorFor(before.anchor, event);
  const state = stateAfter(before.state, event.type);
  const moved: Session = { ...before, state, anchor, position: event.streamSeq };
  const done = doneBy(event, effectiveTime(anchor, event));
  return (
    applyPlanningEvent(moved, event, done) ??
    applyCareEvent(moved, event, done) ??
    applyContainerEvent(moved, event, done) ??
    applyClosingEvent(moved, event, done) ?? { ...moved, unknown: moved.unknown + 1 }
  );
}

/** A session from its whole stream; null for an empty one. */
export function sessionFrom(events: readonly Recorded<SessionEvent>[]): Session | null {
  return events.reduce<Session | null>(applyEvent, null);
}

function doneBy(event: Recorded<SessionEvent>, at: number): Done {
  return {
    by: event.actor,
    witness: event.witness,
    happenedAt: event.happenedAt,
    recordedAt: event.recordedAt,
    at,
  };
}

function emptySession(event: Recorded<SessionEvent>): Session {
  if (event.type !== 'SessionPlanned') {
    throw new Error(`A session begins with SessionPlanned, not ${event.type}.`);
  }
  const { number, patient, library, draft } = event.data;
  return {
    id: event.id,
    number,
    patient,
    library,
    draft,
    state: 'PLANNED',
    position: 0,
    anchor: null,
    authors: [],
    viewers: [],
    adjudicators: [],
    authorised: null,
    attempt: 1,
    first: null,
    mismatch: null,
    match: null,
    voidedFor: [],
    voided: null,
    voidedPreparations: [],
    planPosition: 0,
    orders: 0,
    preparation: NO_PREPARATION,
    nextPreparation: NO_PREPARATION,
    earlierPreparations: [],
    discardedPreparations: [],
    containerChanges: [],
    vitals: [],
    effectFacts: [],
    effects: [],
    checklist: {},
    arrivedAt: null,
    baselineDecision: null,
    corrections: [],
    readBack: null,
    readBackRefusals: 0,
    started: null,
    run: null,
    doses: [],
    rateChanges: [],
    pauses: [],
    ended: null,
    finalReading: null,
    criteria: {},
    escort: null,
    discharged: null,
    wastes: [],
    discrepancy: null,
    signed: null,
    countersigned: null,
    sufficed: null,
    prints: [],
    labelPrints: [],
    cancelled: null,
    interruptions: [],
    unknown: 0,
  };
}

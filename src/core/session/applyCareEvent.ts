import { pumpedOf } from './countedSession.ts';
import type {
  CheckDecided,
  ChecklistAnswered,
  InfusionStarted,
  Recorded,
  SessionEvent,
  StageBegun,
} from './events.ts';
import { correctedEffects, correctedVitals, type EffectFact, effectSpans } from './observations.ts';
import { atRate, inRun } from './runChanges.ts';
import type { Done, Session } from './session.ts';

/** From the pump to the end of the infusion, and what is seen on the way. Undefined for another stretch. */
export function applyCareEvent(
  session: Session,
  event: Recorded<SessionEvent>,
  done: Done,
): Session | undefined {
  switch (event.type) {
    case 'VitalsRecorded':
      return {
        ...session,
        vitals: inOrder([...session.vitals, { ...event.data, ...done, id: event.id }]),
        // A decision is about the values it was made on.
        baselineDecision: session.started ? session.baselineDecision : null,
      };
    case 'VitalsCorrected': {
      const vitals = inOrder(correctedVitals(session.vitals, event.data));
      return {
        ...session,
        vitals,
        corrections: [...session.corrections, { ...done, ...why(event.data) }],
        baselineDecision: session.started ? session.baselineDecision : null,
      };
    }
    case 'ChecklistAnswered':
      return withAnswer(session, event.data, done);
    case 'CheckDecided':
      return withDecision(session, event.data, done);
    case 'EffectRecorded':
      return withFacts(session, [...session.effectFacts, { ...event.data, ...done, id: event.id }]);
    case 'EffectEnded':
      return withFacts(session, [
        ...session.effectFacts,
        { ...event.data, severity: null, ...done, id: event.id },
      ]);
    case 'EffectCorrected': {
      const corrected = withFacts(session, correctedEffects(session.effectFacts, event.data));
      return { ...corrected, corrections: [...session.corrections, { ...done, ...why(event.data) }] };
    }
    case 'LateEntryReasonGiven':
    case 'NoteRecorded':
    case 'VialScanned':
      return { ...session };
    case 'PumpReadBackDisagreed':
      // What was read before is no longer what the pump shows.
      return { ...session, readBack: null, readBackRefusals: session.readBackRefusals + 1 };
    case 'PumpReadBackAgreed':
      return { ...session, readBack: { ...event.data, ...done } };
    case 'PumpReadByProgrammer':
    case 'SessionReady':
      return { ...session };
    default:
      return applyRunEvent(session, event, done);
  }
}

function withAnswer(session: Session, { item, answer, isArrival }: ChecklistAnswered, done: Done): Session {
  return {
    ...session,
    checklist: { ...session.checklist, [item]: { ...done, answer, decision: null } },
    arrivedAt: isArrival && answer.kind === 'time' ? answer.at : session.arrivedAt,
  };
}

function withDecision(session: Session, { subject, ...decided }: CheckDecided, done: Done): Session {
  const entry = session.checklist[subject];
  const decision = { ...decided, ...done };
  if (!entry) return { ...session, baselineDecision: decision };
  return { ...session, checklist: { ...session.checklist, [subject]: { ...entry, decision } } };
}

type CorrectsReason = Pick<Session['corrections'][number], 'corrects' | 'reason'>;

function applyRunEvent(session: Session, event: Recorded<SessionEvent>, done: Done): Session | undefined {
  switch (event.type) {
    case 'InfusionStarted':
      return { ...session, started: done, run: startedRun(session, event.data, done) };
    case 'RateChanged':
      return {
        ...atRate(session, done, event.data.to),
        rateChanges: [...session.rateChanges, { ...event.data, ...done }],
      };
    case 'StageBegun':
      return stageBegun(atRate(session, done, event.data.rate), event.data, done);
    case 'InfusionPaused': {
      const pause = { began: done, reason: event.data.reason, resumed: null };
      return { ...atRate(session, done, '0 mL/h'), pauses: [...session.pauses, pause] };
    }
    case 'PauseReasonGiven':
      return { ...session, pauses: lastPause(session, { reason: event.data.reason }) };
    case 'InfusionResumed':
      return {
        ...atRate(session, done, event.data.rate),
        pauses: lastPause(session, { resumed: done }),
      };
    case 'InfusionStopped':
      return ended(session, { ...done, how: 'stopped', reason: event.data.reason });
    case 'StopReasonGiven':
      return session.ended === null
        ? session
        : { ...session, ended: { ...session.ended, reason: event.data.reason } };
    case 'InfusionCompleted':
      return ended(session, { ...done, how: 'completed', reason: null });
    case 'DosesStarted':
      return { ...session, started: done };
    case 'DoseGiven':
      return { ...session, doses: [...session.doses, { ...event.data, ...done }] };
    case 'DosesResumed':
      return { ...session, pauses: lastPause(session, { resumed: done }) };
    case 'FinalPumpReadingTaken':
      return { ...session, finalReading: { ...event.data, ...done } };
    case 'RecoveryStarted':
      return { ...session };
    default:
      return undefined;
  }
}

function startedRun(session: Session, data: InfusionStarted, done: Done): Session['run'] {
  const container = session.preparation.witnessed?.finalVolume ?? data.volumeToGive;
  const staged = pumpedOf(session)?.match?.sum.staged;
  const run = {
    stretches: [{ from: done.at, rate: data.rate }],
    volumeToGive: data.volumeToGive,
    containerVolume: container,
    endedAt: null,
  };
  if (!staged) return run;
  const coming = staged.stages.slice(1).map(({ rate, volumeToGive: volume }) => ({ rate, volume }));
  const begun = [{ from: done.at, volume: data.volumeToGive }];
  return { ...run, volumeToGive: staged.volumeToGive, stages: { begun, coming } };
}

/** The pump stops by itself at the volume of the new stage. */
function stageBegun(session: Session, { volume }: StageBegun, done: Done): Session {
  const { run } = session;
  if (!run?.stages) return session;
  const { begun, coming } = run.stages;
  const stages = { begun: [...begun, { from: inRun(run, done), volume }], coming: coming.slice(1) };
  return { ...session, run: { ...run, stages } };
}

function ended(session: Session, end: NonNullable<Session['ended']>): Session {
  const run = session.run === null ? null : { ...session.run, endedAt: inRun(session.run, end) };
  return { ...session, run, ended: end, pauses: lastPause(session, {}) };
}

function lastPause(session: Session, change: Partial<Session['pauses'][number]>): Session['pauses'] {
  return session.pauses.map((pause, index) =>
    index === session.pauses.length - 1 ? { ...pause, ...change } : pause,
  );
}

function withFacts(session: Session, effectFacts: readonly EffectFact[]): Session {
  return { ...session, effectFacts, effects: effectSpans(effectFacts) };
}

function why({ corrects, reason }: CorrectsReason): CorrectsReason {
  return { corrects, reason };
}

function inOrder<Timed extends Done>(items: readonly Timed[]): readonly Timed[] {
  return items.toSorted((left, right) => left.at - right.at);
}

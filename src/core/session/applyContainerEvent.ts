import type { ContainerChanged, Recorded, SessionEvent } from './events.ts';
import { atRate, inRun } from './runChanges.ts';
import { type Done, NO_PREPARATION, type Preparation, type Session } from './session.ts';

/** The container that comes next, and its change. Undefined for an event of another kind. */
export function applyContainerEvent(
  session: Session,
  event: Recorded<SessionEvent>,
  done: Done,
): Session | undefined {
  switch (event.type) {
    case 'NextVialTaken':
      return withNext(session, { vial: { ...event.data, ...done } });
    case 'NextDrugDrawn':
      return withNext(session, { drawn: { ...event.data, ...done } });
    case 'NextDiluentAdded':
      return withNext(session, { mixed: { ...event.data, ...done } });
    case 'NextWitnessDisagreed':
      return session;
    case 'NextPreparationWitnessed':
      return withNext(session, { witnessed: { ...event.data, ...done } });
    case 'NextPreparationDiscarded':
      return {
        ...session,
        nextPreparation: NO_PREPARATION,
        discardedPreparations: [...session.discardedPreparations, session.nextPreparation],
      };
    case 'ContainerChanged':
      return changed(session, event.data, done);
    default:
      return undefined;
  }
}

function withNext(session: Session, step: Partial<Preparation>): Session {
  return { ...session, nextPreparation: { ...session.nextPreparation, ...step } };
}

/** The pump stands still from the stop to the restart; what it gives from there comes from the new container. */
function changed(session: Session, change: ContainerChanged, done: Done): Session {
  const { preparation, nextPreparation } = session;
  const ofNew = {
    ...session,
    preparation: { ...nextPreparation, labelChecked: done },
    nextPreparation: NO_PREPARATION,
    earlierPreparations: [...session.earlierPreparations, preparation],
    containerChanges: [...session.containerChanges, { ...change, ...done }],
  };
  const { restartedAt, rate } = change;
  if (restartedAt === null || rate === null) return connected(ofNew, done);
  const still = restartedAt - done.happenedAt;
  const restart = { ...done, at: done.at + still, happenedAt: restartedAt };
  return connected(atRate(atRate(ofNew, done, '0 mL/h'), restart, rate), restart);
}

function connected(session: Session, done: Pick<Done, 'at' | 'happenedAt' | 'recordedAt'>): Session {
  const { run, preparation } = session;
  if (run === null) return session;
  const volume = preparation.witnessed?.finalVolume ?? run.containerVolume;
  const laterContainers = [...(run.laterContainers ?? []), { from: inRun(run, done), volume }];
  return { ...session, run: { ...run, laterContainers } };
}

import { formatQuantityText } from '../quantity/format.ts';
import { formatElapsed } from '../quantity/formatDuration.ts';
import { containerNoun } from './containerWords.ts';
import { pumpedOf } from './countedSession.ts';
import type { ContainerChanged, Recorded, SessionEvent } from './events.ts';
import type { Session } from './session.ts';
import type { Said } from './timelineSaid.ts';

/** The words for the container that comes next, and for its change. Undefined for another fact. */
export function saidOfContainer(session: Session, event: Recorded<SessionEvent>): Said | undefined {
  const protocol = pumpedOf(session)?.authorised.rules.protocol;
  const noun = protocol ? containerNoun(protocol) : 'container';
  const prepared = (text: string): Said => ({ mark: 'preparation', text });
  switch (event.type) {
    case 'NextVialTaken':
      return prepared(`Vial taken for ${noun} ${event.data.container}, lot ${event.data.lot}`);
    case 'NextDrugDrawn':
      return prepared(
        `Drawn up ${formatQuantityText(event.data.volume)} for ${noun} ${event.data.container}`,
      );
    case 'NextDiluentAdded':
      return prepared(
        `Final volume ${formatQuantityText(event.data.finalVolume)} of ${noun} ${event.data.container}`,
      );
    case 'NextWitnessDisagreed':
      return prepared(`Witness entry for ${noun} ${event.data.container} did not agree`);
    case 'NextPreparationWitnessed':
      return { ...prepared(`Preparation ${event.data.label} witnessed`), strong: true };
    case 'NextPreparationDiscarded':
      return {
        ...prepared(`Preparation of ${noun} ${event.data.container} discarded`),
        detail: event.data.reason,
        clinical: true,
      };
    case 'ContainerChanged':
      return saidOfChange(session, noun, event);
    default:
      return undefined;
  }
}

/** `Syringe 2 connected, KT-B412`; how long the pump stood still, and what was left in the old one. */
function saidOfChange(
  { pauses }: Session,
  noun: string,
  { happenedAt, data }: { readonly happenedAt: number; readonly data: ContainerChanged },
): Said {
  const { container, label, restartedAt, rate, volumeLeft, calculatedLeft, leftReason } = data;
  const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  const isPaused = pauses.some(
    ({ began, resumed }) =>
      began.happenedAt <= happenedAt && (resumed === null || happenedAt <= resumed.happenedAt),
  );
  const stood = isPaused ? 'while paused' : 'before the next stage';
  const still = restartedAt === null ? stood : `pump stopped ${formatElapsed(restartedAt - happenedAt)}`;
  const left = `${formatQuantityText(volumeLeft)} left in ${noun} ${container - 1}`;
  const record = volumeLeft === calculatedLeft ? [] : [`record ${formatQuantityText(calculatedLeft)}`];
  const why = leftReason === null ? [] : [leftReason];
  return {
    mark: 'preparation',
    text: `${name} ${container} connected, ${label}`,
    detail: [still, left, ...record, ...why].join('; '),
    strong: true,
    clinical: true,
    rate: rate ?? '0 mL/h',
  };
}

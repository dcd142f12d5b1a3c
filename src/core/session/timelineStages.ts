import { formatQuantityText } from '../quantity/format.ts';
import type { Recorded, SessionEvent } from './events.ts';
import type { Session } from './session.ts';
import { plannedStages } from './stages.ts';
import { stageName } from './stageWords.ts';
import type { Said } from './timelineSaid.ts';

/** The words for the next stage as it begins. Undefined for another fact. */
export function saidOfStage(session: Session, event: Recorded<SessionEvent>): Said | undefined {
  if (event.type !== 'StageBegun') return undefined;
  const { stage, from, rate, volume, calculatedLeft } = event.data;
  const stages = plannedStages(session);
  const [before, now] = [stageName(stages, stage - 1), stageName(stages, stage)];
  const change = `${formatQuantityText(from)} → ${formatQuantityText(rate)}`;
  const left = calculatedLeft === '0 mL' ? [] : [`${formatQuantityText(calculatedLeft)} left of ${before}`];
  return {
    mark: 'rate',
    text: `${now.charAt(0).toUpperCase()}${now.slice(1)} begun, ${change}`,
    detail: [`volume limit ${formatQuantityText(volume)}`, ...left].join('; '),
    strong: true,
    clinical: true,
    rate,
  };
}

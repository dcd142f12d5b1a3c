import type { ChecklistItem } from '../../../core/library/checklistItem.ts';
import { checklistItems } from '../../../core/session/checklist.ts';
import { decided, fact } from '../../../core/session/decisions/deciding.ts';
import type { CheckAnswer } from '../../../core/session/events.ts';
import { takeStep } from '../sessionSteps.ts';
import { done, type Scene, sessionOf, step } from './scene.ts';

const HOUR = 3_600_000;

/** The patient fasted overnight, came with an escort and said yes where it is asked. Written at once: it is invented. */
export function playChecklist(scene: Scene): void {
  const { record, clock, people } = scene;
  const ago = (hours: number) => ({ kind: 'time', at: clock.now() - hours * HOUR }) as const;
  const answers: Record<ChecklistItem['asks'], CheckAnswer> = {
    yesNo: { kind: 'yes' },
    consent: { kind: 'yes' },
    arrival: ago(1),
    food: ago(10),
    clearFluid: ago(3),
    pregnancy: { kind: 'pregnancy', pregnant: 'notApplicable' },
    withheld: { kind: 'withheld', medicines: [] },
    escort: { kind: 'escort', name: 'Kim Escort', relation: 'friend', phone: '555 0100' },
    access: {
      kind: 'access',
      site: 'forearm',
      side: 'left',
      gauge: 22,
      placedAt: clock.now(),
      attempts: 1,
      flushed: true,
    },
  };
  const facts = checklistItems(sessionOf(scene)).map(({ id, asks }) =>
    fact('ChecklistAnswered', { item: id, answer: answers[asks], isArrival: asks === 'arrival' }),
  );
  done(takeStep(record, step(scene, people.lim), () => decided(...facts)));
}

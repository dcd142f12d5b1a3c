import type { Session } from '../../src/core/session/session.ts';
import { by, type Person, played, type Step, step, storyTo } from './playedSession.ts';
import { at } from './times.ts';

/** 60 mL to give at 54 mL/h from syringes of 50 mL: the first is empty at 10:55:33.333. */
export const STARTED: readonly Step[] = [
  ...storyTo('SessionReady'),
  step('InfusionStarted', { rate: '54 mL/h', volumeToGive: '60 mL' }, '10:00:00', 'lim'),
];

const SECOND = { container: 2 };

/** The second syringe, from its vial to the witness, while the first one runs. */
export const SECOND_PREPARED: readonly Step[] = [
  step(
    'NextVialTaken',
    { product: 'ketamine-10-20', lot: 'L-2', expiry: '2027-08', vials: 1, ...SECOND },
    '10:30:00',
    'lim',
  ),
  step('NextDrugDrawn', { volume: '5 mL', amount: '50 mg', ...SECOND }, '10:31:00', 'lim'),
  step(
    'NextDiluentAdded',
    { diluent: 'sodium chloride 0.9 %', finalVolume: '50 mL', ...SECOND },
    '10:33:00',
    'lim',
  ),
  step(
    'NextPreparationWitnessed',
    {
      label: 'KT-B412',
      useBy: at('22:33:00'),
      concentration: '1 mg/mL',
      volumeDrawn: '5 mL',
      finalVolume: '50 mL',
      ...SECOND,
    },
    '10:35:00',
    'lim',
    { witness: 'osei' },
  ),
];

/** Changed at 10:50:00 with 5 mL left, running again 40 s later. */
export const CHANGED = step(
  'ContainerChanged',
  {
    ...SECOND,
    label: 'KT-B412',
    restartedAt: at('10:50:40'),
    rate: '54 mL/h',
    volumeLeft: '5 mL',
    calculatedLeft: '5 mL',
    leftReason: null,
  },
  '10:51:00',
  'lim',
  { witness: 'osei', said: '10:50:00' },
);

/** The running session with these facts more. */
export function running(...more: readonly Step[]): Session {
  return played([...STARTED, ...more]);
}

/** The second syringe is ready. */
export function secondReady(...more: readonly Step[]): Session {
  return running(...SECOND_PREPARED, ...more);
}

/** A nurse and a checker at a moment; `stopped` is when the pump stopped, which is what they record. */
export function two(person: Person, time: string, stopped = time) {
  return { ...by(person, time, { second: 'osei', said: stopped }), now: at(stopped) };
}

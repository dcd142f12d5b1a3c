import type { IconName } from '../../components/Icon.tsx';

export type DoorWords = {
  /** For whom the door is. */
  readonly whom: string;
  readonly title: string;
  readonly what: string;
  /** What waits behind it: numbered steps, or things with a sign. */
  readonly rows: readonly DoorRow[];
};

export type DoorRow = {
  readonly sign: IconName | number;
  readonly strong: string;
  readonly rest: string;
};

export function newClinicDoor(): DoorWords {
  return {
    whom: 'For a clinic',
    title: 'Set up this workstation',
    what: 'Two people, a few minutes. The record starts empty and is only ever added to, never edited.',
    rows: SET_UP_STEPS,
  };
}

/** What the set-up asks, in its order. */
export const SET_UP_STEPS: readonly DoorRow[] = [
  { sign: 1, strong: 'Medical director', rest: ' — name and passphrase' },
  { sign: 2, strong: 'Administrator', rest: ' — another person, another passphrase' },
  { sign: 3, strong: 'Clinic and chairs', rest: ' — names, 1 to 12 chairs' },
];

export function clinicDoor(): DoorWords {
  return {
    whom: 'For a clinic',
    title: 'Open the clinic',
    what: 'The record that was set up on this computer. It is only ever added to, never edited.',
    rows: [
      { sign: 'board', strong: 'Chairs', rest: ' stay readable before anyone signs in' },
      { sign: 'lock', strong: 'Sign in', rest: ' with your own passphrase' },
    ],
  };
}

/** What is true of the training clinic: as it is made, and once people have worked in it. */
export function trainingDoor(made: boolean): DoorWords {
  return {
    whom: 'To learn and try',
    title: 'Open the training clinic',
    what: 'A separate file with people who do not exist. Nothing entered there can reach a clinic’s record.',
    rows: [
      { sign: 'board', strong: 'Six chairs', rest: made ? ', as they were left' : ', none of them running' },
      { sign: 'people', strong: 'Eight users', rest: ' — their passphrases are on the door' },
      { sign: 'book', strong: 'Example library', rest: ', marked not for clinical use' },
      { sign: 'note', strong: 'Finished sessions', rest: ' to look at' },
      { sign: 'label', strong: 'TRAINING', rest: ' on every screen and print' },
    ],
  };
}

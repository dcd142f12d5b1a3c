import { expect, onTestFinished } from 'vitest';
import type { Paths } from '../../../src/main/paths.ts';
import { recordFiles } from '../../../src/main/profile.ts';
import { createSetClock, type SetClock } from '../../../src/main/setClock.ts';
import { type Hands, handsOn } from '../../play/hands.ts';
import type { PersonKey } from '../../support/caller.ts';
import { trainingProfile } from '../../support/clinic.ts';
import { TODAY, ZONE } from '../../support/times.ts';
import { type OpenWindow, openWindow } from '../../support/window.ts';
import {
  type FailedSave,
  type FirstSaveFails,
  firstSaveFails,
  handsWithBrokenDisk,
  type OnPage,
} from './firstSaveFails.ts';

/** Wording: UX. */
export const NOT_SAVED = 'Not saved. Your entry is still here. Write it on the downtime form too.';

/** What left the printer is there all the same, and says so. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  printNotRecorded: 'It was handed to the print dialog, but that could not be recorded.',
};

/** The program on a disk that fails, and somebody at its keyboard. */
export type BrokenWindow = {
  readonly window: OpenWindow;
  readonly clock: SetClock;
  readonly disk: FirstSaveFails;
  readonly hands: Hands;
  /** A scene set on a whole disk by whoever this is; the board is read anew afterwards. */
  readonly set: <Scene>(person: PersonKey, scene: (clinic: Timed) => Promise<Scene>) => Promise<Scene>;
};

type Timed = OpenWindow & { readonly clock: SetClock };

/** The training clinic on a disk that fails at the first try of everything that is recorded; whole while it opens. */
export async function openOnBrokenDisk(
  setup: { readonly paths?: Paths; readonly now?: number } = {},
): Promise<BrokenWindow> {
  const { paths = trainingProfile(), now = TODAY } = setup;
  const clock = createSetClock(now, ZONE);
  const disk = firstSaveFails(`${recordFiles(paths).training}-wal`);
  const window = await openWindow({
    paths,
    clock: disk.clock(clock),
    between: disk.between,
    open: 'training',
  });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const check = async ({ channel, failure }: FailedSave, before: OnPage, after: OnPage): Promise<void> => {
    const words = SAID_OTHERWISE[failure] ?? NOT_SAVED;
    const said = page.getByRole('alert').filter({ hasText: words });
    // In the colour of what cannot wait; behind a sheet it may stand a second time.
    const colours = await said.evaluateAll((notes) => notes.map(({ className }) => /stop/.test(className)));
    expect([...new Set(colours)], channel).toEqual([true]);
    expect(after.typed, channel).toEqual(before.typed);
    expect(withoutBackup(after.words), channel).toBe(withoutBackup(before.words));
  };
  const set: BrokenWindow['set'] = async (person, scene) => {
    disk.on = false;
    const done = await scene({ ...window, clock });
    await window.signIn(person);
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
    disk.on = true;
    return done;
  };
  return { window, clock, disk, hands: handsOn(handsWithBrokenDisk(page, disk, check)), set };
}

/** Each thing that was tried, and how often; all of them were saved at the next press. */
export function savedAfterwards({ saves }: FirstSaveFails): Record<string, number> {
  expect(saves.filter((save) => !save.savedAfterwards)).toEqual([]);
  const counts = Map.groupBy(saves, ({ channel }) => channel);
  return Object.fromEntries([...counts].map(([channel, each]) => [channel, each.length]));
}

/** A backup is made in its own time or with an export, and status bar and list say so. */
function withoutBackup(words: string): string {
  return words
    .replace(/Backup \d\d-\w{3}-\d{4} \d\d:\d\d/, 'Backup')
    .replaceAll(/\d\d-\w{3}-\d{4} \d\d:\d\d(?: · )?[\d,]+ events/g, '');
}

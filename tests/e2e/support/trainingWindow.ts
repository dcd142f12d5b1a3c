import { onTestFinished } from 'vitest';
import { createSetClock, type SetClock } from '../../../src/main/setClock.ts';
import { type Hands, handsOn, settle } from '../../play/hands.ts';
import type { PersonKey } from '../../support/caller.ts';
import { trainingProfile } from '../../support/clinic.ts';
import { at, TODAY, ZONE } from '../../support/times.ts';
import { type OpenWindow, openWindow, type WindowSetup } from '../../support/window.ts';
import { axeViolations } from './pages.ts';

/** A picture of the page for whoever asks for one. */
const PICTURES = process.env['PICTURES'];

/** The training clinic in a real window, and what a test looks at in it. */
export type TrainingWindow = OpenWindow & {
  readonly clock: SetClock;
  readonly hands: Hands;
  /** Everything the page says, with plain spaces; axe has nothing to say against it. */
  readonly seen: (name: string) => Promise<string>;
  /** The board, read anew. */
  readonly home: () => Promise<void>;
  /** Another person at the board, from this time of the day on: `09:15:00`. */
  readonly as: (person: PersonKey, time: string) => Promise<void>;
};

/** At 09:00 of the scenarios' day, in the theme that is asked for; closed when the test ends. */
export async function openTrainingWindow({
  between,
  paths = trainingProfile(),
}: Partial<Pick<WindowSetup, 'between' | 'paths'>> = {}): Promise<TrainingWindow> {
  const clock = createSetClock(TODAY, ZONE);
  const theme = process.env['THEME'] === 'dim' ? 'dim' : 'light';
  const window = await openWindow({ paths, clock, open: 'training', theme, ...(between && { between }) });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const seen = async (name: string): Promise<string> => {
    await settle(page);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${theme}.png` });
    const violations = await axeViolations(page);
    if (violations.length > 0) throw new Error(`${name}: ${violations.join('; ')}`);
    return (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');
  };
  const home = async (): Promise<void> => {
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  };
  const as = async (person: PersonKey, time: string): Promise<void> => {
    await window.signIn(person);
    clock.set(at(time));
    await home();
  };
  return { ...window, clock, hands: handsOn(page), seen, home, as };
}

import { onTestFinished } from 'vitest';
import { createSetClock, type SetClock } from '../../../src/main/setClock.ts';
import { type Hands, handsOn, settle } from '../../play/hands.ts';
import { trainingProfile } from '../../support/clinic.ts';
import { TODAY, ZONE } from '../../support/times.ts';
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
  return { ...window, clock, hands: handsOn(page), seen };
}

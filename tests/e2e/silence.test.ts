import { expect, it } from 'vitest';
import { inDialog } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { startAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

const SAID = 'The program is not answering. This screen stands still since 10:05:00.';

/** Nothing else happens in the main process meanwhile: the test runs in it. */
function standStill(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('a main process that stands still is said a second after a press, over the sheet too, until it answers', async () => {
  const program = await openTrainingWindow({
    between: (answer) => async (channel, request) => {
      if (channel === 'infusion:pause') standStill(4_000);
      return answer(channel, request);
    },
  });
  const { page, clock, hands } = program;
  await startAda(program);
  await openChair(hands, 2);
  clock.set(at('10:05:00'));
  await hands.key('p');
  const sheet = inDialog(hands);
  await sheet.sees(/^Record pause at 10:05:00/);
  // The window itself notes when the words come and go: while it stands still the test cannot look.
  await page.evaluate((said) => {
    const noted: { pressed?: number; came?: number; went?: number; readable?: boolean } = {};
    Object.assign(window, { noted });
    addEventListener('keydown', () => (noted.pressed ??= performance.now()), true);
    new MutationObserver(() => {
      const note = [...document.querySelectorAll('[role=alert]')].find((each) =>
        each.textContent?.includes(said),
      );
      if (note && !noted.came) {
        noted.came = performance.now();
        noted.readable = note.closest('[aria-hidden=true], [inert]') === null;
      }
      if (!note && noted.came) noted.went ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true });
  }, SAID);
  await sheet.press(/^Record pause at 10:05:00/);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const noted = await page.evaluate(
    () => Reflect.get(window, 'noted') as { pressed: number; came: number; went: number; readable: boolean },
  );
  expect(noted.came - noted.pressed).toBeLessThan(2_000);
  expect(noted.came - noted.pressed).toBeGreaterThanOrEqual(950);
  expect(noted.went).toBeGreaterThan(noted.came);
  expect(noted.readable).toBe(true);
  expect(await page.getByText(SAID).count()).toBe(0);
});

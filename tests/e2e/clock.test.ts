import { expect, it, onTestFinished } from 'vitest';
import { handsOn } from '../play/hands.ts';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';
import { NEW_VERSION, publishStricter } from '../support/stricterLibrary.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { createUnsteadyClock } from '../support/unsteadyClock.ts';
import { openWindow } from '../support/window.ts';

const HOUR = 3_600_000;

/** The training clinic on a machine that sleeps and whose clock is moved. */
async function onUnsteadyClock() {
  const clock = createUnsteadyClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  return { ...window, clock };
}

it('a moved clock is said on every screen until it is put away, and a sleep is asked about', async () => {
  const { clock, ...window } = await onUnsteadyClock();
  const { page } = window;
  await startAda({ ...window, clock });
  await page.getByText('OKAFOR').first().waitFor();
  const text = async (): Promise<string> =>
    (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');

  clock.set(at('10:12:00'));
  clock.moveWall(-HOUR);
  const banner = page.getByText(
    /^Computer clock moved back by 1\sh\s00\smin, from 10:12:00 to 09:12:00\. Elapsed times and totals are not affected\. Check the clock\.$/,
  );
  await banner.waitFor();
  // 10.8 of 36 mL, and 28 min left at 54 mL/h: as if nobody had touched the clock; the end is said by the new time.
  await page.getByText('28 min left').waitFor();
  expect(await text()).toContain('≈ 10.8 of 36 mL');
  expect(await text()).toContain('09:40:00');

  const hands = handsOn(page);
  await hands.press('Seen');
  await banner.waitFor({ state: 'detached' });
  await window.call('identity:lock', {});
  await page.reload();
  await banner.waitFor();
  await window.signIn('lim');
  await page.reload();
  await banner.waitFor();

  clock.sleep(98_000);
  const alert = page.getByRole('alert').filter({ hasText: 'OKAFOR' });
  await alert.waitFor();
  expect((await alert.innerText()).replaceAll('\u00a0', ' ')).toContain(
    'App stood still 09:12:00–09:13:38 (1 min 38 s). The pump was not affected. Type what the pump shows now.',
  );
  expect(await text()).toContain('not confirmed');
});

it('what became due while the computer slept is said to be overdue within a second of waking', async () => {
  const program = await onUnsteadyClock();
  const { page, clock } = program;
  await startAda(program);
  clock.set(at('10:05:00'));
  await page.getByText('OKAFOR').first().waitFor();
  expect(await page.getByText(/^OVERDUE/).count()).toBe(0);
  await page.evaluate((woke) => {
    const noted: { woke?: number; said?: number } = {};
    Object.assign(window, { noted });
    const { on } = window.infusionDesk;
    on('clock', ({ now }) => {
      if (now >= woke) noted.woke ??= performance.now();
    });
    new MutationObserver(() => {
      if (document.body.innerText.includes('OVERDUE')) noted.said ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, at('10:40:00'));
  clock.sleep(35 * 60_000);
  await page
    .getByText(/^OVERDUE/)
    .first()
    .waitFor();
  const noted = await page.evaluate(() => Reflect.get(window, 'noted') as { woke: number; said: number });
  expect(noted.said - noted.woke).toBeLessThan(1_000);
});

it('a session whose library was replaced meanwhile says so, and that it keeps its own', async () => {
  const clinic = await openClinic();
  await startAda(clinic);
  await publishStricter(clinic);
  clinic.desk.close();
  const clock = createUnsteadyClock(at('10:05:00'), ZONE);
  const window = await openWindow({ paths: clinic.paths, clock, open: 'training' });
  onTestFinished(() => window.app.close());
  await window.signIn('lim');
  await window.page.reload();
  await window.page.getByText('OKAFOR').first().waitFor();
  const hands = handsOn(window.page);
  await hands.key('2');
  await hands.key('Enter');
  await window.page
    .getByText(
      `Library ${NEW_VERSION} is in force now. This session keeps EXAMPLE 2025.11-v7 and its limits.`,
    )
    .waitFor();
});

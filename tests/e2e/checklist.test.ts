import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { answerChecklist, identify } from '../play/checklistPlay.ts';
import { handsOn, inDialog, settle } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { matchAda, prepareForAda, readPumpBack, vitals } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

it('the start waits for every item of the checklist, for a prescriber after 4 h 50 min of 6, and for two identifiers', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const clinic = { ...window, clock };
  const session = await matchAda(clinic);
  await prepareForAda(clinic, session);
  clock.set(at('09:52:00'));
  const baseline = { session, vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
  await window.call('observation:record', baseline);
  await readPumpBack(clinic, session);
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const hands = handsOn(page);
  await openChair(hands, 2);

  await hands.sees('0 of 15 answered');
  await hands.sees('15 items of the checklist are not asked yet.');
  const inBothThemes = async (): Promise<void> => {
    for (const theme of ['dim', 'light']) {
      await page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      await settle(page);
      expect(await axeViolations(page)).toEqual([]);
    }
  };
  await inBothThemes();
  // The first item nobody has asked about has the focus.
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Answer: Arrived');
  await answerChecklist(hands);
  await hands.sees('15 of 15 answered');
  expect((await window.call('session:load', { session })).state).toBe('READY');

  // Breakfast at 05:10 after all: the nurse alone cannot start.
  await hands.press('Change: Last food');
  const food = inDialog(hands, 'Last food');
  await food.type('Time', '05:10');
  await food.pick('Today', 'Day');
  await inBothThemes();
  await food.press(/^Save for Chair 2/);
  clock.set(at('10:00:00'));
  await hands.sees(/4.h.50.min, rule 6.h/);
  await hands.sees('A prescriber decides first: Last food.');
  await inBothThemes();
  await hands.press('Prescriber decides: Last food');
  const decision = inDialog(hands, 'A prescriber decides');
  await decision.type('Reason to go on', 'light meal');
  const { secret } = await window.second('patel');
  await decision.choose(/Prescriber/, 'Dr S. Patel');
  await decision.secret(/of Dr S. Patel/, secret);
  await decision.press(/^Save for Chair 2/);
  await hands.sees(/decided: light meal/);

  await hands.sees('Ask the patient to say their name first.');
  await identify(hands);
  await inBothThemes();
  await hands.press(/^Start Chair 2/);
  for (const second of ['10:00:01', '10:00:02', '10:00:03']) {
    await page.waitForTimeout(950);
    clock.set(at(second));
  }
  await page.getByRole('region', { name: 'Given' }).waitFor();
  expect((await window.call('session:load', { session })).state).toBe('RUNNING');
});

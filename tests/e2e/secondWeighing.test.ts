import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { type Hands, handsOn } from '../play/hands.ts';
import { openPatient } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { orderForAda } from '../support/referenceSession.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { axeViolations, everythingInPage } from './support/pages.ts';

const POUNDS = '160 kg (= 353 lb) is about 2.2 times 72.4 kg; BMI 54.1. Weigh again.';
const RECORD = 'Record weight for OKAFOR, Ada';

const textOf = async ({ page }: OpenWindow): Promise<string> =>
  (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');

/** R. Lim before Ada's record: weighed last on 10 November 2025, 72.4 kg. */
async function atAda() {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  await window.signIn('lim');
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const hands = handsOn(window.page);
  await openPatient(hands);
  return { window, hands, clock, second: window.page.getByRole('textbox', { name: 'Second weighing' }) };
}

async function typeWeighing(hands: Hands, weight: string): Promise<void> {
  await hands.type('Weight', weight);
  await hands.type('Scale', 'scale 1');
  await hands.pick('Measured', 'How');
  await hands.pick('Yes', 'Clothed');
}

it('pounds typed as kilograms are named at once, and stand only after a second weighing is typed', async () => {
  const { window, hands, second } = await atAda();
  await typeWeighing(hands, '160');
  await second.waitFor();
  expect(await textOf(window)).toContain(POUNDS);
  expect(await textOf(window)).not.toContain('72.6');
  expect(await second.inputValue()).toBe('');
  expect(await textOf(window)).toContain('Weigh again and type the second weighing.');
  expect(await axeViolations(window.page)).toEqual([]);

  const isStopped = await second.evaluate(
    (field) => !field.dispatchEvent(new Event('paste', { bubbles: true, cancelable: true })),
  );
  expect(isStopped).toBe(true);
  await hands.sees('Copying and pasting are closed here. Type the value from the source');

  await hands.type('Second weighing', '72.6');
  await hands.press(RECORD);
  await hands.sees(/^The two weighings differ\. Weigh a third time\./);
  await hands.type('Second weighing', '160');
  await hands.press(RECORD);
  await window.page.getByRole('region', { name: 'Weighings' }).getByText('weighed twice').waitFor();
  await second.waitFor({ state: 'detached' });
});

it('the weight is echoed in pounds as it is typed, and before anything is recorded', async () => {
  const { window } = await atAda();
  await window.page.getByRole('textbox', { name: 'Weight' }).pressSequentially('72', { delay: 120 });
  await window.page.getByRole('img', { name: '159 pounds' }).waitFor();
});

it('the question goes with the weight: one that can be true, or a stated one, is asked for once', async () => {
  const { hands, second } = await atAda();
  await typeWeighing(hands, '79.8');
  await second.waitFor();
  await hands.pick('Stated', 'How');
  await second.waitFor({ state: 'detached' });
  await hands.pick('Measured', 'How');
  await second.waitFor();
  await hands.type('Weight', '79.6');
  await second.waitFor({ state: 'detached' });
  await hands.press(RECORD);
  await hands.sees(/^Recorded 09:00/);
});

it('while an entry is blind the second weighing is asked for without a number of the first', async () => {
  const { window, hands, second } = await atAda();
  await typeWeighing(hands, '68.5');
  await hands.press(RECORD);
  await hands.sees(/^Recorded 09:00/);
  const clock = { ...createSetClock(TODAY, ZONE), set: () => undefined };
  await orderForAda({ ...window, clock }, await window.patient('okafor ada'));
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const heard = window.heard.length;
  await openPatient(hands);
  await typeWeighing(hands, '160');
  await second.waitFor();
  expect(await textOf(window)).toContain('Weigh again and type the weight a second time.');
  const everything = [await everythingInPage(window.page), ...window.heard.slice(heard)].join('\n');
  expect(everything).not.toMatch(/68\.5|72\.4|BMI/);
});

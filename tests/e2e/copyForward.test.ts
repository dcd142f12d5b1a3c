import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, settle } from '../play/hands.ts';
import { openPatient } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { weighAda } from '../support/referenceSession.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

it('the numbers of the last session stand hollow in the plan until each is entered by key', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  await weighAda({ ...window, clock });
  await window.signIn('patel');
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const hands = handsOn(page);
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  const dose = page.getByRole('textbox', { name: 'Dose' });
  await dose.waitFor();
  await settle(page);
  expect(await dose.inputValue()).toBe('0.5');
  expect(await page.getByText('last time: Enter, or type').count()).toBe(4);
  expect(await page.getByText('Not worked out yet').count()).toBe(3);
  expect(await axeViolations(page)).toEqual([]);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/hollow.png` });
  await hands.choose(/Chair/, 'Chair 2');
  await hands.choose(/Vial/, '10 mg per mL');
  await hands.pick(/made up to/);

  await dose.focus();
  await hands.key('Enter');
  await page.getByText('zero point five milligrams per kilogram').waitFor();
  expect(await page.getByText('last time: Enter, or type').count()).toBe(3);
  await page
    .getByText('Over, Drug amount, Volume: copied from last time. Press Enter there, or type.')
    .waitFor();
  await hands.type('Over', '45');
  await hands.type('Drug amount', '50');
  await page.getByRole('textbox', { name: 'Volume' }).focus();
  await hands.key('Enter');
  await page.getByText('48 mL/h. Ends 45 min after start, at 09:57 if started now.').waitFor();
  expect(await page.getByText('last time: Enter, or type').count()).toBe(0);
  await page.getByRole('button', { name: /^Authorise 0\.5.mg\/kg over 45.min = 36.mg for OKAFOR/ }).waitFor();
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/entered.png` });
});

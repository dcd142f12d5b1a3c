import { expect, it } from 'vitest';
import { openChair, openPatient } from '../play/referencePlay.ts';
import { weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

it('a rate for hours is planned and entered by hand, its time in boxes of hours and minutes', async () => {
  const window = await openTrainingWindow();
  const { page, clock, hands, seen } = window;
  await weighAda(window);
  await window.signIn('patel');
  clock.set(at('09:15:00'));
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await hands.choose(/Chair/, 'Chair 2');
  await hands.choose(/Protocol/, 'ketamine — pain, days');
  await hands.type('Dose', '22');
  await hands.type('Over, days', '1');
  await hands.type('Over, hours', '0');
  await hands.type('Over, minutes', '0');
  await hands.choose(/Vial/, '50 mg per mL');
  await hands.type('Drug amount', '1000');
  await hands.type('Volume', '500');
  await hands.pick(/made up to/);
  await page.getByRole('button', { name: /^Authorise 22.mg\/h over 1.d/ }).waitFor();
  expect(await seen('plan-days')).toContain(
    '11 mL/h. Ends 1 d 00 h 00 min after start, at 15-Nov-2025 09:15 if started now. One bag is enough.',
  );

  // Another protocol takes nothing over of what was typed for the first.
  await hands.choose(/Protocol/, 'ketamine — pain, hours');
  expect(await page.getByRole('textbox', { name: /^Dose/ }).inputValue()).toBe('');
  await hands.type('Dose', '0.35');
  await hands.type('Over, hours', '3');
  await hands.type('Over, minutes', '0');
  await hands.choose(/Vial/, '10 mg per mL');
  await hands.type('Drug amount', '100');
  await hands.type('Volume', '50');
  await hands.pick(/made up to/);
  const authorise = page.getByRole('button', { name: /^Authorise 0\.35.mg\/kg\/h over 3.h/ });
  await authorise.waitFor();
  const plan = await seen('plan-hours');
  expect(plan).toContain(
    '12.6 mL/h. Ends 3 h 00 min after start, at 12:15 if started now. One syringe is enough.',
  );
  expect(plan).toContain('25.2 mg/h × 3 h');

  await authorise.press('Enter');
  await hands.secret('Your passphrase', 'green-orchard');
  await hands.sees('cut here, one copy for each person');
  const sheet = await seen('sheet-hours');
  expect(sheet).toContain('0.35 mg/kg/h');
  expect(sheet).toContain('mg/kg/h × kg');
  expect(sheet).not.toMatch(/12\.6 mL\/h|37\.8 mL|75\.6 mg/);

  await window.signIn('lim');
  clock.set(at('09:21:00'));
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await hands.pick('Copy 1');
  await hands.type('Weight', '72');
  await hands.type('Dose', '0.35');
  await hands.type('Over, hours', '3');
  await hands.type('Over, minutes', '0');
  await hands.type('Pump rate', '12.6');
  await hands.type('Volume to give', '37.8');
  await hands.sees(/Ends in 3.h 00.min/);
  await seen('entry-hours');
}, 240_000);

import { expect, it } from 'vitest';
import { openChair } from '../play/referencePlay.ts';
import { planForAda, signOrder, typeRate } from './support/planByHand.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

const AUTHORISE = /^Authorise 0\.35.mg\/kg\/h over 3.h/;

it('a rate for hours is planned and entered by hand, its time in boxes of hours and minutes', async () => {
  const window = await openTrainingWindow();
  const { page, hands, seen } = window;
  await planForAda(window, 'ketamine — pain, days');
  await typeRate(hands, {
    dose: '22',
    over: { days: '1', hours: '0', minutes: '0' },
    vial: '50 mg per mL',
    amount: '1000',
    volume: '500',
  });
  await page.getByRole('button', { name: /^Authorise 22.mg\/h over 1.d/ }).waitFor();
  expect(await seen('plan-days')).toContain(
    '11 mL/h. Ends 1 d 00 h 00 min after start, at 15-Nov-2025 09:15 if started now. One bag is enough.',
  );

  // Another protocol takes nothing over of what was typed for the first.
  await hands.choose(/Protocol/, 'ketamine — pain, hours');
  expect(await page.getByRole('textbox', { name: /^Dose/ }).inputValue()).toBe('');
  await typeRate(hands, {
    dose: '0.35',
    over: { hours: '3', minutes: '0' },
    vial: '10 mg per mL',
    amount: '100',
    volume: '50',
  });
  await page.getByRole('button', { name: AUTHORISE }).waitFor();
  const plan = await seen('plan-hours');
  expect(plan).toContain(
    '12.6 mL/h. Ends 3 h 00 min after start, at 12:15 if started now. One syringe is enough.',
  );
  expect(plan).toContain('25.2 mg/h × 3 h');

  await signOrder(window, AUTHORISE);
  const sheet = await seen('sheet-hours');
  expect(sheet).toContain('0.35 mg/kg/h');
  expect(sheet).toContain('mg/kg/h × kg');
  expect(sheet).not.toMatch(/12\.6 mL\/h|37\.8 mL|75\.6 mg/);

  await window.as('lim', '09:21:00');
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

import { expect, it } from 'vitest';
import { openChair } from '../play/referencePlay.ts';
import { enterRate, startRate } from '../support/rateOrders.ts';
import { at } from '../support/times.ts';
import { ADJUSTED } from '../support/weightOrders.ts';
import { planForAda, signOrder, typeRate } from './support/planByHand.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

const AUTHORISE = /^Authorise 0\.35.mg\/kg\/h over 3.h/;

it('an order by adjusted weight is planned, printed, entered with the height, and shown with its formula', async () => {
  const window = await openTrainingWindow();
  const { page, clock, hands, seen } = window;
  await planForAda(window, 'ketamine — pain by adjusted weight');
  await typeRate(hands, {
    dose: '0.35',
    over: { hours: '3', minutes: '0' },
    vial: '10 mg per mL',
    amount: '100',
    volume: '50',
  });
  await page.getByRole('button', { name: AUTHORISE }).waitFor();
  const plan = await seen('weight-plan');
  expect(plan).toContain('Doses count on 66.7 kg, adjusted weight');
  expect(plan).toContain('0.35 mg/kg/h × 66.7 kg');

  const session = await signOrder(window, AUTHORISE);
  const sheet = await seen('weight-sheet');
  expect(sheet).toContain('adjusted weight (Devine, 0.4 of the excess), from the measured one within 24 h');
  expect(sheet).toContain(
    'ideal + 0.4 × (actual − ideal); below the ideal weight the actual one, at most 120 kg',
  );
  expect(sheet).not.toMatch(/66\.7 kg|172 cm|11\.7 mL\/h|35 mL/);

  await window.as('lim', '09:21:00');
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await hands.pick('Copy 1');
  await hands.type('Weight', '72');
  await hands.type('Height', '172');
  await hands.type('Dose', '0.35');
  await hands.type('Volume to give', '35');
  await seen('weight-entry');
  await hands.press('Cannot do this now');
  await enterRate(window, session, 1, ADJUSTED.values);
  clock.set(at('09:26:00'));
  await enterRate(window, session, 2, ADJUSTED.values);
  await page.reload();
  await openChair(hands, 2);
  await hands.sees(/66\.7.kg/);
  await seen('weight-matched');
  await startRate(window, session, ADJUSTED);
  await window.home();
  await openChair(hands, 2);
  await hands.sees(/11\.7.mL\/h/);
  expect(await seen('weight-running')).toContain('0.3508 mg/kg/h on 66.7 kg, adjusted weight');
}, 240_000);

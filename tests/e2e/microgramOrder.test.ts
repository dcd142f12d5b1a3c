import { expect, it } from 'vitest';
import { openChair } from '../play/referencePlay.ts';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import { enterRate, startRate } from '../support/rateOrders.ts';
import { publishSedative, SEDATION } from '../support/sedativeOrders.ts';
import { at } from '../support/times.ts';
import { planForAda, signOrder, typeRate } from './support/planByHand.ts';
import { openTrainingWindow, type TrainingWindow } from './support/trainingWindow.ts';

/** What a screen says, without what the patient had last time, of another drug. */
async function saidOn({ page, seen }: TrainingWindow, name: string): Promise<string> {
  const text = await seen(name);
  const last = await page
    .locator('p')
    .filter({ hasText: /^Last time/ })
    .allInnerTexts();
  return last.reduce((left, part) => left.replace(part.replaceAll('\u00a0', ' '), ''), text);
}

const AUTHORISE = /^Authorise 0\.5.mcg\/kg\/h over 3.h.*108.mcg/;

it('an order in mcg is planned, entered, prepared, run and wasted without a milligram on any screen', async () => {
  const paths = trainingProfile();
  const clinic = await openClinic({ paths });
  await publishSedative(clinic);
  clinic.desk.close();
  const window = await openTrainingWindow({ paths });
  const { page, clock, hands } = window;
  await planForAda(window, 'example sedative — hours');
  await typeRate(hands, {
    dose: '0.5',
    over: { hours: '3', minutes: '0' },
    vial: '100 mcg per mL',
    amount: '200',
    volume: '50',
  });
  await page.getByRole('button', { name: AUTHORISE }).waitFor();
  const plan = await saidOn(window, 'mcg-plan');
  expect(plan).toContain('36 mcg/h');
  expect(plan.match(/.{20}\bmg\b.{20}/g)).toBeNull();

  const session = await signOrder(window, AUTHORISE);
  expect(await saidOn(window, 'mcg-sheet')).not.toMatch(/\bmg\b/);

  await window.as('lim', '09:21:00');
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await hands.type('Dose', '0.5');
  expect(await saidOn(window, 'mcg-entry')).not.toMatch(/\bmg\b/);
  await hands.press('Cannot do this now');
  await enterRate(window, session, 1, SEDATION.values);
  clock.set(at('09:26:00'));
  await enterRate(window, session, 2, SEDATION.values);
  await page.reload();
  await openChair(hands, 2);
  await hands.sees(/100.mcg.per.mL/);
  expect(await saidOn(window, 'mcg-matched')).not.toMatch(/\bmg\b/);
  await startRate(window, session, SEDATION);
  clock.set(at('11:00:00'));
  await window.home();
  expect(await saidOn(window, 'mcg-board')).toContain('0.5 mcg/kg/h');
  await openChair(hands, 2);
  await hands.sees(/of 108.mcg/);
  expect(await saidOn(window, 'mcg-running')).not.toMatch(/\bmg\b/);
  clock.set(at('13:00:00'));
  await window.call('infusion:complete', {
    session,
    pumpVolume: '27',
    linePrimedWith: 'diluent',
    lineFlushed: true,
    differenceReason: null,
  });
  await page.reload();
  await openChair(hands, 2);
  await hands.press(/^Record waste/);
  await hands.sees(/92.mcg left in the syringe/);
  expect(await saidOn(window, 'mcg-waste')).not.toMatch(/\bmg\b/);
}, 240_000);

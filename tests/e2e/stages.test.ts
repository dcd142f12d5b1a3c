import { expect, it } from 'vitest';
import { identify } from '../play/checklistPlay.ts';
import { type Hands, inDialog } from '../play/hands.ts';
import { openChair, openSecondEntry } from '../play/referencePlay.ts';
import { prepareRate } from '../support/rateOrders.ts';
import { WITH_LOADING } from '../support/stagedOrders.ts';
import { at } from '../support/times.ts';
import { everythingInPage } from './support/pages.ts';
import { planForAda, signOrder } from './support/planByHand.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

const AUTHORISE = /^Authorise 54.mg in 2 stages for OKAFOR, Ada/;
const EACH =
  /^Authorise loading dose 18.mg over 20.min, then 0\.25.mg\/kg\/h over 2.h 00.min = 36.mg; 54.mg in all for OKAFOR/;

async function typeLoadingEntry(hands: Hands, copy: 1 | 2): Promise<void> {
  await hands.pick(`Copy ${copy}`);
  await hands.type('Day', '09');
  await hands.type(/Month/, '3');
  await hands.type('Year', '1984');
  await hands.choose(/Drug and strength/, 'ketamine 10');
  await hands.type('Weight', '72');
  await hands.type(/^Loading dose$/, '0.25');
  await hands.type('Loading dose over', '20');
  await hands.type(/^Dose/, '0.25');
  await hands.type('Over, hours', '2');
  await hands.type('Over, minutes', '0');
  await hands.type('Preparation, mg', '100');
  await hands.type('Preparation, mL', '50');
  await hands.type('Pump rate', '9');
  await hands.type('Volume to give', '18');
}

it('a loading dose is ordered, entered twice, started, followed by its infusion and ended, by keyboard alone', async () => {
  const window = await openTrainingWindow();
  const { page, hands, seen, clock } = window;
  const pinOfOsei = (await window.second('osei')).secret;
  await planForAda(window, 'ketamine — pain with a loading dose');
  await hands.pick('Give one first', 'Loading dose');
  await hands.type(/^Loading dose$/, '0.25');
  await hands.type('Over', '20');
  await hands.type(/^Dose/, '0.25');
  await hands.type('Over, hours', '2');
  await hands.type('Over, minutes', '0');
  await hands.choose(/Vial/, '10 mg per mL');
  await hands.type('Drug amount', '100');
  await hands.type('Volume', '50');
  await hands.pick(/made up to/);
  await page.getByRole('button', { name: AUTHORISE }).waitFor();
  const plan = await seen('stages-plan');
  expect(plan).toContain('27 mL/h for 20 min, then 9 mL/h for 2 h 00 min, each begun by a person.');
  expect(plan).toContain('18 mg, 9 mL at 27 mL/h, 20 min');

  // None is a choice too, and leaves nothing of it behind.
  await hands.pick('None', 'Loading dose');
  await page
    .getByRole('button', { name: /^Authorise 0\.25.mg\/kg\/h over 2.h 00.min = 36.mg for/ })
    .waitFor();
  await hands.pick('Give one first', 'Loading dose');
  expect(await page.getByRole('textbox', { name: /^Loading dose$/ }).inputValue()).toBe('');
  await hands.type(/^Loading dose$/, '0.25');
  await hands.type('Over', '20');
  await page.getByRole('button', { name: AUTHORISE }).waitFor();

  await hands.press(AUTHORISE);
  await inDialog(hands).page.getByRole('button', { name: EACH }).waitFor();
  await seen('stages-authorise');
  await hands.key('Escape');
  const session = await signOrder(window, AUTHORISE);
  const sheet = await seen('stages-sheet');
  expect(sheet).toContain('0.25 mg/kg over 20 min, first');
  expect(sheet).toContain('Both are without the loading dose.');
  expect(sheet).not.toMatch(/27 mL\/h|\b9 mL|54 mg/);

  await window.as('lim', '09:21:00');
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await typeLoadingEntry(hands, 1);
  await seen('stages-entry');
  await hands.press(/^Hand in the first entry/);
  await hands.sees('Second entry is waiting');
  clock.set(at('09:26:00'));
  await openSecondEntry(hands);
  await typeLoadingEntry(hands, 2);
  await seen('stages-second-entry');
  await hands.press(/^Compare/);
  await hands.sees(/agree/);

  await prepareRate(window, session, WITH_LOADING);
  await page.reload();
  await openChair(hands, 2);
  expect(await seen('stages-before-start')).toContain('loading dose');
  clock.set(at('09:56:00'));
  await hands.choose(/Programmed by/, 'R. Lim');
  await hands.type('Pump number', 'P-03');
  await hands.press('Read back by another person');
  const reader = inDialog(hands, 'Pump read-back');
  await reader.choose(/Reader/, 'J. Osei');
  await reader.secret('PIN of J. Osei', pinOfOsei);
  await reader.type('Rate', '27');
  await reader.type('Volume limit', '9');
  await reader.press(/^Save for Chair 2/);
  await hands.sees(/Agrees with the matched plan/);
  await identify(hands);
  clock.set(at('09:59:57'));
  await hands.sees(/27.mL\/h for 20.min, then 9.mL\/h for 2.h/);
  await hands.press(/^Start Chair 2/);
  for (const second of ['09:59:58', '09:59:59', '10:00:00']) {
    await page.waitForTimeout(950);
    clock.set(at(second));
  }
  await page.getByRole('region', { name: 'Given' }).waitFor();
  await hands.sees('next: 9 mL/h at 10:20:00');
  expect(await seen('stages-running')).toContain('Stage 1 of 2, loading dose');

  clock.set(at('10:16:00'));
  await page.getByRole('region', { name: 'Next stage' }).waitFor();
  clock.set(at('10:21:30'));
  await hands.sees('Loading dose has run in since 10:20:00: set the next');
  const over = await seen('stages-over');
  expect(over).toContain('≈ 9 of 27 mL');
  // Waiting for 90 s: the end moves on with it.
  expect(over).toContain('12:21:30');
  await hands.key('b');
  await hands.sees(/set the next stage, since 10:20:00/);
  await seen('stages-board');
  await openChair(hands, 2);

  await hands.key('t');
  const sheetOfStage = inDialog(hands, 'Begin the infusion');
  await sheetOfStage.sees(/Set the pump of Chair 2: 9.mL\/h, volume limit 18.mL/);
  await seen('stages-begin');
  await sheetOfStage.press('Read the pump');
  const own = inDialog(hands, 'Pump read-back');
  await own.type('Rate', '90');
  await own.type('Volume limit', '18');
  await seen('stages-read');
  const blind = (await everythingInPage(page)).replaceAll('\u00a0', ' ');
  expect(blind).not.toMatch(/\b9 mL\/h|0\.25 mg\/kg|54 mg|27 mL/);
  await own.press(/^Begin the infusion of Chair 2/);
  await hands.sees(/Check the pump, then read and enter it again/);
  await page.getByRole('textbox', { name: 'Rate' }).fill('');
  await own.type('Rate', '9');
  await own.press(/^Begin the infusion of Chair 2/);
  await hands.sees(/Infusion begun/);
  expect(await seen('stages-begun')).toContain('Stage 2 of 2, infusion');

  clock.set(at('12:21:30'));
  await hands.sees('≈ complete, read the pump');
  await hands.key('c');
  const ended = inDialog(hands);
  await ended.type('Volume given, as the pump shows', '27');
  await ended.pick('diluent', 'Line primed with');
  await ended.pick('yes', 'Line flushed at the end');
  await ended.press(/^Complete/);
  await page.getByRole('region', { name: 'To discharge' }).waitFor();
}, 400_000);

it('steps of a rate are added and removed by keyboard, and each is summed', async () => {
  const window = await openTrainingWindow();
  const { page, hands, seen } = window;
  await planForAda(window, 'ketamine — pain, a rate in steps');
  await hands.type(/^Dose/, '0.1');
  await hands.type('Over, hours', '1');
  await hands.type('Over, minutes', '0');
  for (const step of [2, 3]) {
    await hands.press(`Add step ${step}`);
    await hands.type(`Step ${step}, rate`, `0.${step}`);
    await hands.type(`Step ${step}, hours`, '1');
    await hands.type(`Step ${step}, minutes`, '0');
  }
  await hands.choose(/Vial/, '10 mg per mL');
  await hands.type('Drug amount', '100');
  await hands.type('Volume', '50');
  await hands.pick(/made up to/);
  await page.getByRole('button', { name: /^Authorise 43\.2.mg in 3 stages/ }).waitFor();
  const plan = await seen('stages-steps');
  expect(plan).toContain(
    '3.6 mL/h for 1 h 00 min, then 7.2 mL/h for 1 h 00 min, then 10.8 mL/h for 1 h 00 min',
  );
  await hands.press('Remove step 3');
  await page.getByRole('button', { name: /^Authorise 21\.6.mg in 2 stages/ }).waitFor();
  await signOrder(window, /^Authorise/);
  expect(await seen('stages-steps-sheet')).toContain('0.2 mg/kg/h over 1 h 00 min');
  await window.as('lim', '09:21:00');
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await page.getByRole('textbox', { name: 'Step 2, mg/kg/h' }).waitFor();
  await hands.type('Step 2, mg/kg/h', '0.2');
  await hands.type('Step 2, hours', '1');
  await hands.type('Step 2, minutes', '0');
  await seen('stages-steps-entry');
}, 240_000);

import { expect, it } from 'vitest';
import { openChair, openPatient } from '../play/referencePlay.ts';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import { enterRate, startRate } from '../support/rateOrders.ts';
import { weighAda } from '../support/referenceSession.ts';
import { publishSedative, SEDATION } from '../support/sedativeOrders.ts';
import { at } from '../support/times.ts';
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

it('an order in mcg is planned, entered, prepared, run and wasted without a milligram on any screen', async () => {
  const paths = trainingProfile();
  const clinic = await openClinic({ paths });
  await publishSedative(clinic);
  clinic.desk.close();
  const window = await openTrainingWindow({ paths });
  const { page, clock, hands } = window;
  await weighAda(window);
  await window.signIn('patel');
  clock.set(at('09:15:00'));
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await hands.choose(/Chair/, 'Chair 2');
  await hands.choose(/Protocol/, 'example sedative — hours');
  await hands.type('Dose', '0.5');
  await hands.type('Over, hours', '3');
  await hands.type('Over, minutes', '0');
  await hands.choose(/Vial/, '100 mcg per mL');
  await hands.type('Drug amount', '200');
  await hands.type('Volume', '50');
  await hands.pick(/made up to/);
  const authorise = page.getByRole('button', { name: /^Authorise 0\.5.mcg\/kg\/h over 3.h.*108.mcg/ });
  await authorise.waitFor();
  const plan = await saidOn(window, 'mcg-plan');
  expect(plan).toContain('36 mcg/h');
  expect(plan.match(/.{20}\bmg\b.{20}/g)).toBeNull();

  await authorise.press('Enter');
  await hands.secret('Your passphrase', 'green-orchard');
  await hands.sees('cut here, one copy for each person');
  expect(await saidOn(window, 'mcg-sheet')).not.toMatch(/\bmg\b/);
  const board = await window.call('board:load', {});
  const session = board.chairs.find(({ number }) => number === 2)?.session?.id ?? '';

  await window.signIn('lim');
  clock.set(at('09:21:00'));
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
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
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
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

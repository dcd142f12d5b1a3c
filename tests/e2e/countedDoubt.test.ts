import { expect, it } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { inDialog } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import { SPRAY_VALUES, SPRAYS, startSprays } from '../support/countedOrder.ts';
import { enterRate } from '../support/rateOrders.ts';
import { orderForAda, weighAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

/** One spray more than was ordered. */
const OTHER = { ...SPRAY_VALUES, doses: '4', total: '40' };

it('sprays that two people entered differently are named by field alone, and after two attempts the prescriber sees both sets', async () => {
  const window = await openTrainingWindow();
  const { page, hands, seen } = window;
  const session = await orderForAda(window, await weighAda(window), SPRAYS);
  await enterRate(window, session, 1, SPRAY_VALUES);
  await enterRate(window, session, 2, OTHER);
  await window.as('lim', '09:27:00');
  await openChair(hands, 2);
  await page.getByRole('heading', { name: 'The entries do not agree' }).waitFor();
  const mismatch = await seen('counted-mismatch');
  expect(mismatch).toContain('The two entries do not agree on: Number of doses, Total.');
  expect(mismatch).not.toMatch(/30 mg|40 mg|72 kg|Pump rate|Volume to give/);
  await hands.press('Start attempt 2 of 2 — Chair 2');
  await hands.sees('First entry waiting, Chair 2');
  await enterRate(window, session, 1, SPRAY_VALUES);
  await enterRate(window, session, 2, OTHER);
  await window.as('amari', '09:30:00');
  await openChair(hands, 2);
  await seen('counted-held');
  await hands.press('Review the hold — Chair 2');
  await hands.press('Open the two entries');
  const sets = page.getByRole('table', { name: 'The two sets that do not agree' });
  await sets.waitFor();
  const shown = await seen('counted-hold');
  expect(shown).not.toMatch(/Pump rate|Volume to give/);
  const row = (name: string) => sets.getByRole('row', { name: new RegExp(name) }).innerText();
  expect((await row('Total')).match(/[34]0/g)?.toSorted()).toEqual(['30', '40']);
}, 60_000);

it('after a restart between two sprays it is asked whether one was given meanwhile', async () => {
  const paths = trainingProfile();
  const clock = createSetClock(TODAY, ZONE);
  const before = await openClinic({ paths, clock, ticks: true });
  const session = await startSprays(before);
  clock.set(at('10:02:00'));
  before.desk.close();
  const window = await openTrainingWindow({ paths, now: at('10:04:10') });
  const { page, hands, seen } = window;
  await window.as('lim', '10:04:10');
  await seen('counted-gap-board');
  await openChair(hands, 2);
  await page.getByRole('heading', { name: /^Counted doses, Chair 2/ }).waitFor();
  await seen('counted-gap');
  const alert = page.getByRole('alert').filter({ hasText: 'App was closed' });
  await alert.getByRole('button').first().press('Enter');
  const sheet = inDialog(hands);
  await seen('counted-gap-sheet');
  await sheet.press(/Chair 2/);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect((await window.call('session:load', { session })).interruption).toBeNull();
}, 60_000);

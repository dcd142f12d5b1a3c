import { expect, it } from 'vitest';
import { openChair } from '../play/referencePlay.ts';
import { matchAda } from '../support/referenceSession.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

it('a lot in use is taken from a list and none before, with lot and expiry to be read beside the vial', async () => {
  const window = await openTrainingWindow();
  const { page, hands, seen } = window;
  const session = await matchAda(window);
  await window.home();
  await openChair(hands, 2);
  await hands.sees('soonest expiry first');
  const value = (name: string) => page.getByRole('textbox', { name }).inputValue();
  expect([await value('Lot'), await value('Expiry')]).toEqual(['', '']);
  await hands.choose(/Lot in use/, 'Lot K24B117 · expiry 08-2027');
  expect([await value('Lot'), await value('Expiry')]).toEqual(['K24B117', '08-2027']);
  await hands.choose(/Vial, as its label says/, 'ketamine 10');
  await hands.choose(/Vials opened/, '1');
  await seen('lot-in-use');
  await hands.press(/^Save the vial/);
  await page.getByRole('textbox', { name: 'Volume drawn' }).waitFor();
  const { preparation } = await window.call('session:load', { session });
  expect(preparation?.vial).toMatchObject({ lot: 'K24B117', expiry: '2027-08' });
}, 60_000);

import { expect, it } from 'vitest';
import { inDialog } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { startFourHours } from '../support/containerOrders.ts';
import { at } from '../support/times.ts';
import { everythingInPage } from './support/pages.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

it('a second syringe is prepared, announced and changed by two people, by keyboard alone', async () => {
  const window = await openTrainingWindow();
  const { page, clock, hands, seen } = window;
  const pinOfOsei = (await window.second('osei')).secret;
  await startFourHours(window);
  clock.set(at('13:00:00'));
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  expect(await seen('container-board')).toContain('syringe until 13:34');
  await openChair(hands, 2);
  await hands.sees('syringe 1 of 2 lasts to 13:34:17');
  expect(await page.getByText('is not prepared').count()).toBe(0);

  // In the last 20 min the change is announced.
  clock.set(at('13:14:18'));
  await hands.sees('syringe empty at 13:34:17');
  expect(await seen('container-announced')).toContain('syringe 2 is not prepared');

  await hands.key('g');
  await inDialog(hands, 'Change the syringe').press('Prepare syringe 2');
  await hands.sees('Preparation of syringe 2');
  await hands.choose(/Vial, as its label says/, 'ketamine 10');
  await hands.type('Lot', 'K24B118');
  await hands.type('Expiry', '08-2027');
  await hands.choose(/Vials opened/, '1');
  expect(await seen('container-prepare')).toContain('Alone lasts at 14 mL/h');
  await hands.press(/^Save the vial/);
  await page.getByRole('textbox', { name: 'Volume drawn' }).waitFor();
  await hands.type('Volume drawn', '10');
  await hands.press(/^Save the draw-up/);
  await page.getByRole('textbox', { name: 'Final volume' }).waitFor();
  await hands.type('Final volume', '50');
  await hands.press(/^Save the final volume/);
  await hands.press('Open the view of the witness');
  const witness = inDialog(hands, 'Witness');
  await witness.choose(/Witness/, 'J. Osei');
  await witness.secret('PIN of J. Osei', pinOfOsei);
  await witness.type('Volume drawn', '10');
  await witness.type('Final volume', '50');
  await witness.press(/^Save for Chair 2/);
  await hands.sees('The last 4 are typed when the syringe is changed');
  const label = /KT-B\d{3}/.exec(await seen('container-label'))?.[0] ?? '';
  expect(label).not.toBe('');
  await hands.press('Back to Chair 2');
  await hands.sees(`syringe 2 is ready, ${label}`);

  // Empty at 13:34:17, and nobody has changed it: nothing is counted beyond it.
  clock.set(at('13:35:00'));
  await hands.sees('syringe empty since 13:34:17');
  const empty = await seen('container-empty');
  expect(empty).toContain('≈ 50 of 56 mL');
  // Empty for 43 s: the end moves on with it.
  expect(empty).toContain('14:00:42');

  await hands.key('g');
  const sheet = inDialog(hands, 'Change the syringe');
  await sheet.type('Left in syringe 1', '0.4');
  await sheet.type('Last 4 of the new label', '9999');
  clock.set(at('13:35:40'));
  await sheet.press('The pump runs again now');
  expect(await seen('container-change')).toContain('Stop the pump first.');
  await sheet.press('The checker reads the pump');
  const checker = inDialog(hands, 'Pump read-back');
  await checker.choose(/Checked by/, 'J. Osei');
  await checker.secret('PIN of J. Osei', pinOfOsei);
  await checker.type('Rate', '140');
  await seen('container-check');
  const blind = (await everythingInPage(page)).replaceAll('\u00a0', ' ');
  expect(blind).not.toMatch(/\b14 mL\/h|0\.35|112 mg|\b56 mL|9999/);
  await checker.press(/^Change the syringe of Chair 2/);
  await hands.sees(/These are not the last 4 of the label for this session/);
  await checker.press('Cannot do this now');

  const again = inDialog(hands, 'Change the syringe');
  await page.getByRole('textbox', { name: 'Last 4 of the new label' }).fill('');
  await again.type('Last 4 of the new label', label.slice(-4));
  await again.press('The checker reads the pump');
  const reader = inDialog(hands, 'Pump read-back');
  await reader.choose(/Checked by/, 'J. Osei');
  await reader.secret('PIN of J. Osei', pinOfOsei);
  await reader.type('Rate', '14');
  await reader.press(/^Change the syringe of Chair 2/);
  await hands.sees(`Syringe 2 connected, ${label}`);
  const changed = await seen('container-changed');
  expect(changed).toContain('pump stopped 40 s; 0.4 mL left in syringe 1; record 0 mL');
  expect(changed).toContain('14:01:22');
}, 240_000);

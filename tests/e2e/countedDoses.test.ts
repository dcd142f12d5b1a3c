import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { identify } from '../play/checklistPlay.ts';
import { handsOn, inDialog, settle } from '../play/hands.ts';
import { openChair, openPatient } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { SPRAY_VALUES } from '../support/countedOrder.ts';
import { answerChecks, vitals, weighAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

/** A picture of the page for whoever asks for one. */
const PICTURES = process.env['PICTURES'];

/** What belongs to a pump and stands on no screen of counted doses. */
const OF_A_PUMP = /mL\/h|Pump rate|Volume to give|Nurse may set/;

it('three sprays are planned, entered, filled, given and balanced by hand, without a field of a pump', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const theme = process.env['THEME'] === 'dim' ? 'dim' : 'light';
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training', theme });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const hands = handsOn(page);
  const text = async () => (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');
  const seen = async (name: string) => {
    await settle(page);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${theme}.png` });
    expect(await axeViolations(page), name).toEqual([]);
    const shown = await text();
    expect(shown, name).not.toMatch(OF_A_PUMP);
    return shown;
  };
  const home = async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  };
  await weighAda({ ...window, clock });
  await window.signIn('patel');
  clock.set(at('09:15:00'));
  await home();
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await hands.choose(/Chair/, 'Chair 2');
  await hands.choose(/Protocol/, 'ketamine — intranasal');
  await hands.type('Number of doses', '3');
  await hands.type('Gap', '5');
  await hands.choose(/Vial/, '50 mg per mL');
  const authorise = page.getByRole('button', { name: /^Authorise 3 sprays of 10.mg, 5.min apart = 30.mg/ });
  await authorise.waitFor();
  const plan = await seen('plan');
  expect(plan).toContain('0.4167 mg/kg. The last one 10 min after the first at the earliest.');
  expect(plan).toContain('3 sprays × 0.2 mL + 0.1 mL that stays behind');
  await authorise.press('Enter');
  await hands.secret('Your passphrase', 'green-orchard');
  await hands.sees('cut here, one copy for each person');
  const sheet = await seen('sheet');
  expect(sheet).toContain('mg of one spray × number');
  expect(sheet).not.toMatch(/30 mg|72 kg|0\.2 mL|0\.7 mL/);

  await window.signIn('lim');
  clock.set(at('09:21:00'));
  await home();
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await hands.pick('Copy 1');
  await hands.type('Day', '09');
  await hands.type(/^Month/, '3');
  await hands.type('Year', '1984');
  await hands.choose(/Drug and strength/, '50 mg per mL');
  await hands.type('Weight', '72');
  await hands.type('Dose', '10');
  await hands.type('Number of doses', '3');
  await hands.type('Gap', '5');
  await hands.type('Total', '30');
  await seen('first-entry');
  await hands.press(/^Hand in the first entry/);
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();

  clock.set(at('09:26:00'));
  const by = await window.second('osei');
  const { ticket, session } = await window.call('entry:open', { session: await sessionOf(), by });
  await window.call('entry:submit', { ticket, copy: 2, values: SPRAY_VALUES, corrections: 0 });
  clock.set(at('09:33:00'));
  await home();
  await openChair(hands, 2);
  await seen('vial');
  await hands.choose(/Vial, as its label says/, '50 mg per mL');
  await hands.type('Lot', 'K24B117');
  await hands.type('Expiry', '08-2027');
  await hands.choose(/Vials opened/, '1 vial');
  await hands.press(/^Save the vial for Chair 2/);
  await hands.type('Volume drawn', '0.7');
  await seen('draw');
  await hands.press(/^Save the draw-up for Chair 2/);
  await hands.press('Open the view of the witness');
  await page.getByRole('dialog', { name: 'Witness' }).waitFor();
  expect(await seen('witness')).not.toContain('0.7 mL');
  await page.keyboard.press('Escape');
  const witness = await window.second('osei');
  const filled = await window.call('doses:witness', { session, witness, volumeDrawn: '0.7' });
  await hands.sees(/^Label, enlarged/);
  const label = await seen('label');
  expect(label).toContain('INTRANASAL ONLY');
  expect(label).toContain('undiluted, 3 sprays of 10 mg');
  await hands.press('Save PDF');
  await page.getByText(/^Saved as .*label\.pdf$/).waitFor();
  await hands.type('Why REPRINT 2', 'no printer');
  await hands.press('Copy by hand');
  await hands.sees('Label, to copy by hand');
  await seen('label-by-hand');
  await hands.type('Last 4 of the label', filled.preparation?.witnessed?.label.slice(-4) ?? '');
  await hands.press(/^Save the label for Chair 2/);

  clock.set(at('09:50:00'));
  await answerChecks({ ...window, clock }, session, ['access']);
  clock.set(at('09:52:00'));
  const baseline = { vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
  await window.call('observation:record', { session, ...baseline });
  clock.set(at('10:00:00'));
  await home();
  await openChair(hands, 2);
  await hands.sees('Two identifiers, asked of the patient now');
  await identify(hands);
  await hands.pick('Left nostril');
  await seen('before-start');
  await hands.press(/^Record spray 1 of 3, Chair 2/);
  await page.getByRole('heading', { name: /^Counted doses, Chair 2/ }).waitFor();
  const running = await seen('running');
  expect(running).toMatch(/Sprays[\s\S]*in 5 min/);

  clock.set(at('10:03:00'));
  await hands.key('d');
  const dose = inDialog(hands);
  await dose.pick('Right nostril');
  await dose.sees(/Spray 2 is due in 2.min\./);
  await seen('early');
  await hands.key('Escape');
  clock.set(at('10:05:00'));
  await hands.key('d');
  await inDialog(hands).pick('Right nostril');
  await inDialog(hands).press(/^Record spray 2 of 3, Chair 2/);
  await hands.sees(/Spray 2 of 3, right nostril/);
  await home();
  expect(await seen('board')).toContain('20 mg of 30 mg');
  await openChair(hands, 2);
  await page.getByRole('heading', { name: /^Counted doses, Chair 2/ }).waitFor();
  clock.set(at('10:10:00'));
  await hands.key('d');
  await inDialog(hands).pick('Left nostril');
  await inDialog(hands).press(/^Record spray 3 of 3, Chair 2/);
  await page.getByRole('heading', { name: 'Recovery' }).waitFor();
  const recovery = await seen('recovery');
  expect(recovery).toContain('30 mg given, 0.4167 mg/kg');
  expect(recovery).not.toContain('IV removed');

  const typed = { vial: '465', syringe: '5', line: '0' };
  await window.call('waste:record', { session, typed, witness, witnessTyped: typed });
  clock.set(at('10:45:00'));
  await window.signIn('patel');
  await window.call('recovery:discharge', { session, prescriber: null, reason: 'home with her partner' });
  await window.signIn('lim');
  await home();
  await hands.press(/^Unsigned/);
  await inDialog(hands).press('Review and sign');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.waitFor();
  const review = await seen('review');
  expect(review).toContain('Doses given');
  expect(review).toContain('1, left nostril');
  expect(review).not.toContain('final reading');
  if (PICTURES) {
    await page.setViewportSize({ width: 1366, height: 2400 });
    await settle(page);
    await page.screenshot({ path: `${PICTURES}/summary-${theme}.png` });
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  await hands.secret('Your passphrase', 'quiet-harbour');
  await hands.press('Sign v1');
  await hands.sees('A prescriber countersigns next.');

  async function sessionOf(): Promise<string> {
    const { chairs } = await window.call('board:load', {});
    return chairs.find(({ number }) => number === 2)?.session?.id ?? '';
  }
}, 240_000);

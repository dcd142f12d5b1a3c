import { expect, it, onTestFinished } from 'vitest';
import type { CountedDosesProtocol } from '../../src/core/library/library.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { identify } from '../play/checklistPlay.ts';
import { handsOn, inDialog, settle } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { clinicOn, trainingProfile } from '../support/clinic.ts';
import { SPRAY_VALUES, SPRAYS } from '../support/countedOrder.ts';
import { DEMO_LIBRARY, publishLibrary } from '../support/publish.ts';
import { enterRate } from '../support/rateOrders.ts';
import { answerChecks, orderForAda, vitals, weighAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

/** A picture of the page for whoever asks for one. */
const PICTURES = process.env['PICTURES'];

const spraying = DEMO_LIBRARY.protocols.find(({ mode }) => mode === 'countedDoses') as CountedDosesProtocol;
/** Two injections of 20 mg, at least 10 min apart, into a muscle. EXAMPLE, not for clinical use. */
const INJECTIONS: CountedDosesProtocol = {
  ...spraying,
  id: 'ketamine-muscle',
  name: 'ketamine intramuscular',
  title: 'ketamine — into a muscle',
  route: 'intramuscular',
  perDose: '20 mg',
  doses: { lowest: 1, highest: 2 },
  gapMinutes: 10,
  device: { kind: 'injection', name: '1 mL syringe', deadSpace: '0 mL', doseMaximum: '1 mL', useByHours: 4 },
};
const PLAN = { ...SPRAYS, protocol: INJECTIONS.id, doses: '2', gap: '10' };
const VALUES = { ...SPRAY_VALUES, dose: '20', doses: '2', gap: '10', total: '40' };

it('two injections get a label each, go into the muscle that is chosen, and end the giving', async () => {
  const paths = trainingProfile();
  const before = await clinicOn(paths);
  await publishLibrary(before, {
    version: 'EXAMPLE muscle',
    protocols: [...DEMO_LIBRARY.protocols, INJECTIONS],
  });
  before.desk.close();
  const clock = createSetClock(TODAY, ZONE);
  const theme = process.env['THEME'] === 'dim' ? 'dim' : 'light';
  const window = await openWindow({ paths, clock, open: 'training', theme });
  onTestFinished(() => window.app.close());
  const clinic = { ...window, clock };
  const { page } = window;
  const hands = handsOn(page);
  const text = async () => (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');
  const seen = async (name: string) => {
    await settle(page);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/muscle-${name}-${theme}.png` });
    expect(await axeViolations(page), name).toEqual([]);
    return text();
  };
  const atChair = async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
    await openChair(hands, 2);
  };

  const session = await orderForAda(clinic, await weighAda(clinic), PLAN);
  clock.set(at('09:21:00'));
  await enterRate(clinic, session, 1, VALUES);
  clock.set(at('09:26:00'));
  await enterRate(clinic, session, 2, VALUES);
  clock.set(at('09:33:00'));
  const vial = { product: 'ketamine-50-10', lot: 'K24B117', expiry: '2027-08', vials: 1 };
  await window.call('preparation:takeVial', { session, ...vial });
  await atChair();
  expect(await seen('draw')).toContain('2 syringes with 0.4 mL each, 1 mL syringe');
  await window.call('preparation:draw', { session, volume: '0.8' });
  const witness = await window.second('osei');
  const filled = await window.call('doses:witness', { session, witness, volumeDrawn: '0.8' });
  const label = filled.preparation?.witnessed?.label ?? '';
  await hands.sees('Print 2 labels');
  const labels = await seen('label');
  expect(labels).toContain('undiluted, 1 injection of 20 mg');
  expect(labels).toContain('INTRAMUSCULAR ONLY');
  await hands.type('Last 4 of the label', label.slice(-4));
  await hands.press(/^Save the label for Chair 2/);
  await page.getByRole('heading', { name: 'Before the start' }).waitFor();

  clock.set(at('09:50:00'));
  await answerChecks(clinic, session, ['access']);
  clock.set(at('09:52:00'));
  const baseline = { vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
  await window.call('observation:record', { session, ...baseline });
  clock.set(at('10:00:00'));
  await atChair();
  await hands.sees('Two identifiers, asked of the patient now');
  await identify(hands);
  await hands.pick('Left thigh');
  await seen('before-start');
  await hands.press(/^Record injection 1 of 2, Chair 2/);
  await page.getByRole('heading', { name: /^Counted doses, Chair 2/ }).waitFor();
  expect(await seen('running')).toMatch(/Injections[\s\S]*in 10 min/);

  clock.set(at('10:10:00'));
  await hands.key('d');
  const dose = inDialog(hands);
  await dose.pick('Right upper arm');
  await seen('dose');
  await dose.press(/^Record injection 2 of 2, Chair 2/);
  await page.getByRole('heading', { name: 'Recovery' }).waitFor();
  const { counted, timeline, state } = await window.call('session:load', { session });
  expect(state).toBe('RECOVERY');
  expect(counted?.doses.map(({ site }) => site)).toEqual([
    { kind: 'muscle', muscle: 'thigh', side: 'left' },
    { kind: 'muscle', muscle: 'upper arm', side: 'right' },
  ]);
  expect(timeline.map(({ text: line }) => line.replaceAll('\u00a0', ' '))).toContain(
    'Injection 2 of 2, right upper arm, 20 mg, 40 mg in all',
  );
}, 240_000);

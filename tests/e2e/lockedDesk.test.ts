import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { type Hands, handsOn, inDialog, settle } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

/** Ada’s infusion runs at chair 2. */
async function running() {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const session = await startAda({ ...window, clock });
  const { page } = window;
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  return { window, page, clock, session, hands: handsOn(page) };
}

/** R. Lim has proved herself by passphrase already. */
async function signInByPin(hands: Hands): Promise<void> {
  await hands.press(/^R\. Lim/);
  await hands.secret('PIN of R. Lim', '204816');
  await hands.sees('Lock F8');
}

it('vital signs are taken on a locked desk by keys and one PIN, and nobody is signed in by it', async () => {
  const { window, page, clock, session, hands } = await running();
  await hands.key('F8');
  await page.getByRole('region', { name: 'Who signs in' }).waitFor();
  clock.set(at('10:10:00'));
  await hands.key('2');
  await hands.key('v');
  const pad = inDialog(hands, /^Record vitals or an effect — Chair 2, A\.O\./);
  await pad.type('BP systolic', '184');
  await pad.type('BP diastolic', '88');
  await pad.type('HR', '91');
  await pad.type('SpO2', '98');
  await settle(page);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/lockedPad.png` });
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.locator('body').innerText()).not.toContain('OKAFOR');
  await pad.choose(/Who you are/, 'J. Osei');
  await pad.secret(/PIN of J. Osei/, '731952');
  await pad.sees(/Systolic 184 mmHg. Is that right/);
  await pad.press(/^Save for Chair 2/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await window.call('app:load', {})).user).toBeNull();
  await signInByPin(hands);
  const { vitals } = await window.call('session:load', { session });
  expect(vitals.at(-1)).toMatchObject({ systolic: 184, spo2: 98, done: { by: { name: 'J. Osei' } } });
});

it('a note is written at an open desk by its key, and on a locked one under one PIN', async () => {
  const { window, page, clock, session, hands } = await running();
  await openChair(hands, 2);
  await page.getByRole('region', { name: 'Timeline' }).first().waitFor();
  clock.set(at('10:06:00'));
  await hands.key('n');
  const sheet = inDialog(hands);
  await sheet.pick('Therapist present', 'About');
  await settle(page);
  expect(await axeViolations(page)).toEqual([]);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/note.png` });
  await sheet.type('Note', 'J. Field, all along');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await hands.sees('Therapist present: J. Field, all along');
  await hands.key('F8');
  await page.getByRole('region', { name: 'Who signs in' }).waitFor();
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/lockedChairs.png` });
  clock.set(at('10:10:00'));
  await hands.key('2');
  await hands.key('n');
  const note = inDialog(hands, /^Write a note — Chair 2, A\.O\./);
  await note.type('Note', 'calm, eyes closed');
  await settle(page);
  expect(await axeViolations(page)).toEqual([]);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/lockedNote.png` });
  await note.choose(/Who you are/, 'J. Osei');
  await note.secret(/PIN of J. Osei/, '731952');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await window.call('app:load', {})).user).toBeNull();
  await signInByPin(hands);
  const { timeline } = await window.call('session:load', { session });
  expect(timeline.find(({ text }) => text === 'Note: calm, eyes closed')).toMatchObject({
    done: { by: { name: 'J. Osei' }, happenedAt: at('10:10:00') },
  });
});

it('no chair is chosen after unlocking, whatever was on screen before', async () => {
  const { window, page, session, hands } = await running();
  await openChair(hands, 2);
  await page.getByRole('region', { name: 'Timeline' }).first().waitFor();
  await hands.key('F8');
  await page.getByRole('region', { name: 'Who signs in' }).waitFor();
  await signInByPin(hands);
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  expect(await page.getByRole('region', { name: 'Timeline' }).count()).toBe(0);
  // The keys of a chair belong to nobody's chair: nothing opens, and nothing is recorded.
  const before = (await window.call('session:load', { session })).position;
  for (const key of ['p', 's', 'v', 'e', 'r']) await hands.key(key);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect((await window.call('session:load', { session })).position).toBe(before);
});

it('an administrator reads a session and can do nothing to it (scenario 43)', async () => {
  const { page, hands } = await running();
  await hands.key('F8');
  await hands.press(/^A\. Reyes/);
  await hands.secret('Passphrase of A. Reyes', 'winter-almond');
  await hands.sees('Lock F8');
  await openChair(hands, 2);
  await page.getByRole('region', { name: 'Timeline' }).first().waitFor();
  await settle(page);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/adminSession.png` });
  const buttons = await page.getByRole('main').getByRole('button').allInnerTexts();
  const verbs = /Vitals|Effect|Rate|Pause|Resume|Stop|Complete|Correct|Sign|Cancel|Discharge|Waste/;
  expect(buttons.filter((text) => verbs.test(text))).toEqual([]);
  for (const key of ['p', 's', 'v', 'e', 'r']) await hands.key(key);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

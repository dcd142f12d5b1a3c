import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { openChair, openPatient } from '../play/referencePlay.ts';
import type { PersonKey } from '../support/caller.ts';
import { trainingProfile } from '../support/clinic.ts';
import {
  ADA_SAID,
  dischargeAda,
  enter,
  mixForAda,
  orderForAda,
  readyAda,
  runAda,
  weighAda,
} from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { inBothThemes } from './support/pages.ts';

const SCREENS = join(import.meta.dirname, '..', '..', 'src', 'renderer', 'screens');
/** Shows one of the others and is none itself. */
const NO_SCREEN = ['SessionScreen'];
/** UX 7, scenario 45. */
const FORBIDDEN = /µg|μg|\bml\b|\bcc\b|(?<![\d])\.\d|\d\.0\b(?!\s°C)|\bIU\b/;
/** Before a record is open nothing is training. */
const BEFORE_A_RECORD = ['FirstRun'];

/** Every screen of the program: what stands in the room of screens, and the states of a session in their own files. */
function everyScreen(): readonly string[] {
  const named = (folder: string, pattern: RegExp) =>
    readdirSync(join(SCREENS, folder))
      .filter((file) => pattern.test(file))
      .map((file) => file.replace('.tsx', ''));
  return [
    ...named('', /\.tsx$/),
    ...named('session', /(Screen|ClosedSession)\.tsx$/),
    ...named(join('session', 'container'), /Screen\.tsx$/),
  ].filter((name) => !NO_SCREEN.includes(name));
}

it('every screen is there for whoever needs it, says TRAINING, and has nothing for axe in the dim and the light theme, and no forbidden notation', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const clinic = { ...window, clock };
  const hands = handsOn(page);
  const seen = new Map<string, readonly string[]>();

  /** Waits for words that stand on this screen alone, then looks at it in both themes. */
  const screen = async (name: string, words: string | RegExp): Promise<void> => {
    await page.getByText(words).first().waitFor();
    const faults = [...(await inBothThemes(page, `screen-${name}`))];
    const text = await page.locator('body').innerText();
    if (!BEFORE_A_RECORD.includes(name) && !text.includes('TRAINING')) faults.push('does not say TRAINING');
    const forbidden = FORBIDDEN.exec(text);
    if (forbidden)
      faults.push(`writes "${text.slice(Math.max(0, forbidden.index - 20), forbidden.index + 20)}"`);
    seen.set(name, faults);
  };
  const as = async (person: PersonKey): Promise<void> => {
    await window.signIn(person);
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  };
  const atChair = async (): Promise<void> => {
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
    await openChair(hands, 2);
  };

  await screen('SignIn', 'Who signs in');
  await as('reyes');
  await screen('Board', 'No session here.');
  await hands.press('People');
  await screen('PeopleScreen', '8 work here');
  await hands.press('Record');
  await screen('Keeping', 'Record and backups');
  await hands.press('Verify');
  await screen('VerifyScreen', 'Verify a printout');
  await hands.press('My keys');
  await screen('KeysScreen', 'New PIN');
  const passphrase = 'seven quiet boats';
  const added = await window.call('people:add', {
    fullName: 'Mara Field',
    suffix: 'RN',
    roles: ['nurse'],
    licence: null,
    licenceExpires: null,
    passphrase,
    typedBy: 'administrator',
  });
  const user = added.people.find(({ fullName }) => fullName === 'Mara Field')?.id ?? '';
  await window.call('identity:lock', {});
  await window.call('identity:signIn', { user, secret: passphrase, by: 'passphrase' });
  await page.reload();
  await screen('OwnPassphraseScreen', 'Choose your own passphrase');
  await window.call('identity:lock', {});
  await as('amari');
  await hands.press('Limits');
  await screen('LimitsScreen', 'Limits passed');
  await hands.press('Library');
  await screen('LibraryScreen', 'Drug library');

  await as('lim');
  await hands.key('/');
  await screen('Patients', '6 patients');
  await hands.press('Import CSV');
  await screen('ImportPatients', 'Import patients');
  await hands.key('/');
  await page.getByRole('textbox', { name: 'Search' }).fill('okafro');
  await hands.press('New patient');
  await screen('RegisterPatient', 'Family name');

  const patient = await weighAda(clinic);
  await as('patel');
  await openPatient(hands);
  await screen('PatientScreen', 'Weighings');
  await page.getByRole('tab', { name: 'Assessment' }).click();
  await hands.press(/^Assess again|^Write the assessment/);
  await screen('AssessmentScreen', /^Sign the assessment/);
  await page.reload();
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await screen('PlanScreen', /Protocol/);
  await page.reload();
  const session = await orderForAda(clinic, patient);
  await as('patel');
  await openChair(hands, 2);
  await hands.press('Order sheet');
  await screen('OrderSheetScreen', 'cut here, one copy for each person');

  await as('lim');
  clock.set(at('09:21:00'));
  await openChair(hands, 2);
  await screen('ClosedSession', 'First entry');
  await hands.press(/^Make the first entry — Chair 2/);
  await screen('EntryScreen', 'Copy 1');
  await hands.press('Cannot do this now');
  await atChairAfterEntries('09:26:00');
  await screen('MismatchScreen', 'The entries do not agree');
  await window.call('entry:secondAttempt', { session });
  await atChairAfterEntries('09:27:00');
  await as('amari');
  await openChair(hands, 2);
  await hands.press(/^Review the hold — Chair 2/);
  await screen('HoldScreen', 'Open the two entries');
  await window.call('hold:load', { session });
  await window.call('hold:release', { session, reason: 'the slip was read again', wrong: 'both' });
  await window.signIn('lim');
  await enter(clinic, session, null, 1);
  await enter(clinic, session, 'osei', 2);
  await atChair();
  await screen('PrepareScreen', 'Take the vial');
  const label = await mixForAda(clinic, session);
  await window.call('preparation:checkLabel', { session, lastFour: label.slice(-4) });
  await atChair();
  await screen('BeforeStartScreen', 'Before the start');
  await hands.press('Label');
  await screen('LabelScreen', /^Label, enlarged/);
  await readyAda(clinic, session);
  clock.set(at('10:00:00'));
  await window.call('infusion:start', { session, ...ADA_SAID });
  await atChair();
  await screen('RunningScreen', 'Timeline');
  await hands.key('g');
  await inDialog(hands).press(/^Prepare syringe 2/);
  await screen('NextContainerScreen', 'Preparation of syringe 2');
  await runAda(clinic, session);
  await atChair();
  await screen('RecoveryScreen', 'To discharge');
  await dischargeAda(clinic, session);
  await page.reload();
  await hands.press(/^Unsigned/);
  await inDialog(hands).press('Review and sign');
  await screen('ReviewScreen', 'To finish');
  await window.call('identity:lock', {});
  await window.call('app:leave', {});
  await page.reload();
  await screen('FirstRun', 'Open the training clinic');

  expect([...seen.keys()].toSorted()).toEqual(everyScreen().toSorted());
  expect([...seen].filter(([, faults]) => faults.length > 0)).toEqual([]);

  /** Two entries that differ in the weight and what follows from it. */
  async function atChairAfterEntries(time: string): Promise<void> {
    await enter(clinic, session, null, 1);
    clock.set(at(time));
    await enter(clinic, session, 'osei', 2, { weight: '73', pumpRate: '54.8', volumeToGive: '36.5' });
    await atChair();
  }
}, 240_000);

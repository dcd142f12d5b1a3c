import type { Locator, Page } from 'playwright-core';
import { momentAt, type SetClock } from '../../src/main/setClock.ts';
import { answerChecklist, identify } from './checklistPlay.ts';
import { type Hands, handsOn, inDialog, type Reach, settle } from './hands.ts';

/** Where the play stands, for whoever takes pictures or looks into the record on the way. */
export type Scene =
  | 'doors'
  | 'signIn'
  | 'board'
  | 'patient'
  | 'plan'
  | 'orderSheet'
  | 'firstEntry'
  | 'secondEntry'
  | 'matched'
  | 'witness'
  | 'label'
  | 'beforeStart'
  | 'running'
  | 'recordPad'
  | 'rate'
  | 'paused'
  | 'boardRunning'
  | 'recovery'
  | 'review'
  | 'signed';

export type Play = {
  readonly page: Page;
  readonly clock: SetClock;
  readonly zone: string;
  /** The day it plays on, `2025-11-14`. */
  readonly day: string;
  /** Called at every scene, before the play goes on. */
  readonly at: (scene: Scene) => Promise<void>;
  /** The way from one control to the next; straight to it when left out. */
  readonly reach?: Reach;
};

/** A PDF the play has left, as the window said it. */
export type SavedPaper = { readonly title: string; readonly path: string };

type Staff = 'R. Lim' | 'J. Osei' | 'Dr S. Patel';

/** As they stand on the training clinic's own door. */
const KEYS: Record<Staff, { readonly passphrase: string; readonly pin: string }> = {
  'R. Lim': { passphrase: 'quiet-harbour', pin: '204816' },
  'J. Osei': { passphrase: 'north-lantern', pin: '731952' },
  'Dr S. Patel': { passphrase: 'green-orchard', pin: '586043' },
};

/**
 * The reference session, played by hand through the window: every value typed, every person proved, from the two
 * doors to the countersigned record. Times and figures are those of the acceptance scenarios 1 and 24.
 */
export async function playReferenceSession(parts: Play): Promise<readonly SavedPaper[]> {
  const play: Play = {
    ...parts,
    at: async (scene) => {
      await settle(parts.page);
      await parts.at(scene);
    },
  };
  const hands = handsOn(play.page, undefined, play.reach);
  await openTraining(play, hands);
  await weigh(play, hands);
  const sheet = await order(play, hands);
  await enterTwice(play, hands);
  await prepare(play, hands);
  await start(play, hands);
  await run(play, hands);
  await recover(play, hands);
  return [sheet, ...(await close(play, hands))];
}

function set({ clock, day, zone }: Play, time: string): void {
  clock.set(momentAt(day, time, zone));
}

export async function signIn(hands: Hands, person: Staff): Promise<void> {
  await hands.press(new RegExp(`^${person.replace('.', '\\.')}`));
  await hands.secret(`Passphrase of ${person}`, KEYS[person].passphrase);
  await hands.sees('Lock F8');
}

/** Everybody begins the shift with a passphrase; from then on a PIN is enough. */
/** Locks, and lets another person sign in: by PIN where that is enough. */
export async function changePerson(hands: Hands, person: Staff): Promise<void> {
  await hands.key('F8');
  // Sixteen secrets are hashed at full cost: on a busy machine that takes minutes.
  await hands.page.getByRole('region', { name: 'Who signs in' }).waitFor({ timeout: 170_000 });
  await hands.press(new RegExp(`^${person.replace('.', '\\.')}`));
  const field = hands.page.getByLabel(new RegExp(`^(PIN|Passphrase) of ${person}`)).first();
  await field.waitFor();
  const pin = (await hands.page.getByLabel(`PIN of ${person}`).count()) > 0;
  await hands.secret(
    pin ? `PIN of ${person}` : `Passphrase of ${person}`,
    pin ? KEYS[person].pin : KEYS[person].passphrase,
  );
  await hands.sees('Lock F8');
}

async function openTraining(play: Play, hands: Hands): Promise<void> {
  set(play, '09:00:00');
  await play.at('doors');
  await hands.press('Open the training clinic');
  await hands.page.getByRole('region', { name: 'Who signs in' }).waitFor({ timeout: 180_000 });
  await play.at('signIn');
  await signIn(hands, 'J. Osei');
  await changePerson(hands, 'R. Lim');
  await hands.sees('Chairs');
  await play.at('board');
}

async function weigh(play: Play, hands: Hands): Promise<void> {
  set(play, '09:12:00');
  await openPatient(hands);
  await hands.type('Weight', '72');
  await hands.type('Scale', 'scale 1');
  await hands.pick('Measured', 'How');
  await hands.pick('Yes', 'Clothed');
  await hands.press('Record weight for OKAFOR, Ada');
  await hands.page.getByRole('region', { name: 'Weighings' }).getByText('09:12').first().waitFor();
  await play.at('patient');
}

/** Ada's page, found by the search. */
export async function openPatient(hands: Hands): Promise<void> {
  await hands.key('b');
  await hands.page.getByRole('heading', { name: 'Chairs' }).waitFor();
  await hands.key('/');
  const search = hands.page.getByRole('textbox', { name: 'Search' });
  await search.waitFor();
  await hands.reach(search);
  await hands.page.keyboard.type('ada 1984');
  await hands.press('OKAFOR, Ada');
  await hands.page.getByRole('region', { name: 'Weighings' }).waitFor();
}

async function order(play: Play, hands: Hands): Promise<SavedPaper> {
  set(play, '09:15:00');
  await changePerson(hands, 'Dr S. Patel');
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await hands.choose(/Protocol/, 'ketamine — mood');
  await hands.choose(/Chair/, 'Chair 2');
  await hands.type('Dose', '0.5');
  await hands.type('Over', '40');
  await hands.choose(/Vial/, '10 mg per mL');
  await hands.type('Drug amount', '50');
  await hands.type('Volume', '50');
  await hands.pick(/made up to/);
  await hands.page.getByRole('region', { name: 'Sum' }).getByText('54').first().waitFor();
  await play.at('plan');
  await hands.press(/^Authorise 0\.5/);
  await inDialog(hands).secret('Your passphrase', KEYS['Dr S. Patel'].passphrase);
  await hands.page.getByRole('region', { name: 'Preview' }).waitFor();
  await play.at('orderSheet');
  const path = await savePdf(hands, 'A4');
  await hands.press('To the board');
  return { title: 'Order sheet, A4', path };
}

/** What a person types into the blind form, each as it stands on paper, scale or vial. */
export type TypedEntry = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly drug: string;
  readonly weight: string;
  readonly dose: string;
  readonly over: string;
  readonly amount: string;
  readonly volume: string;
  readonly pumpRate: string;
  readonly volumeToGive: string;
};

export const REFERENCE_ENTRY: TypedEntry = {
  day: '09',
  month: '3',
  year: '1984',
  drug: 'ketamine 10',
  weight: '72',
  dose: '0.5',
  over: '40',
  amount: '50',
  volume: '50',
  pumpRate: '54',
  volumeToGive: '36',
};

/** The eight values as one person types them. */
export async function typeEntry(
  hands: Hands,
  copy: 1 | 2,
  typed: TypedEntry = REFERENCE_ENTRY,
): Promise<void> {
  await hands.pick(`Copy ${copy}`);
  await hands.type('Day', typed.day);
  await hands.type(/Month/, typed.month);
  await hands.type('Year', typed.year);
  await hands.choose(/Drug and strength/, typed.drug);
  await hands.type('Weight', typed.weight);
  await hands.type('Dose', typed.dose);
  await hands.type('Over', typed.over);
  await hands.type('Preparation, mg', typed.amount);
  await hands.type('Preparation, mL', typed.volume);
  await hands.type('Pump rate', typed.pumpRate);
  await hands.type('Volume to give', typed.volumeToGive);
}

async function enterTwice(play: Play, hands: Hands): Promise<void> {
  set(play, '09:21:00');
  await changePerson(hands, 'R. Lim');
  await openChair(hands, 2);
  await hands.press(/^Make the first entry — Chair 2/);
  await typeEntry(hands, 1);
  await play.at('firstEntry');
  await hands.press(/^Hand in the first entry/);
  await hands.sees('Second entry is waiting');
  set(play, '09:26:00');
  await openSecondEntry(hands);
  await typeEntry(hands, 2);
  await play.at('secondEntry');
  await hands.press(/^Compare/);
  await hands.sees(/agree/);
  await play.at('matched');
}

/** J. Osei proves who they are at the window R. Lim is signed in at, and gets the blind form alone. */
export async function openSecondEntry(hands: Hands): Promise<void> {
  await openChair(hands, 2);
  await hands.choose(/Person/, 'J. Osei');
  await hands.secret('PIN of J. Osei', KEYS['J. Osei'].pin);
  await hands.page.getByRole('button', { name: /^Compare/ }).waitFor();
}

const MOST_TRIES = 20;
const BETWEEN_TRIES = 100;

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

export async function openChair(hands: Hands, chair: number): Promise<void> {
  await hands.key('b');
  await hands.page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const card = hands.page.getByRole('article', { name: new RegExp(`^Chair ${chair},`) });
  await card.waitFor();
  // A board that has only just been painted does not hear its keys yet; the focus says that it did.
  for (let tries = 0; tries < MOST_TRIES && !(await hasFocus(card)); tries += 1) {
    await hands.key(`${chair}`);
    await hands.page.waitForTimeout(BETWEEN_TRIES);
  }
  await hands.key('Enter');
  await hands.page.getByRole('heading', { name: 'Chairs' }).waitFor({ state: 'hidden' });
}

async function prepare(play: Play, hands: Hands): Promise<void> {
  set(play, '09:33:00');
  await hands.choose(/Vial, as its label says/, 'ketamine 10');
  await hands.type('Lot', 'K24B117');
  await hands.type('Expiry', '08-2027');
  await hands.choose(/Vials opened/, '1');
  await hands.press(/^Save the vial/);
  await hands.page.getByRole('textbox', { name: 'Volume drawn' }).waitFor();
  set(play, '09:36:00');
  await hands.type('Volume drawn', '5');
  await hands.press(/^Save the draw-up/);
  await hands.page.getByRole('textbox', { name: 'Final volume' }).waitFor();
  set(play, '09:38:00');
  await hands.type('Final volume', '50');
  await hands.press(/^Save the final volume/);
  set(play, '09:40:00');
  await hands.press('Open the view of the witness');
  const witness = inDialog(hands, 'Witness');
  await witness.choose(/Witness/, 'J. Osei');
  await witness.secret('PIN of J. Osei', KEYS['J. Osei'].pin);
  await witness.type('Volume drawn', '5');
  await witness.type('Final volume', '50');
  await play.at('witness');
  await witness.press(/^Save for Chair 2/);
  const lastFour = hands.page.getByRole('textbox', { name: 'Last 4 of the label' });
  await lastFour.waitFor();
  await play.at('label');
  set(play, '09:44:00');
  await hands.type('Last 4 of the label', await labelDigits(hands));
  await hands.press(/^Save the label/);
}

/** Reads the number from the label on the screen, as a person does from the container. */
async function labelDigits({ page }: Hands): Promise<string> {
  const text = await page.locator('body').innerText();
  const digits = /KT-\s*(\d{4})(?!\d)/.exec(text)?.[1];
  if (!digits) throw new Error('There is no label number on the screen.');
  return digits;
}

async function start(play: Play, hands: Hands): Promise<void> {
  set(play, '09:50:00');
  await answerChecklist(hands);
  set(play, '09:52:00');
  await hands.press('Record vitals');
  await recordVitals(hands, ['128', '76', '78', '98']);
  set(play, '09:56:00');
  await hands.choose(/Programmed by/, 'R. Lim');
  await hands.type('Pump number', 'P-03');
  set(play, '09:57:00');
  await hands.press('Read back by another person');
  const reader = inDialog(hands, 'Pump read-back');
  await reader.choose(/Reader/, 'J. Osei');
  await reader.secret('PIN of J. Osei', KEYS['J. Osei'].pin);
  await reader.type('Rate', '54');
  await reader.type('Volume limit', '36');
  await reader.press(/^Save for Chair 2/);
  await hands.sees(/Agrees with the matched plan/);
  await identify(hands);
  set(play, '09:59:57');
  await play.at('beforeStart');
  await hands.press(/^Start Chair 2/);
  for (const second of ['09:59:58', '09:59:59', '10:00:00']) {
    await hands.page.waitForTimeout(950);
    set(play, second);
  }
  await hands.page.getByRole('region', { name: 'Given' }).waitFor();
}

/** Five values, one Enter. The pad is open already. */
async function recordVitals(hands: Hands, values: readonly [string, string, string, string]): Promise<void> {
  const pad = inDialog(hands);
  const names = ['Systolic', 'Diastolic', 'HR', 'SpO2'] as const;
  for (const [index, name] of names.entries()) await pad.type(name, values[index] ?? '');
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function run(play: Play, hands: Hands): Promise<void> {
  set(play, '10:10:00');
  await hands.key('v');
  await recordVitals(hands, ['141', '88', '91', '98']);
  set(play, '10:11:00');
  await hands.key('e');
  const pad = inDialog(hands);
  await pad.press(/^Nausea/);
  await play.at('recordPad');
  await pad.press(/^Save for Chair 2/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
  set(play, '10:11:50');
  await play.at('running');
  set(play, '10:12:00');
  await changeRate(play, hands);
  await pauseAndResume(play, hands);
  set(play, '10:30:00');
  await hands.key('v');
  await recordVitals(hands, ['138', '86', '88', '98']);
  set(play, '10:38:00');
  await hands.key('e');
  const ending = inDialog(hands);
  await ending.tick('Nausea ended');
  await ending.tick('Distress ended');
  await ending.press(/^Save for Chair 2/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
  set(play, '10:40:00');
  await hands.key('v');
  await recordVitals(hands, ['136', '84', '84', '97']);
  await hands.key('b');
  await hands.page.getByRole('heading', { name: 'Chairs' }).waitFor();
  await play.at('boardRunning');
  await openChair(hands, 2);
  set(play, '10:54:20');
  await hands.key('c');
  const ended = inDialog(hands);
  await ended.type('Volume given, as the pump shows', '36');
  await ended.pick('diluent', 'Line primed with');
  await ended.pick('yes', 'Line flushed at the end');
  await ended.press(/^Complete/);
  await hands.page.getByRole('region', { name: 'To discharge' }).waitFor();
}

async function changeRate(play: Play, hands: Hands): Promise<void> {
  await hands.key('r');
  const sheet = inDialog(hands);
  await sheet.press(/^40\.5/);
  await sheet.pick(/nausea/i);
  await sheet.type('Pump shows', '40.5');
  await play.at('rate');
  await sheet.press(/^Change the rate of/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function pauseAndResume(play: Play, hands: Hands): Promise<void> {
  set(play, '10:20:00');
  await hands.key('p');
  const pause = inDialog(hands);
  await pause.sees(/^Record pause at 10:20:00/);
  await pause.pick(/distress/i);
  await pause.press(/^Record pause at 10:20:00/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
  set(play, '10:20:40');
  await play.at('paused');
  await hands.key('v');
  const pad = inDialog(hands);
  for (const [name, value] of [
    ['Systolic', '152'],
    ['Diastolic', '94'],
    ['HR', '104'],
  ] as const)
    await pad.type(name, value);
  await pad.press(/^Distress/);
  await pad.press(/^Distress/);
  await pad.type('SpO2', '97');
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
  set(play, '10:25:00');
  await hands.key('p');
  const resume = inDialog(hands);
  await resume.type('Pump shows', '40.5');
  await resume.press(/^Resume/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function recover(play: Play, hands: Hands): Promise<void> {
  for (const [time, ...values] of [
    ['10:55:00', '132', '80', '80', '98'],
    ['11:10:00', '126', '78', '76', '98'],
    ['11:25:00', '124', '76', '74', '98'],
  ] as const) {
    set(play, time);
    await hands.key('v');
    await recordVitals(hands, values);
  }
  set(play, '11:30:00');
  for (const criterion of [
    /^Oriented/,
    /^Steady/,
    /^No severe nausea/,
    /^Pain no more/,
    /^IV removed/,
    /^Drank/,
    /^Leaflet/,
    /^Emergency/,
  ]) {
    await hands.tick(criterion);
    await hands.page.getByRole('checkbox', { name: criterion, checked: true }).waitFor();
  }
  await hands.press('Record the escort');
  const escort = inDialog(hands);
  await escort.type('Name', 'Sam Okafor');
  await escort.type('Relation to the patient', 'partner');
  await escort.press(/^Save for Chair 2/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await play.at('recovery');
  set(play, '11:32:00');
  await hands.press(/^Discharge Chair 2/);
  await hands.page.getByRole('region', { name: 'To finish' }).waitFor();
}

async function close(play: Play, hands: Hands): Promise<readonly SavedPaper[]> {
  set(play, '11:40:00');
  await hands.press('Record waste');
  const first = inDialog(hands);
  await first.type('Wasted from the vial', '150');
  await first.type('Wasted from the syringe', '14');
  await first.press('Go on to the witness');
  const witness = inDialog(hands, 'Witness of the waste');
  await witness.choose(/Witness/, 'J. Osei');
  await witness.secret('PIN of J. Osei', KEYS['J. Osei'].pin);
  await witness.type('Wasted from the vial', '150');
  await witness.type('Wasted from the syringe', '14');
  await witness.press(/^Save for Chair 2/);
  await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await play.at('review');
  set(play, '15:02:00');
  await hands.secret('Your passphrase', KEYS['R. Lim'].passphrase);
  await hands.press('Sign v1');
  await hands.sees('A prescriber countersigns next.');
  set(play, '15:20:00');
  await changePerson(hands, 'Dr S. Patel');
  await hands.press(/^Unsigned/);
  await inDialog(hands).press('Review and sign');
  await hands.secret('Your passphrase', KEYS['Dr S. Patel'].passphrase);
  await hands.press('Countersign v1');
  await hands.sees(/countersigned 15:20/);
  const papers: SavedPaper[] = [];
  for (const paper of ['A4', 'Letter'] as const)
    papers.push({ title: `Session summary, ${paper}`, path: await savePdf(hands, paper) });
  await play.at('signed');
  return papers;
}

/** Where the PDF went, as the window says. The words of an earlier one are gone before the new ones come. */
async function savePdf(hands: Hands, paper: 'A4' | 'Letter'): Promise<string> {
  const said = hands.page.getByText(/^Saved as /);
  const before = (await said.count()) > 0 ? await said.innerText() : '';
  await hands.press(`Save PDF, ${paper}`);
  const fresh = said.filter({ hasNotText: before === '' ? /^$/ : before });
  await fresh.waitFor();
  return (await fresh.innerText()).replace(/^Saved as /, '');
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import { createDesk } from '../../src/main/desk.ts';
import { userPaths } from '../../src/main/paths.ts';
import { prepareFolders } from '../../src/main/profile.ts';
import { createClinic } from '../../src/main/services/createClinic.ts';
import { libraryFileText } from '../../src/main/services/libraryFile.ts';
import { registerPatient } from '../../src/main/services/patients.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { type Hands, handsOn, inDialog, settle } from '../play/hands.ts';
import { trainingProfile } from '../support/clinic.ts';
import { createSilentShell } from '../support/silentShell.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

const DEMO = librarySchema.parse(demoLibrary);
const V8 = libraryFileText({
  ...DEMO,
  version: 'EXAMPLE 2025.12-v8',
  protocols: DEMO.protocols.map((protocol) =>
    protocol.mode === 'doseOverTime'
      ? { ...protocol, dose: { ...protocol.dose, softMaximum: '0.8 mg/kg' } }
      : protocol,
  ),
});

/** A person chooses a file with the keyboard: the button opens the system's dialog, which answers with it. */
async function chooseFile(page: Page, hands: Hands, path: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await hands.press('Choose a library file');
  await (await asked).setFiles(path);
}

async function read(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
}

async function inBothThemes(page: Page): Promise<void> {
  for (const theme of ['dim', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    await settle(page);
    expect(await axeViolations(page), theme).toEqual([]);
    const pictures = process.env['LIBRARY_PICTURES'];
    if (pictures) await page.screenshot({ path: join(pictures, `${Date.now()}-${theme}.png`) });
  }
}

async function sign(page: Page, label: string, person: RegExp, passphrase: string): Promise<void> {
  const sheet = inDialog(handsOn(page));
  const choice = page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`${label}`) })
    .first();
  await choice.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: person }).click();
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await sheet.secret(new RegExp(`^Passphrase of ${person.source}`), passphrase);
}

async function trainingWindow(): Promise<OpenWindow & { readonly folder: string }> {
  const window = await openWindow({
    paths: trainingProfile(),
    clock: createSetClock(TODAY, ZONE),
    open: 'training',
  });
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-library-'));
  onTestFinished(async () => {
    await window.app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...window, folder };
}

async function signInAt(window: OpenWindow, person: 'novak' | 'lim'): Promise<void> {
  await window.signIn(person);
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Chairs' }).waitFor();
}

async function passphraseOf(window: OpenWindow, name: string): Promise<string> {
  const keys = (await window.call('app:load', {})).trainingKeys?.find((key) => key.name === name);
  return keys?.passphrase ?? '';
}

/** A real clinic on its first day: a director, an administrator, a pharmacist, a prescriber, one patient, no library. */
async function newClinic(home: string) {
  const paths = userPaths(home);
  const clock = createSetClock(TODAY, ZONE);
  prepareFolders(paths);
  const desk = createDesk({ shell: createSilentShell(), clock, paths, version: 'test', theme: 'light' });
  const person = (fullName: string, passphrase: string) => ({
    fullName,
    passphrase,
    suffix: '',
    licence: null,
    licenceExpires: null,
  });
  const made = await createClinic(desk, {
    clinic: 'Harbour Clinic',
    workstation: 'Room 2',
    chairs: ['Chair 1'],
    director: person('Mara Quill', 'amber-windmill'),
    administrator: person('Jonas Field', 'silver-anchor'),
  });
  const record = desk.record();
  if (!made.ok || !record) throw new Error('no clinic');
  const hire = async (fullName: string, name: string, role: 'pharmacist' | 'prescriber'): Promise<string> => {
    const details = { fullName, name, initials: 'XX', suffix: '', roles: [role], licence: null };
    const added = await record.identity.addUser(details, { passphrase: 'four quiet rooks', pin: null });
    if (!added.ok) throw new Error('not hired');
    return added.value;
  };
  await hire('Ines Stone', 'I. Stone', 'pharmacist');
  const prescriber = await hire('Paul Wren', 'Dr P. Wren', 'prescriber');
  const details = {
    familyName: 'Specimen',
    givenName: 'Iris',
    title: null,
    born: '1980-02-03',
    sex: 'female',
    recordNumber: 'X-1',
    height: null,
  } as const;
  const patient = registerPatient(record, { id: prescriber, roles: ['prescriber'] }, details);
  if (!patient.ok) throw new Error('no patient');
  desk.close();
  return { paths, clock, patient: patient.value };
}

describe('the drug library in the window', () => {
  it('is read in words, exported, and published from a file by two people, not by one', async () => {
    const window = await trainingWindow();
    const { page, folder } = window;
    const hands = handsOn(page);
    await signInAt(window, 'novak');
    await hands.press('Library');
    await hands.sees('Drug library');
    await hands.sees(/^in force EXAMPLE 2025\.11-v7, published .* by P\. Novak and Dr L\. Amari$/);
    const shown = await read(page);
    expect(shown).toContain('Dose 0.1 mg/kg 0.25 mg/kg 0.5 mg/kg 0.75 mg/kg 1 mg/kg');
    expect(shown).toContain('Use within 12 h');
    expect(shown).toContain('120 kg');
    await inBothThemes(page);
    await hands.press('Drug and products');
    await hands.sees('Product ketamine-10-20');
    await hands.press('Versions');
    await hands.sees('EXAMPLE 2025.11-v7, in force');
    await inBothThemes(page);

    await hands.press('Export this library');
    await hands.sees(/^Exported to /);
    const exported = (await page.getByText(/^Exported to /).innerText()).replace('Exported to ', '');
    expect(readFileSync(exported, 'utf8')).toBe(libraryFileText(DEMO));
    await chooseFile(page, hands, exported);
    await hands.sees('This is library EXAMPLE 2025.11-v7, which is in force. There is nothing to publish.');

    const altered = join(folder, 'altered.json');
    writeFileSync(altered, V8.replace('0.8 mg/kg', '8 mg/kg'));
    await chooseFile(page, hands, altered);
    await hands.sees(/^The content of this file does not fit its hash: it was changed after it was sealed\./);
    const noText = join(folder, 'picture.json');
    writeFileSync(noText, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    await chooseFile(page, hands, noText);
    await hands.sees('This file is not a library of Infusion Desk. Choose another. Nothing was published.');
    await inBothThemes(page);

    const whole = join(folder, 'v8.json');
    writeFileSync(whole, V8);
    await chooseFile(page, hands, whole);
    await hands.sees('Change from EXAMPLE 2025.11-v7');
    await hands.sees('2 values in 2 parts');
    expect(await read(page)).toContain('Upper soft limit of the dose before 0.75 mg/kg now 0.8 mg/kg');
    await hands.sees(/^cap warns at 75\smg$/);
    await inBothThemes(page);

    await hands.press('Sign and publish');
    const sheet = inDialog(hands);
    await sheet.type('Reason', 'Warn a little later');
    await sign(page, 'Pharmacist', /P\. Novak/, await passphraseOf(window, 'P. Novak'));
    await sheet.press(/^Publish EXAMPLE/);
    await sheet.sees(
      'The library was not published: two people publish, and a medical director has not signed. It waits until both do.',
    );
    await inBothThemes(page);
    await sign(page, 'Medical director', /Dr L\. Amari/, 'not her passphrase');
    await sheet.sees('That passphrase is not right for Dr L. Amari. Type it again.');
    const field = page.getByRole('dialog').getByLabel(/^Passphrase of Dr L\. Amari/);
    await field.fill('');
    await sheet.secret(/^Passphrase of Dr L\. Amari/, await passphraseOf(window, 'Dr L. Amari'));
    await hands.sees('Library EXAMPLE 2025.12-v8 is in force.');
    await hands.sees(/^in force EXAMPLE 2025\.12-v8, published /);
    expect(await read(page)).toContain('Library EXAMPLE 2025.12-v8');
  });

  it('is read by a nurse, who cannot change it', async () => {
    const window = await trainingWindow();
    const hands = handsOn(window.page);
    await signInAt(window, 'lim');
    await hands.press('Library');
    await hands.sees('ketamine — mood, 40 min IV');
    expect(await window.page.getByRole('button', { name: /Choose a library file|Export/ }).count()).toBe(0);
  });

  it('is brought into a clinic that has none, and a session can then be planned', async () => {
    const home = mkdtempSync(join(tmpdir(), 'infusion-desk-first-'));
    const { paths, clock, patient } = await newClinic(home);
    const window = await openWindow({ paths, clock, open: 'clinic' });
    onTestFinished(async () => {
      await window.app.close();
      rmSync(home, { recursive: true, force: true });
    });
    const { page } = window;
    const prescriber = (await window.call('app:load', {})).staff.find(
      ({ name }) => name === 'Dr P. Wren',
    )?.id;
    const signIn = { user: prescriber ?? '', secret: 'four quiet rooks', by: 'passphrase' } as const;
    await window.call('identity:signIn', signIn);
    expect(await window.refusal('plan:start', { patient })).toEqual({ kind: 'noLibrary' });
    await window.call('identity:lock', {});
    await page.reload();
    const hands = handsOn(page);
    await hands.press(/Quill/);
    await hands.secret(/^Passphrase of/, 'amber-windmill');
    await hands.press('Library');
    await hands.sees('No published library. Sessions cannot be authorised.');
    await inBothThemes(page);
    const file = join(home, 'v8.json');
    writeFileSync(file, V8);
    await chooseFile(page, hands, file);
    await hands.sees('All that is in it');
    await inBothThemes(page);
    await hands.press('Sign and publish');
    const sheet = inDialog(hands);
    await sheet.type('Reason', 'First library');
    await sign(page, 'Pharmacist', /I\. Stone/, 'four quiet rooks');
    await sign(page, 'Medical director', /M\. Quill/, 'amber-windmill');
    await hands.sees('Library EXAMPLE 2025.12-v8 is in force.');
    expect((await window.call('app:load', {})).library?.version).toBe('EXAMPLE 2025.12-v8');
    await hands.press('Board');
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
    expect(await read(page)).not.toContain('No published library');
    await window.call('identity:signIn', signIn);
    const plan = await window.call('plan:start', { patient });
    expect(plan.library.version).toBe('EXAMPLE 2025.12-v8');
    expect(plan.choices.map(({ protocol }) => protocol.id)).toEqual([
      'ketamine-mood-40',
      'ketamine-pain-hours',
      'ketamine-pain-days',
      'ketamine-pain-adjusted',
      'ketamine-pain-loading',
      'ketamine-pain-steps',
    ]);
  });
});

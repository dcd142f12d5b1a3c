import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, settle } from '../play/hands.ts';
import { changePerson } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

/** A nurse at the list of patients, on the keyboard. */
async function atPatients(theme: 'light' | 'dim') {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training', theme });
  onTestFinished(() => window.app.close());
  await window.signIn('patel');
  await window.signIn('lim');
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const hands = handsOn(window.page);
  await hands.key('/');
  const search = window.page.getByRole('textbox', { name: 'Search' });
  await search.waitFor();
  const text = async (): Promise<string> =>
    (await window.page.locator('body').innerText()).replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
  // Half a sheet has half its contrast.
  const clean = async (): Promise<void> => {
    await settle(window.page);
    expect(await axeViolations(window.page)).toEqual([]);
  };
  return { window, page: window.page, hands, search, text, clean };
}

it.each(['light', 'dim'] as const)(
  'a patient is searched for, registered, assessed and consented, %s',
  async (theme) => {
    const { page, hands, search, text, clean } = await atPatients(theme);
    // Nothing can be added before a search, and a single hit is opened by nobody.
    await hands.sees('6 patients');
    expect(await page.getByRole('button', { name: 'New patient' }).count()).toBe(0);
    await search.focus();
    await page.keyboard.type('okafro');
    await hands.sees('1 found');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await page.getByRole('heading', { name: 'Patients' }).waitFor();
    await clean();

    await hands.press('New patient');
    await hands.press('Register patient');
    await hands.sees('Family name is missing. Type it.');
    await hands.type('Family name', 'Okafor');
    await hands.type('Given name', 'Adaeze');
    await hands.type('Preferred name', 'Zee');
    await hands.type('Day', '09');
    await hands.type(/^Month/, 'Mar');
    await hands.type('Year', '1984');
    await hands.pick('Female', 'Sex');
    await hands.type('Record number', 'T900-000-01');
    await hands.press('Register patient');
    await hands.sees(
      'Allergy status is not recorded. Choose Known allergies, No known allergies, or Could not be obtained.',
    );
    await hands.pick('Known allergies', 'Allergies');
    await hands.type('Substance', 'ketamine');
    await hands.type('Reaction', 'rash');
    await hands.press('Register patient');
    await hands.sees('1 possible match: OKAFOR, Ada, born 09-Mar-1984.');
    await clean();
    await hands.press('It is somebody else: register');
    await page.getByRole('region', { name: 'Weighings' }).waitFor();
    expect(await text()).toContain('OKAFOR, Adaeze “Zee”');
    await clean();

    await hands.press('Change details');
    const sheet = handsOn(page, page.getByRole('dialog'));
    await sheet.type('Title', 'Dr');
    await sheet.type('Reason for the change', 'asked for it');
    await clean();
    await sheet.press(/^Record the change/);
    await hands.sees(/OKAFOR, Adaeze “Zee” \(Dr\)/);

    await page.getByRole('tab', { name: 'Summary' }).focus();
    await page.keyboard.press('ArrowRight');
    await hands.sees('No assessment yet — needed before a plan');
    await clean();
    await hands.press('Write the assessment');
    await hands.tick('treatment-resistant depression');
    await hands.sees('Draft, not saved');
    await hands.sees('A prescriber signs it.');
    await clean();
    // Going away keeps the draft.
    await hands.press('Back to the record');
    await page.getByRole('tab', { name: 'Assessment' }).click();
    await hands.sees('A draft by R. Lim is not signed yet. It is no part of the record.');

    await hands.press('Record a consent');
    const consent = handsOn(page, page.getByRole('dialog'));
    await consent.type('Version of the form', 'v3');
    await consent.type('Day', '14');
    await consent.type(/^Month/, 'Nov');
    await consent.type('Year', '2025');
    await consent.type('Witnessed by', 'Rosa Lim');
    await consent.pick('Does not lapse', 'Valid');
    await clean();
    await consent.press(/^Record the consent/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await changePerson(hands, 'Dr S. Patel');
    await hands.key('/');
    await search.waitFor();
    await search.focus();
    await page.keyboard.type('zee');
    await hands.press(/OKAFOR, Adaeze/);
    await page.getByRole('tab', { name: 'Assessment' }).click();
    await hands.press('Go on with the draft');
    await hands.pick('No', 'Psychosis, now or before?');
    await hands.press(/^Sign the assessment/);
    const signing = handsOn(page, page.getByRole('dialog'));
    await signing.sees(/Some questions are not asked/);
    await clean();
    await signing.secret('Your passphrase', 'green-orchard');
    await hands.sees(/^Dr S\. Patel/);
    await page.getByRole('tab', { name: 'Assessment' }).click();
    await hands.sees('Pregnancy: Not asked');
    await clean();
    await page.getByRole('tab', { name: 'Weight' }).click();
    await clean();
  },
);

it('a file of patients is looked at in words before it is recorded, whole or not at all', async () => {
  const { page, hands, clean } = await atPatients('light');
  await hands.press('Import CSV');
  const columns = 'family name,given name,date of birth,sex,record number,allergies';
  const file = (rows: readonly string[]) => ({
    name: 'patients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([columns, ...rows].join('\n')),
  });
  const input = page.locator('input[type="file"]');
  await input.setInputFiles(file(['Winter,Noa,02/03/1990,female,T1,NKDA']));
  await hands.sees(/Date of birth can be read two ways/);
  await hands.sees('Nothing can be imported. Correct the file and choose it again.');
  await clean();
  await input.setInputFiles(
    file(['Winter,Noa,1990-03-02,female,T1,none', 'Okafor,Ada,1984-03-09,female,T2,']),
  );
  await hands.sees(/Possible match: OKAFOR, Ada, born 09-Mar-1984\./);
  await clean();
  await hands.press('Import 1, leave out the possible matches');
  await hands.sees('1 patient recorded. 1 left out as possible matches.');
  await hands.press('Back to the patients');
  await hands.sees('7 patients');
});

it('a list longer than a page is jumped through from A to Z, by keys', async () => {
  const { window, page, hands, text, clean } = await atPatients('dim');
  expect(await page.getByRole('radiogroup', { name: 'Names from' }).count()).toBe(0);
  const details = {
    givenName: 'Noa',
    preferredName: '',
    title: '',
    born: '1990-03-02',
    sex: 'female',
    height: '',
  };
  for (let number = 0; number < 80; number += 1)
    await window.call('patients:register', {
      details: { ...details, familyName: number % 2 ? 'Moss' : 'Quill', recordNumber: `T8-${number}` },
      allergies: { status: 'none', items: [] },
      anyway: true,
    });
  await hands.sees('Showing 1–60 of 86');
  await clean();
  await page.getByRole('radio', { name: 'P', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await hands.sees(/^41 from Q on, of 86$/);
  expect(await text()).not.toContain('MOSS');
  await clean();
  await page.keyboard.press('ArrowRight');
  await hands.sees(/^1 from R on, of 86$/);
  await page.keyboard.press('ArrowRight');
  await hands.sees('No name begins with S or a later letter.');
  await page.getByRole('radio', { name: 'All' }).press('Space');
  await hands.sees('Showing 1–60 of 86');
  expect((await window.call('patients:search', { text: '', from: 'q', after: null })).rows).toHaveLength(41);
});

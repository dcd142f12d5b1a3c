import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { compareProjections } from '../../src/main/projections/compareProjections.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { orderForAda, REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';
import { ZONE } from '../support/times.ts';

type Register = Omit<Request<'patients:register'>, 'requestId'>;

const NONE = { status: 'none', items: [] } as const;
const DETAILS: Register['details'] = {
  familyName: 'Ångström',
  givenName: 'Noa',
  preferredName: 'Nono',
  title: '',
  born: '1990-05-17',
  sex: 'female',
  recordNumber: 'T900-000-01',
  height: '',
};
const NEW: Register = { details: DETAILS, allergies: NONE, anyway: false };

async function searched(clinic: TestClinic, text: string): Promise<readonly string[]> {
  const { rows } = await clinic.call('patients:search', { text, after: null });
  return rows.map(({ familyName }) => familyName);
}

describe('a record number of the training clinic', () => {
  it('begins with T: at the registration, at a change and in every row of a file', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const problems = [{ field: 'recordNumber', why: 'trainingMark' }];
    const real = { ...DETAILS, recordNumber: '004-900-01' };
    expect(await clinic.refusal('patients:register', { ...NEW, details: real })).toEqual({
      kind: 'patientRefused',
      problems,
    });
    const patient = await clinic.patient('okafor ada');
    const change = { patient, details: real, reason: 'new number' };
    expect(await clinic.refusal('patient:changeDetails', change)).toEqual({
      kind: 'patientRefused',
      problems,
    });
    const { rows } = await clinic.call('patients:search', { text: '', after: null });
    expect(rows.filter(({ recordNumber }) => !recordNumber.startsWith('T'))).toEqual([]);
  });
});

describe('a list longer than a page', () => {
  it('begins at the names with a letter, accents apart, goes on from there, and says how long it is', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    for (let number = 0; number < 70; number += 1) {
      const familyName = `${number < 35 ? 'Ñ' : 'm'}${String.fromCharCode(97 + (number % 26))}${number}x`;
      const recordNumber = `T800-000-${number}`;
      await clinic.call('patients:register', {
        ...NEW,
        details: { ...DETAILS, familyName, recordNumber },
        anyway: true,
      });
    }
    const from = await clinic.call('patients:search', { text: '', from: 'n', after: null });
    const letters = from.rows.map(({ familyName }) => familyName.charAt(0).toUpperCase());
    expect(letters.filter((letter) => letter === 'Ñ')).toHaveLength(35);
    expect(letters.every((letter) => letter === 'Ñ' || letter >= 'N')).toBe(true);
    expect(from.total).toBe(76);
    const first = await clinic.call('patients:search', { text: '', from: 'm', after: null });
    expect(first.rows).toHaveLength(60);
    const next = await clinic.call('patients:search', { text: '', from: 'm', after: first.next });
    const names = [...first.rows, ...next.rows].map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    expect(next.next).toBeNull();
    expect((await clinic.call('patients:search', { text: '', from: 'z', after: null })).rows).toEqual([]);
  });
});

describe('a new patient', () => {
  it('is registered once, with the allergies, and found at once by name, year and number', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const request = { ...NEW, requestId: newEventId() };
    const first = await clinic.answer('patients:register', request);
    const again = await clinic.answer('patients:register', request);
    expect(again).toEqual(first);
    for (const text of [
      'angstrom',
      'noa ang',
      'nono',
      'angstrm',
      'angstorm',
      'noa 1990',
      '00001',
      '90000001',
    ])
      expect(await searched(clinic, text)).toEqual(['Ångström']);
    expect(await searched(clinic, 'noa 1991')).toEqual([]);
    const { rows } = await clinic.call('patients:search', { text: 'nono', after: null });
    const record = await clinic.call('patient:load', { patient: rows[0]?.id ?? '' });
    expect(record.banner).toMatchObject({ preferredName: 'Nono', allergies: NONE });
    const database = clinic.desk.record()?.log.database;
    expect(database && compareProjections(database)).toBe('equal');
  });

  it.each<[Partial<Register>, string]>([
    [
      { allergies: null },
      'Allergy status is not recorded. Choose Known allergies, No known allergies, or Could not be obtained.',
    ],
    [
      { details: { ...DETAILS, familyName: '', born: '17/05/1990', height: '1,7' } },
      'Family name is missing. Type it. Date of birth can be read two ways. Write 1984-03-09 or 09-Mar-1984. Height: Use a point, not a comma. Type 1.7 or 17.',
    ],
    [
      { details: { ...DETAILS, recordNumber: 't004 27188' } },
      'This record number belongs to OKAFOR, Ada, born 09-Mar-1984. A record number is one patient’s alone. Look at it again.',
    ],
    [
      { details: { ...DETAILS, familyName: 'Okafor', givenName: 'Adaeze', born: '1984-03-09' } },
      '1 possible match: OKAFOR, Ada, born 09-Mar-1984.',
    ],
    [
      { allergies: { status: 'known', items: [] } },
      'Known allergies need at least one substance, and each needs a name; the other states have none.',
    ],
    [
      {
        allergies: {
          status: 'known',
          items: [{ kind: 'drug', substance: 'latex', reaction: null, year: 2030 }],
        },
      },
      'The year of latex cannot be right. Look at it again.',
    ],
  ])('with %j is refused: %s', async (change, sentence) => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const before = await searched(clinic, '');
    const refusal = await clinic.refusal('patients:register', { ...NEW, ...change });
    expect(errorText(refusal, ZONE)).toBe(sentence);
    expect(await searched(clinic, '')).toEqual(before);
  });

  it('who may be somebody else is registered when a person has looked', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const details = { ...DETAILS, familyName: 'Okafor', givenName: 'Adaeze', born: '1984-03-09' };
    await clinic.call('patients:register', { ...NEW, details, anyway: true });
    expect(await searched(clinic, 'okafor')).toEqual(['Okafor', 'Okafor']);
  });

  it.each(['novak', 'reyes', 'quist'] as const)('is not for %s to add, change or import', async (person) => {
    const clinic = await openClinic();
    const patient = await onFile(clinic);
    await clinic.signIn(person);
    const roles = { kind: 'roleNeeded', roles: ['nurse', 'prescriber', 'assistant'] };
    expect(await clinic.refusal('patients:register', NEW)).toEqual(roles);
    const change = { patient, details: DETAILS, reason: 'x' };
    expect(await clinic.refusal('patient:changeDetails', change)).toEqual(roles);
    expect(await clinic.refusal('patient:setActivity', { patient, active: false, reason: 'x' })).toEqual(
      roles,
    );
    const upload = newEventId();
    expect(await clinic.refusal('patients:stageImport', { upload, part: 0, text: 'a' })).toEqual(roles);
    expect(await clinic.refusal('patients:previewImport', { upload })).toEqual(roles);
    expect(await clinic.refusal('patients:import', { upload, matches: 'take' })).toEqual(roles);
  });
});

/** Ada Okafor's id, read by a nurse. */
async function onFile(clinic: TestClinic): Promise<string> {
  await clinic.signIn('lim');
  return clinic.patient('okafor');
}

const ADA: Register['details'] = {
  familyName: 'Okafor-Bello',
  givenName: 'Ada',
  preferredName: '',
  title: 'Ms',
  born: '1984-03-09',
  sex: 'female',
  recordNumber: 'T004-271-88',
  height: '172',
};

describe('the details of a patient', () => {
  it('are changed by a new fact with its reason, and the search follows', async () => {
    const clinic = await openClinic();
    const patient = await onFile(clinic);
    const change = { patient, details: ADA, reason: 'married' };
    const record = await clinic.call('patient:changeDetails', change);
    expect(record.details).toMatchObject({ familyName: 'Okafor-Bello', height: '172 cm' });
    expect(await searched(clinic, 'bello')).toEqual(['Okafor-Bello']);
    expect(await clinic.refusal('patient:changeDetails', change)).toEqual({ kind: 'nothingChanged' });
    const back = { ...ADA, familyName: 'Bello' };
    expect(await clinic.refusal('patient:changeDetails', { ...change, details: back, reason: ' ' })).toEqual({
      kind: 'reasonMissing',
    });
    await clinic.call('patient:changeDetails', { patient, details: back, reason: 'typed wrongly' });
    expect(await searched(clinic, 'okafor')).toEqual([]);
    const open = clinic.desk.record();
    const names = open?.log
      .readStream(`patient:${patient}`)
      .filter(({ type }) => type === 'PatientDetailsChanged')
      .map(({ data }) => data);
    expect(names).toMatchObject([{ reason: 'married' }, { reason: 'typed wrongly' }]);
    expect(open && compareProjections(open.log.database)).toBe('equal');
  });

  it('keep out the record number of another, and stay while the patient sits in a chair', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('lim');
    const taken = { ...ADA, recordNumber: 'T004-118-03' };
    expect(
      await clinic.refusal('patient:changeDetails', { patient, details: taken, reason: 'x' }),
    ).toMatchObject({ kind: 'recordNumberTaken', patient: { familyName: 'Baker' } });
    await orderForAda(clinic, patient);
    await clinic.signIn('lim');
    expect(await clinic.refusal('patient:changeDetails', { patient, details: ADA, reason: 'x' })).toEqual({
      kind: 'patientHasSession',
    });
    expect(await clinic.refusal('patient:setActivity', { patient, active: false, reason: 'moved' })).toEqual({
      kind: 'patientHasSession',
    });
  });

  it('make nobody plannable who is inactive, until they are active again', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const plan = { patient, session: null, typed: REFERENCE_PLAN };
    const { session, position } = await clinic.call('plan:save', plan);
    expect(await clinic.refusal('patient:setActivity', { patient, active: false, reason: '' })).toEqual({
      kind: 'reasonMissing',
    });
    const gone = await clinic.call('patient:setActivity', { patient, active: false, reason: 'moved away' });
    expect(gone.inactive?.reason).toBe('moved away');
    expect(await clinic.refusal('plan:start', { patient })).toEqual({ kind: 'patientInactive' });
    expect(await clinic.refusal('plan:save', plan)).toEqual({ kind: 'patientInactive' });
    const sign = { session: session ?? '', position, overrideReasons: [], passphrase: 'green-orchard' };
    expect(await clinic.refusal('plan:authorise', sign)).toEqual({ kind: 'patientInactive' });
    const { rows } = await clinic.call('patients:search', { text: 'okafor', after: null });
    expect(rows[0]?.inactive).toBe(true);
    await clinic.call('patient:setActivity', { patient, active: true, reason: 'is back' });
    expect(await clinic.refusal('patient:setActivity', { patient, active: true, reason: 'x' })).toEqual({
      kind: 'nothingChanged',
    });
    await clinic.call('plan:start', { patient });
  });
});

describe('a view that was left for another patient', () => {
  it('records nothing: a plan is saved and worked out for its own patient alone', async () => {
    const clinic = await openClinic();
    const ada = await weighAda(clinic);
    await clinic.signIn('patel');
    const plan = { patient: ada, session: null, typed: REFERENCE_PLAN };
    const { session } = await clinic.call('plan:save', plan);
    const baker = await clinic.patient('baker');
    const stale = { patient: baker, session, typed: { ...REFERENCE_PLAN, dose: '0.6' } };
    expect(await clinic.refusal('plan:save', stale)).toEqual({ kind: 'otherPatient' });
    expect(await clinic.refusal('plan:calculate', stale)).toEqual({ kind: 'otherPatient' });
    const kept = await clinic.call('plan:open', { session: session ?? '', accepted: false });
    expect(kept.draft?.dose).toBe('0.5 mg/kg');
  });

  it('is told of another patient of today with the same name, and not of the date of birth', async () => {
    const clinic = await openClinic();
    const ada = await weighAda(clinic);
    const details = { ...DETAILS, familyName: 'OKAFOR', givenName: 'Ruth' };
    await clinic.signIn('patel');
    const { banner: ruth } = await clinic.call('patients:register', { ...NEW, details });
    expect((await clinic.call('patient:load', { patient: ruth.id })).banner.nameAlerts).toBeUndefined();
    await clinic.call('plan:save', { patient: ada, session: null, typed: { ...REFERENCE_PLAN, chair: 4 } });
    const alerted = await clinic.call('patient:load', { patient: ruth.id });
    expect(alerted.banner.nameAlerts).toEqual([{ alike: 'familyName', familyName: 'Okafor', chair: 4 }]);
    const twin = { ...DETAILS, familyName: 'Zeta', givenName: 'Lea', born: '1984-03-09', recordNumber: 'T9' };
    const { banner } = await clinic.call('patients:register', { ...NEW, details: twin });
    expect(banner.nameAlerts).toEqual([{ alike: 'born', familyName: 'Okafor', chair: 4 }]);
  });
});

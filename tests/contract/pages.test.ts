import { describe, expect, it } from 'vitest';
import { registerPatient } from '../../src/main/services/patients.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';

const FAMILIES = ['Ångström', 'Brandt', 'Brandt', 'Çelik', 'Okonkwo', 'okonkwo', 'Ødegård', 'Zimmermann'];

/** Some hundreds of invented patients, many of the same name. */
async function admitMany(clinic: TestClinic, count: number): Promise<void> {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  const actor = { id: await clinic.idOf('lim'), roles: ['nurse'] } as const;
  for (let n = 0; n < count; n += 1) {
    const registered = registerPatient(record, actor, {
      familyName: FAMILIES[n % FAMILIES.length] ?? '',
      givenName: `Testa ${n % 5}`,
      title: null,
      born: `19${50 + (n % 50)}-0${1 + (n % 9)}-1${n % 9}`,
      sex: n % 2 === 0 ? 'female' : 'male',
      recordNumber: `T-9${n.toString().padStart(5, '0')}`,
      height: null,
    });
    if (!registered.ok) throw new Error(registered.failure.kind);
  }
}

/** Every page of a search, one after the other. */
async function allPages(clinic: TestClinic, text: string) {
  const pages = [await clinic.call('patients:search', { text, after: null })];
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
    pages.push(await clinic.call('patients:search', { text, after: next }));
  return pages;
}

describe('the list of patients', () => {
  it.each([
    ['testa', 200],
    ['brandt', 50],
    ['okonkwo testa 3', 10],
    ['', 206],
  ])('for "%s" comes in pages that hold each of %i once, in the order of names', async (text, total) => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    await admitMany(clinic, 200);
    const pages = await allPages(clinic, text);
    const rows = pages.flatMap((page) => page.rows);
    expect(pages.every((page) => page.rows.length <= 60)).toBe(true);
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(pages.every((page) => page.total === rows.length)).toBe(true);
    // Å stands with A, and Ø with O.
    const plain = (name: string) =>
      name.toLowerCase().replaceAll('ø', 'o').normalize('NFD').replace(/\p{M}/gu, '');
    const names = rows.map(({ familyName, givenName }) => plain(`${familyName} ${givenName}`));
    expect(names).toEqual(names.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0)));
  });

  it('goes on where it was when somebody is admitted meanwhile', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    await admitMany(clinic, 100);
    const first = await clinic.call('patients:search', { text: '', after: null });
    await admitMany(clinic, 8);
    const second = await clinic.call('patients:search', { text: '', after: first.next });
    const seen = new Set(first.rows.map(({ id }) => id));
    expect(second.rows.some(({ id }) => seen.has(id))).toBe(false);
  });
});

describe('the sessions of a patient', () => {
  it('come newest first, in pages, each once', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const before = (await clinic.call('patient:sessions', { patient, after: null })).total;
    for (let n = 0; n < 45; n += 1)
      await clinic.call('plan:save', { patient, session: null, typed: REFERENCE_PLAN });
    const pages = [await clinic.call('patient:sessions', { patient, after: null })];
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
      pages.push(await clinic.call('patient:sessions', { patient, after: next }));
    const rows = pages.flatMap((page) => page.rows);
    expect(pages.map((page) => page.rows.length)).toEqual([20, 20, rows.length - 40]);
    expect(rows).toHaveLength(before + 45);
    expect(pages[0]?.total).toBe(rows.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const times = rows.map(({ plannedAt }) => plannedAt);
    expect(times).toEqual(times.toSorted((left, right) => right - left));
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import { LIBRARY_PART } from '../../src/contract/libraryPart.ts';
import type { LibraryReview } from '../../src/contract/views/library.ts';
import type { DrugLibrary } from '../../src/core/library/library.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { libraryFileText } from '../../src/main/services/libraryFile.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';
import { ZONE } from '../support/times.ts';

const DEMO = librarySchema.parse(demoLibrary);
const [MOOD, ...OTHERS] = DEMO.protocols;
if (MOOD?.mode !== 'doseOverTime') throw new Error('no mood protocol');

/** The demo library as version 8, which warns above 0.8 mg/kg. */
const V8: DrugLibrary = {
  ...DEMO,
  version: 'EXAMPLE 2025.12-v8',
  protocols: [{ ...MOOD, dose: { ...MOOD.dose, softMaximum: '0.8 mg/kg' } }, ...OTHERS],
};

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Hands a file over as the window does. */
async function bring(clinic: TestClinic, text: string): Promise<string> {
  const file = newEventId();
  for (let part = 0, from = 0; part === 0 || from < text.length; part += 1, from += LIBRARY_PART)
    await clinic.call('library:take', { file, part, text: text.slice(from, from + LIBRARY_PART) });
  return file;
}

async function refusalOf(clinic: TestClinic, text: string): Promise<string> {
  return plain(errorText(await clinic.refusal('library:review', { file: await bring(clinic, text) }), ZONE));
}

const PASSPHRASES = async (clinic: TestClinic, person: 'novak' | 'amari' | 'lim') => {
  const user = await clinic.idOf(person);
  const keys = (await clinic.call('app:load', {})).trainingKeys?.find((key) => key.user === user);
  return { user, secret: keys?.passphrase ?? '', pin: keys?.pin ?? '' };
};

async function signer(clinic: TestClinic, person: 'novak' | 'amari' | 'lim') {
  const { user, secret } = await PASSPHRASES(clinic, person);
  return { user, secret };
}

async function reviewed(clinic: TestClinic, library = V8): Promise<{ file: string; review: LibraryReview }> {
  const file = await bring(clinic, libraryFileText(library));
  return { file, review: await clinic.call('library:review', { file }) };
}

describe('a library file', () => {
  it('is read by a pharmacist or a director alone; everybody reads what is in force', async () => {
    const clinic = await openClinic();
    const file = newEventId();
    const hash = clinic.desk.record()?.library.current()?.hash ?? '';
    const publication = { file, hash, reason: 'x', pharmacist: null, director: null };
    const tries = [
      ['library:take', { file, part: 0, text: '' }],
      ['library:review', { file }],
      ['library:publish', publication],
      ['library:export', { hash }],
    ] as const;
    for (const [channel, request] of tries)
      expect(await clinic.refusal(channel, request as never)).toEqual({ kind: 'notSignedIn' });
    expect(await clinic.refusal('library:load', {})).toEqual({ kind: 'notSignedIn' });
    for (const person of ['lim', 'patel', 'bell', 'reyes', 'quist'] as const) {
      await clinic.signIn(person);
      for (const [channel, request] of tries) {
        const failure = await clinic.refusal(channel, request as never);
        expect(failure, `${person} ${channel}`).toEqual({
          kind: 'roleNeeded',
          roles: ['pharmacist', 'director'],
        });
      }
      expect((await clinic.call('library:load', {})).published?.version).toBe(DEMO.version);
    }
  });

  it('says what it would change, with three people for the limits that do, and its hash', async () => {
    const clinic = await openClinic();
    await clinic.signIn('novak');
    const { review } = await reviewed(clinic);
    expect(review.against).toBe(DEMO.version);
    const changes = review.difference.flatMap(({ title, state, changes: all }) =>
      all.map(({ words, before, after }) => plain(`${title} ${state}: ${words}: ${before} → ${after}`)),
    );
    expect(changes).toEqual([
      `${DEMO.name} changed: version: EXAMPLE 2025.11-v7 → EXAMPLE 2025.12-v8`,
      'ketamine mood 40 changed: upper soft limit of the dose: 0.75 mg/kg → 0.8 mg/kg',
    ]);
    expect(review.worked.map(({ id }) => id)).toEqual(['ketamine-mood-40']);
    expect(review.worked[0]?.limits.map(({ band, end }) => `${band}.${end}`)).toEqual(['dose.softMaximum']);
    const amounts = review.worked[0]?.limits[0]?.patients.map(({ dose, rate, passes }) => [
      dose,
      rate,
      passes?.limit,
    ]);
    expect(amounts).toEqual([
      ['40 mg', '60 mL/h', undefined],
      ['57.6 mg', '86.4 mL/h', undefined],
      ['96 mg', '144 mL/h', '75 mg'],
    ]);
    expect(libraryFileText(V8)).toContain(`"sha256": "${review.hash}"`);
  });

  it('works every limit out anew when the usual concentration changes', async () => {
    const clinic = await openClinic();
    await clinic.signIn('novak');
    const stronger = { ...MOOD, concentration: { usual: '2 mg/mL' } } as const;
    const { review } = await reviewed(clinic, { ...V8, protocols: [stronger, ...OTHERS] });
    expect(review.worked[0]?.limits.length).toBe(9);
  });

  it('that was changed or cut off anywhere is refused, and says so', async () => {
    const clinic = await openClinic();
    await clinic.signIn('amari');
    const whole = libraryFileText(V8);
    const cut = await refusalOf(clinic, whole.slice(0, -40));
    expect(cut).toBe(
      'This file is not whole: it was cut off or damaged on its way. Get it again from where it came from. Nothing was published.',
    );
    const altered = await refusalOf(clinic, whole.replace('"0.8 mg/kg"', '"8 mg/kg"'));
    expect(altered).toBe(
      'The content of this file does not fit its hash: it was changed after it was sealed. Get it again from where it came from. Nothing was published.',
    );
    expect(await refusalOf(clinic, JSON.stringify(V8))).toContain('This library has no hash');
    expect(await refusalOf(clinic, '{"name":"something else"}')).toContain(
      'is not a library of Infusion Desk',
    );
    expect(await refusalOf(clinic, '')).toContain('is not whole');
    expect(await clinic.refusal('library:review', { file: newEventId() })).toEqual({
      kind: 'libraryFileUnread',
      why: 'gone',
    });
  });

  it('that is wrong in its content is refused with each place in words', async () => {
    const clinic = await openClinic();
    await clinic.signIn('novak');
    const faulty = (change: object, protocol: object = {}) =>
      refusalOf(
        clinic,
        libraryFileText({
          ...V8,
          ...change,
          ...(Object.keys(protocol).length > 0 ? { protocols: [{ ...MOOD, ...protocol }] } : {}),
        } as DrugLibrary),
      );
    const place = 'The library was not published. Protocol ketamine mood 40,';
    expect(await faulty({}, { dose: { hardMaximum: '5 mcg/kg' } })).toContain(
      `${place} upper hard limit of the dose: is not a quantity in mg/kg.`,
    );
    expect(await faulty({}, { useByHours: 1.5 })).toBe(`${place} use within: is not a whole number.`);
    expect(await faulty({}, { useByHours: 0 })).toBe(`${place} use within: is too small.`);
    expect(await faulty({}, { route: 7 })).toBe(`${place} route: is not a text.`);
    expect(await faulty({}, { route: 'x'.repeat(300) })).toBe(
      `${place} route: is longer than 200 characters.`,
    );
    expect(await faulty({}, { reviewDue: '1 November' })).toBe(
      `${place} review due: is not a date such as 2026-11-01.`,
    );
    expect(await faulty({}, { mode: 'bolusOnly' })).toBe(
      `${place} way of giving: is not one of the known ones.`,
    );
    expect(await faulty({}, { colour: 'red' })).toBe(
      'The library was not published. Protocol ketamine mood 40: "colour" is not a field of a library. Take it out.',
    );
    expect(await faulty({}, { total: undefined })).toBe(`${place} the total dose: is missing. Add it.`);
    expect(await faulty({ drugs: [] })).toContain('Library, drugs: is empty. Add one.');
    expect(await faulty({ drugs: 'ketamine' })).toContain('Library, drugs: is not a list.');
    expect(await faulty({ pumps: ['x'] })).toContain('Pump 1: is not a group of values.');
    expect(await faulty({ format: 2 })).toContain('Library, format of the file: is not 1.');
    expect(
      await faulty({}, { dose: { usual: '0.5 mg/kg', hardMinimum: '0.1 mg/kg', hardMaximum: '5 mg/kg' } }),
    ).toContain('Protocol ketamine-mood-40, usual value of the dose: ten times the usual is 5 mg/kg');
    const many = await faulty({ drugs: Array.from({ length: 30 }, () => 'x') });
    expect(many).toContain('There are 10 more.');
  });

  it('that is in force, or another under its version, is not published again', async () => {
    const clinic = await openClinic();
    await clinic.signIn('novak');
    const hash = clinic.desk.record()?.library.current()?.hash ?? '';
    const { path } = await clinic.call('library:export', { hash });
    expect(await refusalOf(clinic, readFileSync(path, 'utf8'))).toBe(
      'This is library EXAMPLE 2025.11-v7, which is in force. There is nothing to publish.',
    );
    expect(await refusalOf(clinic, libraryFileText({ ...V8, version: DEMO.version }))).toBe(
      'Version EXAMPLE 2025.11-v7 was published with another content. Give this one a version of its own.',
    );
  });

  it('comes over part by part, in order, and no larger than a library can be', async () => {
    const clinic = await openClinic();
    await clinic.signIn('novak');
    const file = newEventId();
    const gone = { kind: 'libraryFileUnread', why: 'gone' };
    expect(await clinic.refusal('library:take', { file, part: 1, text: 'x' })).toEqual(gone);
    await clinic.call('library:take', { file, part: 0, text: 'x' });
    expect(await clinic.refusal('library:take', { file, part: 2, text: 'x' })).toEqual(gone);
    expect(await clinic.refusal('library:take', { file: newEventId(), part: 1, text: 'x' })).toEqual(gone);
    // Characters that take six each in the message still fit.
    await clinic.call('library:take', { file, part: 0, text: '\u0001'.repeat(LIBRARY_PART) });
    const text = 'x'.repeat(LIBRARY_PART);
    for (let part = 1; part < 400; part += 1) await clinic.call('library:take', { file, part, text });
    expect(await clinic.refusal('library:take', { file, part: 400, text })).toEqual({
      kind: 'libraryFileUnread',
      why: 'tooLarge',
    });
  });
});

describe('publishing through the window’s channels', () => {
  it('is refused to a pharmacist alone until a director signs, and a running session keeps its library', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await clinic.signIn('novak');
    const { file, review } = await reviewed(clinic);
    const { hash } = review;
    const pharmacist = await signer(clinic, 'novak');
    const director = await signer(clinic, 'amari');
    const both = { file, hash, reason: 'warn later', pharmacist, director };
    const alone = await clinic.refusal('library:publish', { ...both, director: null });
    expect(errorText(alone, ZONE)).toBe(
      'The library was not published: two people publish, and a medical director has not signed. It waits until both do.',
    );
    expect(await clinic.refusal('library:publish', { ...both, pharmacist: null })).toEqual({
      kind: 'libraryNotSigned',
      role: 'pharmacist',
    });
    expect((await clinic.call('library:load', {})).published?.version).toBe(DEMO.version);
    const published = await clinic.call('library:publish', both);
    expect(published.published?.version).toBe(V8.version);
    expect(published.history[0]).toMatchObject({
      version: V8.version,
      hash,
      reason: 'warn later',
      pharmacist: { name: 'P. Novak' },
      director: { name: 'Dr L. Amari' },
    });
    expect(published.history[1]?.version).toBe(DEMO.version);
    const event = clinic.desk.record()?.log.readStream('library').at(-1);
    expect(event).toMatchObject({ actor: pharmacist.user, witness: director.user, library: hash });
    const view = await clinic.call('session:load', { session });
    expect(view.library.version).toBe(DEMO.version);
  });

  it('takes two people, in their roles, each by passphrase, who have seen this very file', async () => {
    const clinic = await openClinic();
    await clinic.signIn('amari');
    await clinic.signIn('novak');
    const { file, review } = await reviewed(clinic);
    const pharmacist = await signer(clinic, 'novak');
    const director = await signer(clinic, 'amari');
    const nurse = await signer(clinic, 'lim');
    const both = { file, hash: review.hash, reason: 'warn later', pharmacist, director };
    const head = clinic.desk.record()?.log.position('library');
    const { pin } = await PASSPHRASES(clinic, 'amari');
    const tries = [
      [{ pharmacist: nurse }, { kind: 'roleNeeded', roles: ['pharmacist'] }],
      [{ director: nurse }, { kind: 'roleNeeded', roles: ['director'] }],
      [{ director: pharmacist }, { kind: 'anotherPersonNeeded' }],
      [
        { director: { ...director, secret: 'not that one' } },
        { kind: 'wrongPassphrase', name: 'Dr L. Amari' },
      ],
      // Signed in by passphrase a moment ago: elsewhere a PIN would be enough.
      [{ director: { ...director, secret: pin } }, { kind: 'wrongPassphrase', name: 'Dr L. Amari' }],
      [
        { pharmacist: { ...pharmacist, secret: 'not that one' } },
        { kind: 'wrongPassphrase', name: 'P. Novak' },
      ],
      [{ director: { user: 'nobody', secret: 'x' } }, { kind: 'notFound', what: 'person' }],
      [{ reason: '  ' }, { kind: 'textMissing', field: 'reason' }],
      [{ hash: 'f'.repeat(64) }, { kind: 'libraryFileUnread', why: 'gone' }],
      [{ file: newEventId() }, { kind: 'libraryFileUnread', why: 'gone' }],
    ] as const;
    for (const [change, failure] of tries)
      expect(await clinic.refusal('library:publish', { ...both, ...change }), JSON.stringify(change)).toEqual(
        failure,
      );
    expect(clinic.desk.record()?.log.position('library')).toBe(head);
  });

  it('is one fact however often it is sent', async () => {
    const clinic = await openClinic();
    await clinic.signIn('novak');
    const { file, review } = await reviewed(clinic);
    const requestId = newEventId();
    const pharmacist = await signer(clinic, 'novak');
    const director = await signer(clinic, 'amari');
    const request = { requestId, file, hash: review.hash, reason: 'once', pharmacist, director };
    const before = clinic.desk.record()?.log.position('library') ?? 0;
    for (let time = 0; time < 2; time += 1)
      expect(await clinic.answer('library:publish', request)).toMatchObject({ ok: true });
    expect(clinic.desk.record()?.log.position('library')).toBe(before + 1);
  });
});

describe('exporting', () => {
  it('writes a published library with its hash, which reads back as the same', async () => {
    const clinic = await openClinic();
    await clinic.signIn('amari');
    const hash = clinic.desk.record()?.library.current()?.hash ?? '';
    const { path } = await clinic.call('library:export', { hash });
    expect(path).toMatch(/Library EXAMPLE 2025\.11-v7\.json$/);
    expect(readFileSync(path, 'utf8')).toBe(libraryFileText(DEMO));
    expect(await clinic.refusal('library:export', { hash: '0'.repeat(64) })).toEqual({ kind: 'noLibrary' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import type { DrugLibrary } from '../../src/core/library/library.ts';
import type { Actor, Role } from '../../src/core/session/roles.ts';
import { libraryFileText, readLibraryFile } from '../../src/main/services/libraryFile.ts';
import { libraryHash } from '../../src/main/services/libraryHash.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic } from '../support/clinic.ts';
import { ZONE } from '../support/times.ts';

const DEMO = librarySchema.parse(demoLibrary);
/** One protocol says as much of a flipped bit as three, in a third of the time. */
const SMALL: DrugLibrary = { ...DEMO, protocols: DEMO.protocols.slice(0, 1) };
const FILE = Buffer.from(JSON.stringify(SMALL, null, 2));
/** Thousands of files are read whole: a busy machine takes a while. */
const SLOW = 180_000;

/** What reading a library file gives: its content and hash, or nothing. */
function read(bytes: Buffer): { readonly library: DrugLibrary; readonly hash: string } | undefined {
  try {
    const library = librarySchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return { library, hash: libraryHash(library) };
  } catch {
    return undefined;
  }
}

describe('a library file with one byte changed', () => {
  const hash = libraryHash(SMALL);

  it('is refused or has another hash, whichever byte and whichever bit it is', { timeout: SLOW }, () => {
    const unnoticed: number[] = [];
    for (let place = 0; place < FILE.length; place += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(FILE);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        const found = read(changed);
        // White space between values is no part of the content: such a change alters nothing that can be read.
        if (found?.hash === hash) unnoticed.push(place);
        if (found?.hash === hash) expect(found.library).toEqual(SMALL);
      }
    }
    expect(unnoticed.every((place) => /\s/.test(String.fromCharCode(FILE[place] ?? 0)))).toBe(true);
  });

  it('so is one with any text put in the place of any other', () => {
    const value = fc.constantFrom('5 mg/kg', '0.5 mcg/kg', '1,5 mg/kg', '', '18 years', '-1 mg', '1e3 mg');
    fc.assert(
      fc.property(value, fc.nat(200), (text, n) => {
        const strings = [...FILE.toString('utf8').matchAll(/: "([^"]*)"/g)];
        const target = strings[n % strings.length];
        if (!target || target[1] === text) return;
        const whole = FILE.toString('utf8');
        const changed = `${whole.slice(0, target.index)}: "${text}"${whole.slice(target.index + target[0].length)}`;
        expect(read(Buffer.from(changed))?.hash).not.toBe(hash);
      }),
      { numRuns: 500 },
    );
  });
});

describe('publishing', () => {
  async function shelf() {
    const clinic = await openClinic();
    const record = clinic.desk.record();
    if (!record) throw new Error('no record');
    const person = async (key: 'novak' | 'amari' | 'lim', role: Role): Promise<Actor> => ({
      id: await clinic.idOf(key),
      roles: [role],
    });
    return { library: record.library, log: record.log, person };
  }

  it('takes a pharmacist and a director, who are two people', async () => {
    const { library, log, person } = await shelf();
    const [pharmacist, director] = [await person('novak', 'pharmacist'), await person('amari', 'director')];
    const before = log.head();
    const tries: readonly (readonly [Actor, Actor, string])[] = [
      [await person('lim', 'nurse'), director, 'roleNeeded'],
      [pharmacist, await person('lim', 'nurse'), 'roleNeeded'],
      [pharmacist, pharmacist, 'roleNeeded'],
      [
        { ...pharmacist, roles: ['pharmacist', 'director'] },
        { ...pharmacist, roles: ['director'] },
        'anotherPersonNeeded',
      ],
    ];
    for (const [first, second, kind] of tries) {
      const refused = library.publish(DEMO, { pharmacist: first, director: second }, { reason: 'test' });
      expect(refused).toMatchObject({ ok: false, failure: { kind } });
    }
    expect(log.head()).toEqual(before);
    expect(library.publish(DEMO, { pharmacist, director }, { reason: 'test' }).ok).toBe(true);
    expect(library.current()).toMatchObject({ pharmacist: pharmacist.id, director: director.id });
  });

  it('refuses a content that makes no sense, with every fault in words, and publishes nothing', async () => {
    const { library, log, person } = await shelf();
    const people = {
      pharmacist: await person('novak', 'pharmacist'),
      director: await person('amari', 'director'),
    };
    const before = log.head();
    const [mood] = DEMO.protocols;
    const wide = { ...mood, dose: { usual: '0.5 mg/kg', hardMinimum: '0.1 mg/kg', hardMaximum: '5 mg/kg' } };
    const refused = library.publish({ ...DEMO, protocols: [wide] } as DrugLibrary, people, {
      reason: 'test',
    });
    if (refused.ok) throw new Error('published');
    expect(errorText(refused.failure, ZONE).replaceAll('\u00a0', ' ')).toBe(
      'The library was not published. Protocol ketamine-mood-40, usual value of the dose: ten times the usual is 5 mg/kg, which the hard limit 5 mg/kg lets pass. Set the limit so that it stops it.',
    );
    const shapeless = { ...DEMO, lineVolume: '2 mg' } as unknown as DrugLibrary;
    expect(library.publish(shapeless, people, { reason: 'test' })).toEqual({
      ok: false,
      failure: { kind: 'libraryFaulty', faults: ['Library, volume of the line: is not a quantity in mL.'] },
    });
    expect(log.head()).toEqual(before);
  });
});

describe('an exported library file', () => {
  const file = Buffer.from(libraryFileText(SMALL));

  it('is refused whichever byte and whichever bit of it is changed, and wherever it is cut off', {
    timeout: SLOW,
  }, () => {
    const decode = (bytes: Buffer): string | undefined => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        return undefined;
      }
    };
    const taken: string[] = [];
    for (let place = 0; place < file.length; place += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(file);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        const text = decode(changed);
        if (text !== undefined && readLibraryFile(text).ok) taken.push(`${place}.${bit}`);
      }
      // The last byte ends the line and is no part of the content.
      const cut = decode(file.subarray(0, place));
      if (place < file.length - 1 && cut !== undefined && readLibraryFile(cut).ok)
        taken.push(`cut at ${place}`);
    }
    expect(taken).toEqual([]);
    expect(readLibraryFile(file.toString('utf8'))).toEqual({
      ok: true,
      value: { library: SMALL, hash: libraryHash(SMALL) },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { librarySchema } from '../../../src/contract/library.ts';
import { fieldWords, placeWords } from '../../../src/core/library/fieldWords.ts';
import type { DrugLibrary } from '../../../src/core/library/library.ts';
import { libraryDifference } from '../../../src/core/library/libraryDifference.ts';
import { libraryParts } from '../../../src/core/library/libraryParts.ts';
import { EVERY_FIELD } from '../../fixtures/libraries/everyField.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Every value that stands by itself, with its path. */
function leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The library with one value put in the place of another; `undefined` takes it out. */
function changed(path: readonly (string | number)[], value: unknown): DrugLibrary {
  const library: unknown = structuredClone(EVERY_FIELD);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, name) => Reflect.get(part as object, name), library);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else Reflect.set(parent as object, last, value);
  return library as DrugLibrary;
}

function lines(before: DrugLibrary | null, after: DrugLibrary): readonly string[] {
  return libraryDifference(before, after).flatMap(({ kind, title, state, changes }) =>
    changes.map(({ words, before: old, after: now }) =>
      plain(`${kind} ${title}, ${state}: ${words}: ${old ?? 'not set'} → ${now ?? 'not set'}`),
    ),
  );
}

describe('the library in words', () => {
  it('has a line for every value there is, and none twice', () => {
    const facts = libraryParts(EVERY_FIELD).flatMap((part) =>
      part.facts.map(({ key }) => `${part.key}${key}`),
    );
    expect(facts.length).toBe(leaves(EVERY_FIELD).length);
    expect(new Set(facts).size).toBe(facts.length);
  });

  it('writes every value as people read it', () => {
    const texts = libraryParts(EVERY_FIELD).map(({ kind, title, facts }) => [
      `${kind} ${title}`,
      ...facts.map(({ words, text }) => plain(`${words}: ${text}`)),
    ]);
    expect(texts).toMatchSnapshot();
  });

  it('writes what is no text or quantity too', () => {
    const text = (path: readonly (string | number)[], value: unknown) =>
      libraryParts(changed(path, value))
        .flatMap(({ facts }) => facts)
        .find(({ key }) => key === path.at(-1))?.text;
    expect(text(['notice'], true)).toBe('yes');
    expect(text(['notice'], false)).toBe('no');
    expect(text(['drugs', 0, 'allergyNames'], [])).toBe('none');
    expect(text(['notice'], '5 mg of something')).toBe('5 mg of something');
    expect(text(['notice'], 'about 5 mg')).toBe('about 5 mg');
    expect(text(['format'], 2000)).toBe('2,000');
    expect(libraryParts(changed(['pumps'], undefined)).some(({ kind }) => kind === 'pump')).toBe(false);
  });

  it('calls a part that has no name by its id', () => {
    const nameless = libraryParts(changed(['pumps', 0, 'name'], ''));
    expect(nameless.find(({ kind }) => kind === 'pump')?.title).toBe('example-syringe-pump');
    const blank = libraryParts(changed(['drugs', 0, 'products', 0, 'id'], ''));
    expect(blank.find(({ kind }) => kind === 'product')?.title).toBe('');
  });

  it('names the band a limit stands in, and none where there is no band', () => {
    const mood = libraryParts(EVERY_FIELD).find(({ kind }) => kind === 'protocol');
    const group = (key: string) => mood?.facts.find((fact) => fact.key === key)?.group;
    expect(group('dose.hardMaximum')).toEqual({ key: 'dose', words: 'the dose', name: 'hardMaximum' });
    expect(group('bolus.dose.usual')).toEqual({ key: 'bolus.dose', words: 'a bolus', name: 'usual' });
    expect(group('name')).toBeNull();
  });
});

/** Two libraries are compared for every value there is: a busy machine takes a while. */
const SLOW = 60_000;

describe('the difference of two libraries', () => {
  it('is empty for the same one', () => {
    expect(libraryDifference(EVERY_FIELD, structuredClone(EVERY_FIELD))).toEqual([]);
  });

  it('names whichever value is changed, once, with both', { timeout: SLOW }, () => {
    for (const path of leaves(EVERY_FIELD)) {
      if (path.at(-1) === 'id') continue;
      const found = libraryDifference(EVERY_FIELD, changed(path, 'something else'));
      expect(found.length, path.join('.')).toBe(1);
      expect(found[0]?.changes.length, path.join('.')).toBe(1);
      expect(found[0]?.changes[0]?.after, path.join('.')).toBe('something else');
    }
  });

  it('names whichever value is taken out, and put in again', { timeout: SLOW }, () => {
    for (const path of leaves(EVERY_FIELD)) {
      if (path.at(-1) === 'id') continue;
      const without = changed(path, undefined);
      expect(libraryDifference(EVERY_FIELD, without)[0]?.changes[0]?.after, path.join('.')).toBeNull();
      expect(libraryDifference(without, EVERY_FIELD)[0]?.changes[0]?.before, path.join('.')).toBeNull();
    }
  });

  it('says old and new with their units', () => {
    expect(lines(EVERY_FIELD, changed(['protocols', 0, 'dose', 'softMaximum'], '0.8 mg/kg'))).toEqual([
      'protocol ketamine mood 40, changed: upper soft limit of the dose: 0.75 mg/kg → 0.8 mg/kg',
    ]);
    expect(lines(EVERY_FIELD, changed(['protocols', 0, 'useByHours'], 6))).toEqual([
      'protocol ketamine mood 40, changed: use within: 12 h → 6 h',
    ]);
    expect(lines(EVERY_FIELD, changed(['drugs', 0, 'products', 0, 'vialVolume'], '10 mL'))).toEqual([
      'product ketamine-10-20, changed: volume of a vial: 20 mL → 10 mL',
    ]);
  });

  it('shows two values that read alike as they stand in the file', () => {
    expect(lines(EVERY_FIELD, changed(['protocols', 0, 'dose', 'hardMaximum'], '1.0 mg/kg'))).toEqual([
      'protocol ketamine mood 40, changed: upper hard limit of the dose: "1 mg/kg" → "1.0 mg/kg"',
    ]);
  });

  it('lists every value of a part that is new or gone', () => {
    const [, ...others] = EVERY_FIELD.protocols;
    const without = { ...EVERY_FIELD, protocols: others };
    const gone = libraryDifference(EVERY_FIELD, without);
    expect(gone[0]).toMatchObject({ kind: 'protocol', title: 'ketamine mood 40' });
    // Its questions go with it, each a part of its own.
    expect(new Set(gone.map(({ state }) => state))).toEqual(new Set(['removed']));
    expect(new Set(gone.slice(1).map(({ kind }) => kind))).toEqual(new Set(['question', 'checklist item']));
    const facts = libraryParts(EVERY_FIELD).find(({ key }) => key === 'protocols/ketamine-mood-40/')?.facts;
    expect(gone[0]?.changes.map(({ before }) => before)).toEqual(facts?.map(({ text }) => text));
    const added = libraryDifference(without, EVERY_FIELD);
    expect(added[0]).toMatchObject({ kind: 'protocol', title: 'ketamine mood 40' });
    expect(new Set(added.map(({ state }) => state))).toEqual(new Set(['added']));
    expect(added[0]?.changes.every(({ before }) => before === null)).toBe(true);
  });

  it('is everything where there was none', () => {
    const found = libraryDifference(null, EVERY_FIELD);
    expect(found.every(({ state }) => state === 'added')).toBe(true);
    expect(found.flatMap(({ changes }) => changes).length).toBe(leaves(EVERY_FIELD).length);
  });

  it('says that parts stand in another order, and not when one is only added between them', () => {
    const [first, second, ...rest] = EVERY_FIELD.protocols;
    const swapped = { ...EVERY_FIELD, protocols: [second, first, ...rest] } as DrugLibrary;
    expect(lines(EVERY_FIELD, swapped)[0]).toMatch(
      /^library EXAMPLE demo library, changed: order of the protocols: ketamine-mood-40, ketamine-pain-hours, .* → ketamine-pain-hours, ketamine-mood-40, /,
    );
    const without = { ...EVERY_FIELD, protocols: [first, ...rest] } as DrugLibrary;
    expect(new Set(libraryDifference(without, EVERY_FIELD).map(({ state }) => state))).toEqual(
      new Set(['added']),
    );
  });
});

describe('the order of parts', () => {
  const [pump] = EVERY_FIELD.pumps;
  const [drug] = EVERY_FIELD.drugs;
  /** Pumps and drugs that go by the same names, each in an order of its own. */
  const named = (pumps: readonly string[], drugs: readonly string[]) =>
    ({
      ...EVERY_FIELD,
      pumps: pumps.map((id) => ({ ...pump, id })),
      drugs: drugs.map((id) => ({ ...drug, id, products: [] })),
    }) as DrugLibrary;

  it('is that of one list, whatever the parts of another are called', () => {
    expect(libraryDifference(named(['a', 'b'], ['b', 'a']), named(['a', 'b'], ['b', 'a']))).toEqual([]);
  });

  it('has a line for each list, and none for two', () => {
    const [library] = libraryDifference(named(['a', 'b'], ['c', 'd']), named(['b', 'a'], ['d', 'c']));
    expect(library?.changes.map(({ key }) => key)).toEqual(['order pumps', 'order drugs']);
  });
});

describe('a text of a library', () => {
  const titled = (title: string) =>
    libraryParts(changed(['protocols', 0, 'title'], title)).flatMap(({ facts }) => facts);

  it('keeps an age together, and leaves what is no quantity as it stands', () => {
    const ages = libraryParts(EVERY_FIELD).flatMap(({ facts }) => facts.map(({ text }) => text));
    expect(ages).toContain('18\u00a0years');
    for (const title of ['5 undefined', '5 sprays a day', 'ten mg', 'undefined'])
      expect(titled(title).map(({ text }) => text)).toContain(title);
  });
});

describe('a place in a library file', () => {
  it.each([
    [['protocols', 0, 'dose', 'hardMaximum'], 'Protocol ketamine mood 40, upper hard limit of the dose'],
    [['protocols', 0, 'bolus', 'dose', 'usual'], 'Protocol ketamine mood 40, usual value of a bolus'],
    [['protocols', 0, 'container', 'volume'], 'Protocol ketamine mood 40, volume of a container'],
    [['protocols', 0, 'dose'], 'Protocol ketamine mood 40, the dose'],
    [['protocols', 0], 'Protocol ketamine mood 40'],
    [['protocols', 99, 'name'], 'Protocol 100, name'],
    [['protocols'], 'Library, protocols'],
    [['drugs', 0, 'products', 1, 'strength'], 'Product ketamine-50-10, strength'],
    [['drugs', 0, 'allergyNames', 1], 'Drug ketamine, names an allergy is looked for under'],
    [['drugs', 'id'], 'Library, id'],
    [['lineVolume'], 'Library, volume of the line'],
    [['nobody', 'knows'], 'Library'],
    [['protocols', 0, 'nobody'], 'Protocol ketamine mood 40'],
    [[], 'Library'],
  ])('%j is %s', (path, words) => {
    expect(placeWords(EVERY_FIELD, path)).toBe(words);
  });

  it('is named by what there is of a damaged file', () => {
    expect(fieldWords([])).toBe('file');
    expect(placeWords(null, ['protocols', 1, 'dose'])).toBe('Protocol 2, the dose');
    expect(placeWords([{ name: 'x' }], [0, 'name'])).toBe('Library');
    expect(placeWords({ pumps: [{ id: 'p1', displayName: 'Pump of ward 3' }] }, ['pumps', 0])).toBe(
      'Pump Pump of ward 3',
    );
    expect(placeWords({ drugs: [{ name: ' ', id: 'x'.repeat(200) }] }, ['drugs', 0])).toBe(
      `Drug ${'x'.repeat(80)}`,
    );
  });
});

it('the library of these tests has every field the schema knows', () => {
  expect(librarySchema.safeParse(EVERY_FIELD).success).toBe(true);
});

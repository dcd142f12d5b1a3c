import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldedText,
  foldedWords,
  isWithinOneSlip,
  recordKey,
  slipsOf,
} from '../../../src/core/patient/names.ts';
import { isPossibleMatch, lookAlike } from '../../../src/core/patient/namesake.ts';

describe('a name is compared', () => {
  it.each([
    ['Ångström', 'angstrom'],
    ['A\u030angstro\u0308m', 'angstrom'],
    ['ÇELİK', 'celik'],
    ['Ødegård', 'odegard'],
    ['Weiß', 'weiss'],
    ['Łukasz', 'lukasz'],
    ['Ðorđe Þór Ægir Œuvre Işık', 'dorde thor aegir oeuvre isik'],
    ['ΓΙΆΝΝΗΣ', 'γιαννησ'],
    ['Γιάννης', 'γιαννησ'],
    ['王小明', '王小明'],
    ['कमला', 'कमला'],
    ['김', '김'],
  ])('%s as %s', (name, folded) => {
    expect(foldedText(name)).toBe(folded);
  });

  it('word by word, in any script, without what stands between', () => {
    expect(foldedWords(' O’Neill-Okafor, Ada 1984 ')).toEqual(['o', 'neill', 'okafor', 'ada', '1984']);
    expect(foldedWords('कमला 王小明')).toEqual(['कमला', '王小明']);
    expect(foldedWords(' – ')).toEqual([]);
  });

  it('and so is a record number, by its letters and digits alone', () => {
    expect(recordKey('T004-271-88')).toBe('t00427188');
    expect(recordKey(' 004 271/88 ')).toBe('00427188');
  });
});

describe('one slip', () => {
  it.each([
    ['okafor', 'okafor'],
    ['okafor', 'okafer'],
    ['okafor', 'okafr'],
    ['okafor', 'okaffor'],
    ['okafor', 'okafro'],
    ['okafor', 'kafor'],
    ['okafor', 'kokafor'],
    ['okafor', 'okafors'],
    ['王明', '王小明'],
    ['a', ''],
  ])('lies between %s and %s', (left, right) => {
    expect(isWithinOneSlip(left, right)).toBe(true);
    expect(isWithinOneSlip(right, left)).toBe(true);
  });

  it.each([
    ['okafor', 'okaf'],
    ['okafor', 'koafro'],
    ['okafor', 'fokaor'],
    ['okafor', 'okxfxr'],
    ['ab', 'cd'],
    ['abc', 'bca'],
    ['ab', ''],
  ])('is not enough from %s to %s', (left, right) => {
    expect(isWithinOneSlip(left, right)).toBe(false);
    expect(isWithinOneSlip(right, left)).toBe(false);
  });

  it('leaves two words with a common word of one letter less, or none', () => {
    const word = fc.stringMatching(/^[a-d]{1,6}$/);
    fc.assert(
      fc.property(word, word, (left, right) => {
        const shared = slipsOf(left).some((slip) => slipsOf(right).includes(slip));
        expect(!isWithinOneSlip(left, right) || shared).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the word and each of it without one letter, once', () => {
    expect(slipsOf('anna')).toEqual(['anna', 'nna', 'ana', 'ann']);
  });
});

const ADA = { familyName: 'Okafor', givenName: 'Ada', born: '1984-03-09' };

describe('two patients', () => {
  it.each([
    [{ givenName: 'Adaeze' }, true],
    [{ familyName: 'Okafr' }, true],
    [{ familyName: 'Fokaor', born: '1990-01-01' }, false],
    [{ familyName: 'Okafor-Bell', born: '1990-01-01' }, true],
    [{ familyName: 'Bell-Okafor', born: '1990-01-01' }, false],
    [{ familyName: ' OKAFOR ', born: '1990-01-01' }, true],
    [{ familyName: 'Baker' }, true],
    [{ givenName: 'Ruth' }, true],
    [{ givenName: 'Ruth', born: '1990-01-01' }, false],
    [{ familyName: 'Baker', born: '1990-01-01' }, false],
    [{ familyName: 'Baker', givenName: 'Ruth' }, false],
  ])('may be the same person with %j: %s', (other, expected) => {
    expect(isPossibleMatch(ADA, { ...ADA, ...other })).toBe(expected);
    expect(isPossibleMatch({ ...ADA, ...other }, ADA)).toBe(expected);
  });

  it.each([
    [{ born: '1990-01-01', familyName: 'ÒKAFOR ' }, 'familyName'],
    [{ born: '1990-01-01', familyName: ' Okafor' }, 'familyName'],
    [{ familyName: 'Baker' }, 'born'],
    [{ familyName: 'Baker', born: '1990-01-01' }, undefined],
    [{ familyName: 'Okafo', born: '1990-01-01' }, undefined],
  ])('of one day look alike with %j: %s', (other, expected) => {
    expect(lookAlike(ADA, { ...ADA, ...other })).toBe(expected);
    expect(lookAlike({ ...ADA, ...other }, ADA)).toBe(expected);
  });
});

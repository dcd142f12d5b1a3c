import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenName } from '../../../src/main/identity/personName.ts';
import { passphraseRefusal, pinRefusal } from '../../../src/main/identity/secretRules.ts';
import { waitAfter } from '../../../src/main/identity/wrongTries.ts';

describe('a PIN', () => {
  it.each(['', '12345', '1234567', '12345a', ' 20481', '２０４８１６'])(
    'of other than six digits is refused: “%s”',
    (pin) => {
      expect(pinRefusal(pin)).toBe('pinDigits');
    },
  );

  it.each([
    ['one digit over and over', '111111'],
    ['two digits over and over', '121212'],
    ['three digits over and over', '123123'],
    ['doubled digits', '112233'],
    ['a run up', '123456'],
    ['a run up across 9 and 0', '789012'],
    ['a run down', '654321'],
    ['a run down across 0 and 9', '210987'],
    ['two different digits only', '122121'],
  ])('that is %s is refused', (_, pin) => {
    expect(pinRefusal(pin)).toBe('pinTooPlain');
  });

  it.each(['204816', '731952', '113579', '123465', '987645'])('that is none of these is taken: %s', (pin) => {
    expect(pinRefusal(pin)).toBeUndefined();
  });

  it('is refused whatever its digits are as soon as each is the next one up or down', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom(1, 9), (first, step) => {
        const pin = [0, 1, 2, 3, 4, 5].map((place) => (first + place * step) % 10).join('');
        expect(pinRefusal(pin)).toBe('pinTooPlain');
      }),
    );
  });
});

describe('a passphrase', () => {
  it('has 8 characters, four different ones, and is not its owner’s name', () => {
    expect(passphraseRefusal('seven q', 'Rosa Lim')).toBe('passphraseLength');
    expect(passphraseRefusal('abcabcabc', 'Rosa Lim')).toBe('passphraseTooPlain');
    expect(passphraseRefusal('ROSAmarie lim', 'Rosa Marie Lim')).toBe('passphraseIsName');
    expect(passphraseRefusal('seven quiet boats', 'Rosa Lim')).toBeUndefined();
  });
});

describe('the wait after wrong tries', () => {
  it('is none for four, then 30 s, doubling to 15 min at most', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 40].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900]);
  });
});

describe('a name beside what somebody did', () => {
  it('is the first letter and the last word, with a doctor’s title', () => {
    expect(writtenName('Leila Amari')).toEqual({ name: 'L. Amari', initials: 'LA' });
    expect(writtenName(' Dr Sunil  Patel ')).toEqual({ name: 'Dr S. Patel', initials: 'SP' });
    expect(writtenName('Rosa')).toEqual({ name: 'Rosa', initials: 'R' });
    expect(writtenName('Dr Patel')).toEqual({ name: 'Dr Patel', initials: 'P' });
  });
});

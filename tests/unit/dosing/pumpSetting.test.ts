import { describe, expect, it } from 'vitest';
import {
  changePercent,
  pumpSetting,
  roundingWeight,
  withinHalfStep,
} from '../../../src/core/dosing/pumpSetting.ts';
import { quantityText } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import { read } from '../../support/exactText.ts';

const step = read<'mL/h'>('0.1 mL/h');

describe('a value as a pump is set', () => {
  it('goes to the nearest step, with the change in per cent', () => {
    const { exact, set, changePercent: change } = pumpSetting(read<'mL/h'>('54.375 mL/h'), step);
    expect([exact, set].map(quantityText)).toEqual(['54.375 mL/h', '54.4 mL/h']);
    expect(change).toEqual(rational(4n, 87n));
  });

  it('changes by the difference over the exact value', () => {
    expect(changePercent(rational(50n), rational(49n))).toEqual(rational(-2n));
    expect(changePercent(rational(40n), rational(50n))).toEqual(rational(25n));
    expect(changePercent(rational(36n), rational(36n))).toEqual(rational(0n));
  });

  it.each([
    [rational(0n), 'small'],
    [rational(1n), 'small'],
    [rational(-1n), 'small'],
    [rational(1_001n, 1_000n), 'said'],
    [rational(-1_001n, 1_000n), 'said'],
    [rational(5n), 'said'],
    [rational(-5n), 'said'],
    [rational(5_001n, 1_000n), 'refused'],
    [rational(-5_001n, 1_000n), 'refused'],
  ])('by %o per cent is %s', (change, weight) => {
    expect(roundingWeight(change)).toBe(weight);
  });
});

describe('a rate typed by the second person', () => {
  it.each([
    ['54.4 mL/h', '54.375 mL/h', true],
    ['54.3 mL/h', '54.375 mL/h', false],
    ['36.2 mL/h', '36.25 mL/h', true],
    ['36.3 mL/h', '36.25 mL/h', true],
    ['36.4 mL/h', '36.25 mL/h', false],
    ['36.1 mL/h', '36.25 mL/h', false],
    ['54 mL/h', '54 mL/h', true],
    ['54.1 mL/h', '54 mL/h', false],
  ] as const)('of %s stands for %s: %s, at an exact half on both sides', (typed, exact, isNear) => {
    expect(withinHalfStep(read<'mL/h'>(typed), read<'mL/h'>(exact), step)).toBe(isNear);
  });
});

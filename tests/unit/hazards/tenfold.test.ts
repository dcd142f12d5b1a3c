import { describe, expect, it } from 'vitest';
import { type LimitedValue, valueBreaches } from '../../../src/core/library/limits.ts';
import { type EntryRule, parseEntry } from '../../../src/core/quantity/parseEntry.ts';
import { type Quantity, quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import { multiply, rational } from '../../../src/core/quantity/rational.ts';
import { FIELD_RULES } from '../../../src/core/session/entryRules.ts';
import { type Random, randomFrom } from '../../prove/random.ts';
import { faultsIn, HAZARD_TIMEOUT, hazardCases } from '../../support/hazardCases.ts';
import { plansTimes } from '../../support/libraryPlans.ts';

describe('a point in the wrong place, for every drug of the library', () => {
  const cases = plansTimes({ 'ten times': rational(10n), 'a tenth of': rational(1n, 10n) });

  it.each(cases)(
    '%s: %s the usual dose is stopped hard, and of the usual duration too',
    (_name, _shift, factor, plan) => {
      const { protocol, usual } = plan;
      const dose = quantity(multiply(usual.dose.value, factor), 'mg/kg');
      const duration = quantity(multiply(usual.duration.value, factor), 'min');
      const strengths = [
        ...valueBreaches('dose', protocol, dose),
        ...valueBreaches('duration', protocol, duration),
      ].map(({ value, strength }): [LimitedValue, string] => [value, strength]);
      expect(strengths).toEqual([
        ['dose', 'hard'],
        ['duration', 'hard'],
      ]);
    },
  );
});

/** Digits of other scripts, marks that look like a point or a sign, and keys beside the right ones. */
const KEYS = [
  ...'0123456789',
  ...'0123456789',
  ...'....,,- +eE/x½%µ',
  '\u00a0',
  '\u202f',
  '\n',
  '\t',
  '٣',
  '५',
  '３',
  '٫',
  '·',
  '−',
  '⁵',
];
const MOST_KEYS = 9;

/** A string of any keys, or a number with one key too many, too few or wrong: most slips are near a number. */
function typedString(random: Random): string {
  if (random.chance(3))
    return Array.from({ length: random.whole(MOST_KEYS + 1) }, () => random.pick(KEYS)).join('');
  const whole = `${random.whole(10 ** random.whole(5))}`;
  const text = random.chance(3)
    ? whole
    : `${whole}.${`${random.whole(10_000)}`.padStart(1 + random.whole(4), '0')}`;
  const at = random.whole(text.length + 1);
  const kept = random.chance(2) ? 0 : 1;
  const key = random.pick([random.pick(KEYS), '', random.pick(['0', '.'] as const)]);
  return random.chance(3) ? text : text.slice(0, at) + key + text.slice(at + kept);
}

/**
 * What the grammar of UX 3.0 says, told key by key and without a pattern: the value in thousandths, or undefined for
 * what is no number. Digits, then perhaps a point and digits; no zero in front of a digit; nothing else.
 */
function thousandths(text: string): bigint | undefined {
  const parts = text.split('.');
  const [whole = '', decimals = '0'] = parts;
  const isDigits = (part: string) =>
    part !== '' && [...part].every((key) => key >= '0' && key <= '9' && key.length === 1);
  if (parts.length > 2 || !isDigits(whole) || !isDigits(decimals)) return undefined;
  if (whole.length > 1 && whole.startsWith('0')) return undefined;
  return decimals.length > 3 ? undefined : BigInt(whole + decimals.padEnd(3, '0'));
}

const FIELDS = Object.values(FIELD_RULES) as readonly EntryRule<'mg'>[];

describe('a number field', () => {
  const strings = hazardCases(50_000);

  it(
    'takes exactly the strings of the grammar within its decimals and range, each as the number it says',
    () => {
      const random = randomFrom(3);
      let taken = 0;
      const wrong = faultsIn(strings, () => {
        const text = typedString(random);
        const rule = random.pick(FIELDS);
        const parsed = parseEntry(text, rule);
        const actual = parsed.ok ? quantityText(parsed.value) : undefined;
        if (actual !== undefined) taken += 1;
        const expected = expectedFor(text, rule);
        return actual === (expected && quantityText(expected))
          ? undefined
          : JSON.stringify([text, rule, actual]);
      });
      expect(wrong).toEqual([]);
      expect(taken).toBeGreaterThan(strings / 10);
      expect(taken).toBeLessThan(strings / 2);
    },
    HAZARD_TIMEOUT,
  );
});

function expectedFor(text: string, rule: EntryRule<'mg'>): Quantity<'mg'> | undefined {
  const value = thousandths(text);
  if (value === undefined || (text.split('.')[1] ?? '').length > rule.decimals) return undefined;
  const [least, most] = [rule.minimum, rule.maximum].map((end) => thousandths(end.split(' ')[0] ?? ''));
  if (least === undefined || most === undefined || value < least || value > most) return undefined;
  return quantity(rational(value, 1_000n), rule.unit);
}

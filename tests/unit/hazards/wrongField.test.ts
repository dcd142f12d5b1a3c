import { describe, expect, it } from 'vitest';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { compareQuantities, convert, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compareEntries, type EntryReference } from '../../../src/core/session/compareEntries.ts';
import type { EntryInput, EntryValues } from '../../../src/core/session/entryFields.ts';
import { parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import worked from '../../fixtures/dosing/mood40.json' with { type: 'json' };
import { REFERENCE_ENTRIES, type ReferenceEntry, referencePlan } from '../../support/alertSet.ts';
import { answered } from '../../support/exactText.ts';
import { orderedFor, rightEntry } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';

const NUMBERS = ['weight', 'dose', 'over', 'amount', 'volume', 'pumpRate', 'volumeToGive'] as const;
const PAIRS = NUMBERS.flatMap((one, index) => NUMBERS.slice(index + 1).map((other) => [one, other] as const));

type Ordered = Pick<ReferenceEntry, 'weight' | 'dose' | 'over'> & {
  readonly amount: string;
  readonly volume: string;
  readonly mixing: string;
  readonly strength: string;
};

/** What two entries are held against for an order of the fixtures. */
function referenceOf(ordered: Ordered): EntryReference {
  const { reference } = referencePlan();
  const { rules } = reference;
  return {
    ...reference,
    weight: readQuantity(`${ordered.weight} kg`, 'kg'),
    rules: {
      ...rules,
      product: { ...rules.product, strength: `${ordered.strength} mg/mL` },
      protocol: { ...rules.protocol, container: { name: 'container', volume: '2000 mL' } },
    },
    order: {
      ...reference.order,
      dose: `${ordered.dose} mg/kg`,
      duration: `${ordered.over} min`,
      amount: `${ordered.amount} mg`,
      volume: `${ordered.volume} mL`,
      mixing: ordered.mixing === 'addedTo' ? 'addedTo' : 'madeUpTo',
    },
  };
}

const inFifty = { amount: '50', volume: '50', mixing: 'madeUpTo', strength: '10' };
const ordered: readonly Ordered[] = [
  ...worked.cases.map(({ given }) => ({ ...given, dose: given.dosePerKg, over: given.minutes })),
  ...REFERENCE_ENTRIES.filter(({ slip }) => slip === undefined).map((entry) => ({ ...inFifty, ...entry })),
];

function swapped(entry: EntryValues, [one, other]: readonly [EntryInput, EntryInput]): EntryValues {
  return { ...entry, [one]: entry[other], [other]: entry[one] };
}

/** The outcome of two entries: agreed, told apart, or one of them refused in its field. */
function outcome(first: EntryValues, second: EntryValues, reference: EntryReference): string {
  const [left, right] = [parseEntryValues(first), parseEntryValues(second)];
  if (!left.ok || !right.ok) return 'refused';
  return compareEntries(left.value, right.value, reference).ok ? 'agreed' : 'told apart';
}

describe('two numbers of an entry in each other’s field', () => {
  const orders = ordered.map(referenceOf).map((reference) => ({ reference, right: rightEntry(reference) }));

  it('are tried on every order of the fixtures, each of which two right entries agree on', () => {
    expect(orders.length).toBeGreaterThan(300);
    const failing = orders.filter(({ reference, right }) => outcome(right, right, reference) !== 'agreed');
    expect(failing).toEqual([]);
  });

  it.each(PAIRS.map((pair) => [...pair]))(
    '%s and %s never agree, typed so by one person or by both',
    (one, other) => {
      const tried = orders.map(({ reference, right }) => {
        if (isSameNumber(right[one], right[other])) return 'the same number';
        const wrong = swapped(right, [one, other]);
        return [
          outcome(right, wrong, reference),
          outcome(wrong, right, reference),
          outcome(wrong, wrong, reference),
        ];
      });
      expect(tried.flat()).not.toContain('agreed');
      expect(tried.some((each) => each !== 'the same number')).toBe(true);
    },
  );

  it.each(['weight', 'over', 'amount', 'volume', 'pumpRate', 'volumeToGive'] as const)(
    'the %s typed as the dose of an order is refused in its field or stopped by a hard limit',
    (other) => {
      const open = orders.filter(({ reference, right }) => {
        const parsed = parseEntryValues({ ...right, dose: right[other] });
        if (!parsed.ok) return false;
        const input = {
          ...orderedFor(reference),
          dosePerKg: convert(parsed.value.dose, 'mg/kg'),
        };
        const sum = answered(planSum(input));
        const breaches = planBreaches(input, sum, reference.rules.protocol, FIRST_SESSION);
        return !breaches.some(({ value, strength }) => value === 'dose' && strength === 'hard');
      });
      expect(open).toEqual([]);
    },
  );
});

function isSameNumber(one: string, other: string): boolean {
  return compareQuantities(readQuantity(`${one} mL`, 'mL'), readQuantity(`${other} mL`, 'mL')) === 0;
}

import { describe, expect, it } from 'vitest';
import type { PumpedProtocol } from '../../../src/core/library/library.ts';
import { type EntryRule, parseEntry } from '../../../src/core/quantity/parseEntry.ts';
import { compareQuantities } from '../../../src/core/quantity/quantity.ts';
import { compareEntries } from '../../../src/core/session/compareEntries.ts';
import {
  ALL_ENTRY_FIELDS,
  type EntryField,
  type EntryInput,
  type EntryValues,
  INPUTS_OF_FIELD,
  inputsOfStep,
  stepFields,
} from '../../../src/core/session/entryFields.ts';
import { orderShapeOf } from '../../../src/core/session/entryRules.ts';
import type { Order } from '../../../src/core/session/events.ts';
import { parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { type Random, randomFrom } from '../../prove/random.ts';
import { answered } from '../../support/exactText.ts';
import { faultsIn, HAZARD_TIMEOUT, hazardCases } from '../../support/hazardCases.ts';
import { type LibraryPlan, libraryPlans, rightEntry } from '../../support/libraryPlans.ts';
import { REFERENCE } from '../../support/playedSession.ts';
import { LOADED, LOADING, LOADING_TYPED, STEPPED, STEPS, STEPS_TYPED } from '../../support/stagedPlans.ts';

/** More digits than a binary fraction holds, so that two numbers it cannot tell apart are drawn often. */
const ANY_NUMBER: EntryRule<'mg'> = {
  unit: 'mg',
  decimals: 24,
  minimum: '0 mg',
  maximum: '1000000000000000000000000 mg',
};

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(10)).join('');
}

function decimal(random: Random, decimals: number): string {
  const whole = `${random.whole(10 ** random.whole(7))}`;
  const count = random.whole(decimals + 1);
  return count === 0 ? whole : `${whole}.${digits(random, count)}`;
}

/** The same number with other zeros, its neighbour in the last place, or another one. */
function beside(random: Random, text: string, decimals: number): string {
  const room = decimals - (text.split('.')[1] ?? '').length;
  const pointed = text.includes('.') ? text : `${text}.`;
  if (room > 0 && random.chance(2)) return pointed + '0'.repeat(1 + random.whole(room));
  if (room > 0 && random.chance(3)) return `${pointed}${'0'.repeat(random.whole(room))}1`;
  if (random.chance(2)) return text.slice(0, -1) + String(random.whole(10));
  return decimal(random, decimals);
}

/** The one shortest way to write a number: equal texts are equal numbers, found without any arithmetic. */
function shortest(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

describe('two typed numbers', () => {
  const pairs = hazardCases(20_000);

  it(
    'are equal exactly when they are the same number, to the last of 24 decimals',
    () => {
      const random = randomFrom(16);
      let equal = 0;
      const wrong = faultsIn(pairs, () => {
        const one = decimal(random, ANY_NUMBER.decimals);
        const other = beside(random, one, ANY_NUMBER.decimals);
        const isSame = shortest(one) === shortest(other);
        if (isSame) equal += 1;
        return (compareTyped(one, other) === 0) === isSame ? undefined : `${one} and ${other}`;
      });
      expect(wrong).toEqual([]);
      expect(equal).toBeGreaterThan(pairs / 4);
      expect(equal).toBeLessThan((pairs * 3) / 4);
    },
    HAZARD_TIMEOUT,
  );

  it('are never told apart by a binary fraction', () => {
    expect(compareTyped('0.1', '0.10')).toBe(0);
    expect(compareTyped('0.30000000000000004', '0.3')).toBe(1);
    expect(compareTyped('9007199254740993', '9007199254740992')).toBe(1);
    expect(compareTyped('1.005', '1.00499999999999989')).toBe(1);
  });
});

function compareTyped(one: string, other: string): -1 | 0 | 1 {
  return compareQuantities(answered(parseEntry(one, ANY_NUMBER)), answered(parseEntry(other, ANY_NUMBER)));
}

/** The fields typed as numbers that nothing else follows from, with the decimals each takes. */
const FIELDS: readonly (readonly [EntryField, EntryInput, number])[] = [
  ['weight', 'weight', 1],
  ['dose', 'dose', 3],
  ['over', 'over', 0],
  ['preparation', 'amount', 3],
  ['preparation', 'volume', 1],
];

/** Every later step there is a field for. */
const LATER_STEPS = stepFields(ALL_ENTRY_FIELDS.length);

/** Those of a loading dose, and of each later step an order may have. */
const STAGED: readonly (readonly [
  name: string,
  order: Order,
  protocol: PumpedProtocol,
  typed: EntryValues,
  fields: readonly (readonly [EntryField, EntryInput & keyof EntryValues, number])[],
])[] = [
  [
    'a loading dose',
    LOADED,
    LOADING,
    LOADING_TYPED,
    [
      ['loadingDose', 'loadingDose', 3],
      ['loadingOver', 'loadingOver', 0],
    ],
  ],
  [
    'a rate in steps',
    { ...STEPPED, laterSteps: LATER_STEPS.map(() => ({ rate: '0.2 mg/kg/h', duration: '60 min' })) },
    { ...STEPS, steps: { most: 1 + LATER_STEPS.length } },
    {
      ...STEPS_TYPED,
      ...Object.fromEntries(
        LATER_STEPS.flatMap((step) => {
          const { rate, time } = inputsOfStep(step);
          return [
            [rate, '0.2'],
            [time.h, '1'],
            [time.min, '0'],
          ];
        }),
      ),
    },
    LATER_STEPS.flatMap((step) => {
      const { rate, time } = inputsOfStep(step);
      return [[step, rate, 3] as const, [step, time.min, 0] as const];
    }),
  ],
];
/** Hours and days of a step become its minutes. */
const STEP_BOXES: readonly EntryInput[] = LATER_STEPS.flatMap((step) => {
  const { d, h } = inputsOfStep(step).time;
  return [d, h];
});

describe('two blind entries', () => {
  it.each(libraryPlans().map((plan) => [plan.name, plan] as const))(
    '%s: differ in a field exactly when the two numbers are not the same',
    (_name, plan) => {
      const random = randomFrom(17);
      const wrong = faultsIn(400, () => {
        const [field, input, decimals] = random.pick(FIELDS);
        const right = rightEntry(plan.reference)[input] ?? '';
        const other = beside(random, right, decimals);
        const isSame = shortest(other) === shortest(right);
        return namedApart(plan, input, other)?.includes(field) === isSame ? `${field} ${other}` : undefined;
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(STAGED)(
    '%s: differ in a stage exactly when the two numbers are not the same',
    (_name, order, protocol, typed, fields) => {
      const shape = orderShapeOf(protocol, order);
      const reference = { ...REFERENCE, order, rules: { ...REFERENCE.rules, protocol } };
      const first = answered(parseEntryValues(typed, shape));
      const random = randomFrom(18);
      const wrong = faultsIn(400, () => {
        const [field, input, decimals] = random.pick(fields);
        const right = typed[input] ?? '';
        const other = beside(random, right, decimals);
        const isSame = shortest(other) === shortest(right);
        const second = parseEntryValues({ ...typed, [input]: other }, shape);
        if (!second.ok) return undefined;
        const outcome = compareEntries(first, second.value, reference);
        const named = outcome.ok ? [] : outcome.failure.fields;
        return named.includes(field) === isSame ? `${field} ${other}` : undefined;
      });
      expect(wrong).toEqual([]);
    },
  );

  it('hold every number that is compared', () => {
    const compared = new Set(
      [...FIELDS, ...STAGED.flatMap(([, , , , fields]) => fields)].map(([, input]) => input),
    );
    // Hours and days are boxes of the time where a rate is ordered: they become minutes before anything is compared.
    const boxes: readonly EntryInput[] = ['overHours', 'overDays', ...STEP_BOXES];
    const others: readonly EntryInput[] = ['dateOfBirth', 'product', 'pumpRate', 'volumeToGive', ...boxes];
    // Asked where a formula gives the weight to dose on, and held against each other in `dosedWeight`.
    const ofFormula: readonly EntryInput[] = ['height'];
    // Those of counted doses are held against each other in `compareCounted`.
    const counted: readonly EntryInput[] = ['doses', 'gap', 'total'];
    const all = new Set([...compared, ...others, ...ofFormula, ...counted]);
    expect(new Set(Object.values(INPUTS_OF_FIELD).flat())).toEqual(all);
  });
});

/** The fields named when the second person types `text` there; undefined when the field refuses it. */
function namedApart({ reference }: LibraryPlan, input: EntryInput, text: string) {
  const first = answered(parseEntryValues(rightEntry(reference)));
  const second = parseEntryValues({ ...rightEntry(reference), [input]: text });
  if (!second.ok) return undefined;
  const outcome = compareEntries(first, second.value, reference);
  return outcome.ok ? [] : outcome.failure.fields;
}

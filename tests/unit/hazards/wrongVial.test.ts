import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/core/library/library.ts';
import { compareEntries } from '../../../src/core/session/compareEntries.ts';
import { type ParsedEntry, parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { answered } from '../../support/exactText.ts';
import { type LibraryPlan, libraryPlans, productsOf, rightEntry } from '../../support/libraryPlans.ts';

/** The third vial on the market beside those of the library, which looks like them. Source: US label, DOMAIN 4.3. */
const LOOK_ALIKE: Product = { id: 'ketamine-100-5', strength: '100 mg/mL', vialVolume: '5 mL' };

function othersThan({ reference, protocol }: LibraryPlan): readonly Product[] {
  return [...productsOf(protocol), LOOK_ALIKE].filter(({ id }) => id !== reference.rules.product.id);
}

const cases = libraryPlans().flatMap((plan) =>
  othersThan(plan).map((other) => [plan.name, other.strength, plan, other] as const),
);

function entryOf({ reference }: LibraryPlan, product = reference.order.product): ParsedEntry {
  return answered(parseEntryValues({ ...rightEntry(reference), product }));
}

describe('another vial than the one ordered', () => {
  it('is tried for every product of every drug, each with at least two others', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(libraryPlans().length);
    for (const plan of libraryPlans()) expect(othersThan(plan).length).toBeGreaterThanOrEqual(2);
  });

  it.each(cases)(
    '%s: %s read from the label by one person does not match',
    (_name, _strength, plan, other) => {
      const differs = { ok: false, failure: { against: 'eachOther', fields: ['drug'] } };
      expect(compareEntries(entryOf(plan), entryOf(plan, other.id), plan.reference)).toEqual(differs);
      expect(compareEntries(entryOf(plan, other.id), entryOf(plan), plan.reference)).toEqual(differs);
    },
  );

  it.each(cases)(
    '%s: %s read from the label by both does not match the order',
    (_name, _strength, plan, other) => {
      expect(compareEntries(entryOf(plan, other.id), entryOf(plan, other.id), plan.reference)).toEqual({
        ok: false,
        failure: { against: 'order', fields: ['drug'] },
      });
    },
  );
});

import { describe, expect, it, vi } from 'vitest';
import { quantity } from '../../../src/core/quantity/quantity.ts';
import { add, rational } from '../../../src/core/quantity/rational.ts';
import { PROVED_CASES } from '../../prove/cases.ts';
import { prove } from '../../prove/prove.ts';

type OrderedDose = typeof import('../../../src/core/dosing/orderedDose.ts');

/** A first engine that is wrong by a millionth of a millionth of a milligram, from then on. */
const engine = vi.hoisted(() => ({ isWrong: false }));
vi.mock('../../../src/core/dosing/orderedDose.ts', async (original) => {
  const orderedDose = await original<OrderedDose>();
  const wrongDose: OrderedDose['doseForWeight'] = (...order) => {
    const dose = orderedDose.doseForWeight(...order);
    if (!engine.isWrong) return dose;
    return quantity(add(dose.value, rational(1n, 10n ** 12n)), dose.unit);
  };
  return { ...orderedDose, doseForWeight: wrongDose };
});

describe('a wrong answer of one engine', () => {
  it('is found in the plan it spoils, withheld, and named with the seed that shows it again', () => {
    const rounds = 40;
    engine.isWrong = true;
    const { disagreements, answered, refused } = prove(0, PROVED_CASES.length * rounds);
    const named = disagreements.filter((each) =>
      /^seed \d+: plan of a (?:dose over time|rate from several containers): /.test(each),
    );
    expect(named.length).toBeGreaterThan(rounds / 4);
    const rest = disagreements.filter((each) => !named.includes(each));
    expect(rest.every((each) => /^and \d+ more$/.test(each))).toBe(true);
    expect(answered + refused).toBeLessThan(PROVED_CASES.length * rounds);
    const [seed] = named[0]?.match(/\d+/) ?? [];
    expect(prove(Number(seed), 1).disagreements).toEqual([named[0]]);
  });
});

import { intranasalDoses } from '../../src/core/dosing/countedDoses.ts';
import { dripRate } from '../../src/core/dosing/dripRate.ts';
import { intramuscularDoses } from '../../src/core/dosing/intramuscularDoses.ts';
import { quantity, wholeQuantity } from '../../src/core/quantity/quantity.ts';
import { rational } from '../../src/core/quantity/rational.ts';
import type { ProvedCase } from './provedCase.ts';
import { between, drawn } from './random.ts';

/** What is counted by hand: drops, sprays and injections. */
export const COUNTED_CASES: readonly ProvedCase[] = [
  {
    name: 'drip rate',
    ask: (random) =>
      dripRate({
        rate: drawn(random, 'mL/h'),
        dropFactor: wholeQuantity(BigInt(random.pick([10, 15, 20, 60])), 'gtt/mL'),
      }),
  },
  {
    name: 'intranasal doses',
    ask: (random) =>
      intranasalDoses({
        amountPerSpray: between(random, 1, 100, 'mg'),
        spraysPerDose: wholeQuantity(BigInt(1 + random.whole(5)), 'sprays'),
        doses: BigInt(1 + random.whole(8)),
        gap: wholeQuantity(BigInt(random.whole(61)), 'min'),
        filling: random.chance(2)
          ? {
              concentration: between(random, 1, 200, 'mg/mL'),
              deadSpace: quantity(rational(BigInt(random.whole(3)), 10n), 'mL'),
              devices: BigInt(1 + random.whole(3)),
            }
          : undefined,
      }),
  },
  {
    name: 'intramuscular doses',
    ask: (random) =>
      intramuscularDoses({
        amountPerInjection: between(random, 1, 500, 'mg'),
        injections: BigInt(1 + random.whole(5)),
        gap: wholeQuantity(BigInt(random.whole(61)), 'min'),
        concentration: between(random, 1, 500, 'mg/mL'),
        deadSpace: quantity(rational(BigInt(random.whole(3)), 10n), 'mL'),
      }),
  },
];

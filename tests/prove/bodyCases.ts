import { BODY_SURFACE_FORMULAS, bodySurface } from '../../src/core/dosing/bodySurface.ts';
import { adjustedWeight, idealWeight, type Sex } from '../../src/core/dosing/bodyWeight.ts';
import { dosingWeight, WEIGHT_BASES } from '../../src/core/dosing/dosingWeight.ts';
import { leanWeightJames, leanWeightJanmahasatian } from '../../src/core/dosing/leanWeight.ts';
import type { ProvedCase } from './provedCase.ts';
import { between, type Random } from './random.ts';

const SEXES: readonly Sex[] = ['female', 'male'];

function measures(random: Random) {
  return {
    sex: random.pick(SEXES),
    height: between(random, 40, 230, 'cm'),
    actual: between(random, 1, 400, 'kg'),
  };
}

export const BODY_CASES: readonly ProvedCase[] = [
  {
    name: 'ideal and adjusted weight',
    ask: (random) => {
      const patient = measures(random);
      return random.chance(2) ? idealWeight(patient.sex, patient.height) : adjustedWeight(patient);
    },
  },
  {
    name: 'lean weight',
    ask: (random) =>
      random.chance(2) ? leanWeightJames(measures(random)) : leanWeightJanmahasatian(measures(random)),
  },
  {
    name: 'dosing weight',
    ask: (random) =>
      dosingWeight({
        ...measures(random),
        basis: random.pick(WEIGHT_BASES),
        cap: random.chance(2) ? between(random, 40, 200, 'kg') : undefined,
      }),
  },
  {
    name: 'body surface',
    ask: (random) =>
      bodySurface({
        formula: random.pick(BODY_SURFACE_FORMULAS),
        weight: between(random, 1, 400, 'kg'),
        height: between(random, 40, 230, 'cm'),
      }),
  },
];

import { afterEach, describe, expect, it, vi } from 'vitest';
import { confirmed, failed } from '../../../src/core/crosscheck/agreement.ts';
import type { PreparationOrder } from '../../../src/core/dosing/preparationOrder.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import solve from '../../fixtures/dosing/solve.json' with { type: 'json' };
import { read, readFields, texts } from '../../support/exactText.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';

const RATES = '../../../src/core/crosscheck/ratesBackward.ts';
const PUMPS = '../../../src/core/crosscheck/pumpBackward.ts';
const SOLVE = '../../../src/core/crosscheck/solveBackward.ts';
const PROGRAMME = '../../../src/core/crosscheck/programmeBackward.ts';
const LONG = '../../../src/core/crosscheck/longInfusionBackward.ts';
const WAY = '../../../src/core/crosscheck/wayOnBackward.ts';
const PREPARATION = '../../../src/core/crosscheck/preparationBackward.ts';
const PLAN = '../../../src/core/crosscheck/planBackward.ts';

const pump = {
  step: read<'mL/h'>('0.1 mL/h'),
  minimum: read<'mL/h'>('0.1 mL/h'),
  maximum: read<'mL/h'>('999.9 mL/h'),
  volumeStep: read<'mL'>('0.1 mL'),
};
const concentration = read<'mg/mL'>('1 mg/mL');
const mgPerHour = read<'mg/h'>('22 mg/h');

const planInput = {
  dosePerKg: read<'mg/kg'>('0.5 mg/kg'),
  weight: read<'kg'>('72 kg'),
  duration: read<'min'>('40 min'),
  amount: read<'mg'>('50 mg'),
  strength: read<'mg/mL'>('50 mg/mL'),
  volume: read<'mL'>('50 mL'),
  mixing: 'madeUpTo',
  containerVolume: read<'mL'>('50 mL'),
  rateStep: read<'mL/h'>('0.1 mL/h'),
  volumeStep: read<'mL'>('0.1 mL'),
  hard: NO_HARD_LIMITS,
} as const;

/** Every calculation, with the check of the second engine that stands behind it. */
const CALCULATIONS: readonly (readonly [string, string, string, () => Promise<unknown>])[] = [
  [
    'a plan',
    PLAN,
    'disagreements',
    async () => {
      const { planSum } = await import('../../../src/core/dosing/planSum.ts');
      return planSum(planInput);
    },
  ],
  [
    'an ordered dose',
    RATES,
    'orderedDoseDisagreements',
    async () => {
      const { orderedDose } = await import('../../../src/core/dosing/orderedDose.ts');
      return orderedDose(read<'mg'>('36 mg'));
    },
  ],
  [
    'a dose over a duration',
    RATES,
    'doseOverDurationDisagreements',
    async () => {
      const { doseOverDuration } = await import('../../../src/core/dosing/doseOverDuration.ts');
      return doseOverDuration({ dose: read<'mg'>('36 mg'), duration: read<'min'>('40 min'), concentration });
    },
  ],
  [
    'a pump rate',
    RATES,
    'continuousRateDisagreements',
    async () => {
      const { continuousRate } = await import('../../../src/core/dosing/continuousRate.ts');
      return continuousRate(mgPerHour, { concentration });
    },
  ],
  [
    'a dose rate',
    RATES,
    'continuousRateDisagreements',
    async () => {
      const { doseRateAtRate } = await import('../../../src/core/dosing/continuousRate.ts');
      return doseRateAtRate(read('22 mL/h'), { concentration }, 'mg/h');
    },
  ],
  [
    'a rounded rate',
    PUMPS,
    'pumpRateDisagreements',
    async () => {
      const { pumpRate } = await import('../../../src/core/dosing/pumpRounding.ts');
      return pumpRate(read('54 mL/h'), pump);
    },
  ],
  [
    'a run of the pump',
    PUMPS,
    'pumpRunDisagreements',
    async () => {
      const { pumpRun } = await import('../../../src/core/dosing/pumpRounding.ts');
      return pumpRun(read('36 mL'), read('54 mL/h'), pump);
    },
  ],
  [
    'a solved infusion',
    SOLVE,
    'solveDisagreements',
    async () => {
      const { solveInfusion } = await import('../../../src/core/dosing/solveInfusion.ts');
      return solveInfusion({ dose: read('36 mg'), volume: read('36 mL'), rate: read('54 mL/h') }, 'mg');
    },
  ],
  [
    'a programme',
    PROGRAMME,
    'programmeDisagreements',
    async () => {
      const { stepProgramme } = await import('../../../src/core/dosing/stepProgramme.ts');
      const step = {
        kind: 'steady',
        rate: read<'mL/h'>('54 mL/h'),
        duration: read<'min'>('40 min'),
      } as const;
      return stepProgramme([step], concentration, pump);
    },
  ],
  [
    'a long infusion',
    LONG,
    'longInfusionDisagreements',
    async () => {
      const { longInfusion } = await import('../../../src/core/dosing/longInfusion.ts');
      const times = { duration: read<'h'>('96 h'), content: read<'mL'>('500 mL') };
      return longInfusion({ doseRate: mgPerHour, concentration, ...times, pump });
    },
  ],
  [
    'a way on',
    WAY,
    'wayOnDisagreements',
    async () => {
      const { waysOn } = await import('../../../src/core/dosing/wayOn.ts');
      const rates = { rate: read<'mL/h'>('54 mL/h'), highestRate: read<'mL/h'>('54 mL/h') };
      const volumes = { given: read<'mL'>('18 mL'), ordered: read<'mL'>('36 mL') };
      const times = { elapsed: read<'min'>('25 min'), remaining: read<'min'>('15 min') };
      const found = waysOn({ ...rates, ...volumes, ...times, concentration, pump });
      return found.ok ? found.value.wholeDose : found;
    },
  ],
  [
    'a preparation',
    PREPARATION,
    'preparationDisagreements',
    async () => {
      const { preparationPlan } = await import('../../../src/core/dosing/preparationPlan.ts');
      return preparationPlan(
        readFields<PreparationOrder<'mg'>>({
          amount: '50 mg',
          strength: '10 mg/mL',
          vialVolume: '20 mL',
          volume: '50 mL',
          mixing: 'madeUpTo',
          overfill: '0 mL',
          line: { volume: '2 mL', primedWith: 'otherDiluent', flushedAtEnd: true },
          containerVolume: '50 mL',
          toGive: '36 mL',
          undilutedForbidden: true,
          useBy: '12 h',
        }),
      );
    },
  ],
];

describe('an answer the second engine does not confirm', () => {
  afterEach(() => {
    for (const module of [RATES, PUMPS, SOLVE, PROGRAMME, LONG, WAY, PREPARATION, PLAN]) vi.doUnmock(module);
    vi.resetModules();
  });

  it.each(CALCULATIONS)('is withheld: %s', async (_name, module, check, calculate) => {
    expect(await calculate()).toMatchObject({ ok: true });
    vi.resetModules();
    vi.doMock(module, async (original) => ({
      ...(await original<Record<string, unknown>>()),
      [check]: () => ['forced'],
    }));
    expect(await calculate()).toEqual({ ok: false, failure: { kind: 'enginesDisagree', on: ['forced'] } });
  });
});

describe('the table of an infusion', () => {
  it('leads to every quantity when it is loaded anew', async () => {
    vi.resetModules();
    const { solveInfusion } = await import('../../../src/core/dosing/solveInfusion.ts');
    for (const { name, given, amount, expected } of solve.cases)
      expect(texts(solveInfusion(readFields(given), amount as AmountUnit)), name).toMatchObject({
        value: expected,
      });
  });
});

describe('the constants of the body sizes', () => {
  it('confirm every formula for both sexes when they are loaded anew', async () => {
    vi.resetModules();
    const { dosingWeight } = await import('../../../src/core/dosing/dosingWeight.ts');
    const { bodySurface, BODY_SURFACE_FORMULAS } = await import('../../../src/core/dosing/bodySurface.ts');
    const weight = read<'kg'>('80 kg');
    const height = read<'cm'>('180 cm');
    for (const sex of ['female', 'male'] as const)
      for (const basis of ['ideal', 'adjusted', 'leanJames', 'leanJanmahasatian'] as const)
        expect(
          dosingWeight({ basis, sex, height, actual: weight, cap: undefined }),
          `${basis}, ${sex}`,
        ).toMatchObject({ ok: true });
    for (const formula of BODY_SURFACE_FORMULAS)
      expect(bodySurface({ formula, weight, height }), formula).toMatchObject({ ok: true });
  });
});

describe('the agreement rule', () => {
  it('lets an answer pass only when nothing is left unconfirmed', () => {
    expect(confirmed(7, [])).toEqual({ ok: true, value: 7 });
    expect(confirmed(7, ['rate'])).toEqual({ ok: false, failure: { kind: 'enginesDisagree', on: ['rate'] } });
  });

  it('names the checks that failed, in their order', () => {
    expect(failed({ rate: false, dose: true, volume: false })).toEqual(['rate', 'volume']);
    expect(failed({ rate: true })).toEqual([]);
  });
});

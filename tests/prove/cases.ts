import { BODY_SURFACE_FORMULAS, bodySurface } from '../../src/core/dosing/bodySurface.ts';
import { adjustedWeight, idealWeight, type Sex } from '../../src/core/dosing/bodyWeight.ts';
import { bolus } from '../../src/core/dosing/bolus.ts';
import { continuousRate, doseRateAtRate } from '../../src/core/dosing/continuousRate.ts';
import { intranasalDoses } from '../../src/core/dosing/countedDoses.ts';
import { doseOverDuration } from '../../src/core/dosing/doseOverDuration.ts';
import type { DoseOrderUnit, DoseRateUnit } from '../../src/core/dosing/doseUnits.ts';
import { dosingWeight, WEIGHT_BASES } from '../../src/core/dosing/dosingWeight.ts';
import { dripRate } from '../../src/core/dosing/dripRate.ts';
import type { Ends } from '../../src/core/dosing/innerStep.ts';
import { intramuscularDoses } from '../../src/core/dosing/intramuscularDoses.ts';
import { leanWeightJames, leanWeightJanmahasatian } from '../../src/core/dosing/leanWeight.ts';
import { loadingDose } from '../../src/core/dosing/loadingDose.ts';
import { longInfusion } from '../../src/core/dosing/longInfusion.ts';
import { orderedDose } from '../../src/core/dosing/orderedDose.ts';
import { planSum } from '../../src/core/dosing/planSum.ts';
import { preparationPlan } from '../../src/core/dosing/preparationPlan.ts';
import { type PumpRange, pumpRate, pumpRun } from '../../src/core/dosing/pumpRounding.ts';
import { solveInfusion } from '../../src/core/dosing/solveInfusion.ts';
import { type ProgrammeStep, stepProgramme } from '../../src/core/dosing/stepProgramme.ts';
import { titrationTable } from '../../src/core/dosing/titrationTable.ts';
import { waysOn } from '../../src/core/dosing/wayOn.ts';
import {
  derive,
  type Quantity,
  quantity,
  readQuantity,
  wholeQuantity,
} from '../../src/core/quantity/quantity.ts';
import { multiply, rational } from '../../src/core/quantity/rational.ts';
import { roundToStep } from '../../src/core/quantity/round.ts';
import {
  type AmountUnit,
  type ConcentrationUnit,
  DURATION_UNITS,
  type DurationUnit,
} from '../../src/core/quantity/units.ts';
import { between, drawn, type Random } from './random.ts';

/** What an answer is, as far as the proof looks at it. */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: { readonly kind: string; readonly on?: readonly string[] } };

/** One calculation, asked with random inputs. What it leaves open in its answer is looked through for disagreements. */
export type ProvedCase = { readonly name: string; readonly ask: (random: Random) => Answer };

const BASES = ['', '/kg', '/m2'] as const;
const TIMES = ['/min', '/h', '/d'] as const;
const SEXES: readonly Sex[] = ['female', 'male'];
const PUMP_STEPS = ['0.01 mL/h', '0.1 mL/h', '1 mL/h'] as const;
const VOLUME_STEPS = ['0.01 mL', '0.1 mL', '1 mL'] as const;

/** Mass units mix freely in an order and its concentration; the other families stay among themselves. */
const FAMILIES: readonly (readonly AmountUnit[])[] = [
  ['ng', 'mcg', 'mg', 'g'],
  ['milliunits', 'units'],
  ['mEq'],
  ['mmol'],
];

function pump(random: Random): PumpRange {
  return {
    step: readQuantity(random.pick(PUMP_STEPS), 'mL/h'),
    minimum: readQuantity('0.1 mL/h', 'mL/h'),
    maximum: readQuantity(random.pick(['999.9 mL/h', '1200 mL/h'] as const), 'mL/h'),
  };
}

function orderUnit(random: Random, family: readonly AmountUnit[]): DoseOrderUnit {
  return `${random.pick(family)}${random.pick(BASES)}`;
}

function rateUnit(random: Random, family: readonly AmountUnit[]): DoseRateUnit {
  return `${random.pick(family)}${random.pick(BASES)}${random.pick(TIMES)}`;
}

function infusate(random: Random, family: readonly AmountUnit[]) {
  const unit: ConcentrationUnit = `${random.pick(family)}${random.chance(6) ? random.pick(BASES) : ''}/mL`;
  return {
    concentration: drawn(random, unit),
    weight: between(random, 1, 400, 'kg'),
    surface: between(random, 0, 3, 'm2'),
  };
}

/** Hard limits at a value, a hair or a tenth beside it, or none: where a rounding crosses them. */
function endsAround<U extends 'mg' | 'mg/kg/h' | 'min'>(random: Random, value: Quantity<U>): Ends<U> {
  const beside = (side: 1n | -1n): Quantity<U> | undefined => {
    if (random.chance(3)) return undefined;
    const parts = random.pick([10n, 1_000n, 100_000n]);
    const share = random.chance(2) ? rational(1n) : rational(parts + side, parts);
    return quantity(multiply(value.value, share), value.unit);
  };
  return { minimum: beside(-1n), maximum: beside(1n) };
}

function time(random: Random): Quantity<DurationUnit> {
  return drawn(random, random.pick(DURATION_UNITS));
}

function measures(random: Random) {
  return {
    sex: random.pick(SEXES),
    height: between(random, 40, 230, 'cm'),
    actual: between(random, 1, 400, 'kg'),
  };
}

function bolusOrder(random: Random) {
  const family = random.pick(FAMILIES);
  return {
    ...infusate(random, family),
    dose: drawn(random, orderUnit(random, family)),
    duration: time(random),
    remaining: between(random, 1, 3_000, 'mL'),
    pump: pump(random),
    volumeStep: readQuantity(random.pick(VOLUME_STEPS), 'mL'),
    family,
  };
}

function programmeSteps(random: Random, range: PumpRange): readonly ProgrammeStep[] {
  const rate = (): Quantity<'mL/h'> => roundToStep(between(random, 1, 900, 'mL/h'), range.step);
  return Array.from({ length: 1 + random.whole(5) }, () =>
    random.chance(3)
      ? { kind: 'ramp', from: rate(), to: rate(), duration: time(random) }
      : { kind: 'steady', rate: rate(), duration: time(random) },
  );
}

/** From the plainest to the longest; every calculation whose answer someone will act on. */
export const PROVED_CASES: readonly ProvedCase[] = [
  {
    name: 'plan of a dose over time',
    ask: (random) => {
      const dosePerKg = drawn(random, 'mg/kg');
      const weight = between(random, 1, 400, 'kg');
      const duration = between(random, 1, 1_440, 'min');
      return planSum({
        dosePerKg,
        weight,
        duration,
        amount: between(random, 1, 10_000, 'mg'),
        volume: between(random, 1, 3_000, 'mL'),
        mixing: random.pick(['madeUpTo', 'addedTo']),
        strength: between(random, 1, 500, 'mg/mL'),
        rateStep: readQuantity(random.pick(PUMP_STEPS), 'mL/h'),
        volumeStep: readQuantity(random.pick(VOLUME_STEPS), 'mL'),
        containerVolume: readQuantity('5000 mL', 'mL'),
        hard: {
          dose: endsAround(random, derive('mg', [dosePerKg, weight])),
          doseRate: endsAround(random, derive('mg/kg/h', [dosePerKg], [duration])),
          duration: endsAround(random, duration),
        },
      });
    },
  },
  {
    name: 'ordered dose',
    ask: (random) =>
      orderedDose(drawn(random, orderUnit(random, random.pick(FAMILIES))), {
        weight: between(random, 1, 400, 'kg'),
        surface: between(random, 0, 3, 'm2'),
      }),
  },
  {
    name: 'dose over a duration',
    ask: (random) => {
      const family = random.pick(FAMILIES);
      const dose = drawn(random, orderUnit(random, family));
      return doseOverDuration({ ...infusate(random, family), dose, duration: time(random) });
    },
  },
  {
    name: 'continuous rate',
    ask: (random) => {
      const family = random.pick(FAMILIES);
      return continuousRate(drawn(random, rateUnit(random, family)), infusate(random, family));
    },
  },
  {
    name: 'dose rate of a pump rate',
    ask: (random) => {
      const family = random.pick(FAMILIES);
      return doseRateAtRate(drawn(random, 'mL/h'), infusate(random, family), rateUnit(random, family));
    },
  },
  {
    name: 'rate on a pump',
    ask: (random) => {
      const exact = between(random, 0, 1_300, 'mL/h');
      const hard = random.chance(2)
        ? { minimum: between(random, 0, 200, 'mL/h'), maximum: between(random, 200, 1_300, 'mL/h') }
        : {};
      return random.chance(2)
        ? pumpRate(exact, pump(random), hard)
        : pumpRun(drawn(random, 'mL'), exact, pump(random), hard);
    },
  },
  {
    name: 'solve any',
    ask: (random) => {
      const given = {
        dosePerKg: drawn(random, 'mg/kg'),
        weight: between(random, 1, 400, 'kg'),
        concentration: drawn(random, 'mcg/mL'),
        duration: time(random),
        rate: drawn(random, 'mL/h'),
        volume: drawn(random, 'mL'),
        dose: drawn(random, 'mg'),
        doseRate: drawn(random, 'mg/h'),
      };
      const names = Object.keys(given) as (keyof typeof given)[];
      const kept = names.filter(() => random.chance(2));
      return solveInfusion(Object.fromEntries(kept.map((name) => [name, given[name]])), 'mg');
    },
  },
  {
    name: 'bolus',
    ask: (random) => bolus(bolusOrder(random)),
  },
  {
    name: 'loading dose',
    ask: (random) => {
      const order = bolusOrder(random);
      return loadingDose({ ...order, infusion: drawn(random, random.pick(order.family)) });
    },
  },
  {
    name: 'step programme',
    ask: (random) => {
      const range = pump(random);
      return stepProgramme(programmeSteps(random, range), drawn(random, 'mcg/mL'), range);
    },
  },
  {
    name: 'long infusion',
    ask: (random) => {
      const family = random.pick(FAMILIES);
      return longInfusion({
        ...infusate(random, family),
        doseRate: drawn(random, rateUnit(random, family)),
        duration: between(random, 1, 240, 'h'),
        content: between(random, 20, 3_000, 'mL'),
        useBy: random.chance(2) ? between(random, 6, 96, 'h') : undefined,
        pump: pump(random),
      });
    },
  },
  {
    name: 'three ways on',
    ask: (random) => {
      const rate = between(random, 1, 900, 'mL/h');
      return waysOn({
        given: between(random, 0, 400, 'mL'),
        ordered: between(random, 1, 900, 'mL'),
        rate,
        highestRate: rate,
        elapsed: between(random, 0, 600, 'min'),
        remaining: between(random, 0, 600, 'min'),
        concentration: drawn(random, 'mg/mL'),
        weight: random.chance(4) ? undefined : between(random, 1, 400, 'kg'),
        pump: { ...pump(random), volumeStep: readQuantity(random.pick(VOLUME_STEPS), 'mL') },
      });
    },
  },
  {
    name: 'titration table',
    ask: (random) => {
      const family = random.pick(FAMILIES);
      const unit = rateUnit(random, family);
      return titrationTable({
        ...infusate(random, family),
        target: drawn(random, unit),
        rows: random.chance(2)
          ? { by: 'step', step: drawn(random, unit), eachSide: BigInt(1 + random.whole(3)) }
          : { by: 'percents', percents: [between(random, 1, 200, '%'), between(random, 1, 200, '%')] },
        pump: pump(random),
      });
    },
  },
  {
    name: 'preparation',
    ask: (random) =>
      preparationPlan({
        amount: between(random, 1, 5_000, 'mg'),
        strength: between(random, 1, 500, 'mg/mL'),
        vialVolume: between(random, 1, 50, 'mL'),
        volume: between(random, 1, 1_000, 'mL'),
        mixing: random.pick(['madeUpTo', 'addedTo']),
        overfill: wholeQuantity(BigInt(random.whole(2) * random.whole(40)), 'mL'),
        line: {
          volume: wholeQuantity(BigInt(random.whole(20)), 'mL'),
          primedWith: random.pick(['mixture', 'containerDiluent', 'otherDiluent']),
          flushedAtEnd: random.chance(2),
        },
        containerVolume: between(random, 20, 3_000, 'mL'),
        toGive: between(random, 1, 3_000, 'mL'),
        undilutedForbidden: random.chance(2),
        useBy: between(random, 1, 48, 'h'),
      }),
  },
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

import { bolus } from '../../src/core/dosing/bolus.ts';
import { continuousRate, doseRateAtRate } from '../../src/core/dosing/continuousRate.ts';
import { doseOverDuration } from '../../src/core/dosing/doseOverDuration.ts';
import type { DoseOrderUnit, DoseRateUnit } from '../../src/core/dosing/doseUnits.ts';
import { loadingDose } from '../../src/core/dosing/loadingDose.ts';
import { longInfusion } from '../../src/core/dosing/longInfusion.ts';
import { orderedDose } from '../../src/core/dosing/orderedDose.ts';
import { preparationPlan } from '../../src/core/dosing/preparationPlan.ts';
import { type PumpRange, pumpRate, pumpRun } from '../../src/core/dosing/pumpRounding.ts';
import { solveInfusion } from '../../src/core/dosing/solveInfusion.ts';
import { type ProgrammeStep, stepProgramme } from '../../src/core/dosing/stepProgramme.ts';
import { titrationTable } from '../../src/core/dosing/titrationTable.ts';
import { waysOn } from '../../src/core/dosing/wayOn.ts';
import { type Quantity, readQuantity, wholeQuantity } from '../../src/core/quantity/quantity.ts';
import { roundToStep } from '../../src/core/quantity/round.ts';
import type { AmountUnit, ConcentrationUnit } from '../../src/core/quantity/units.ts';
import { BATCH_CASES } from './batchCases.ts';
import { BODY_CASES } from './bodyCases.ts';
import { COUNTED_CASES } from './countedCases.ts';
import { PLAN_CASES } from './planCases.ts';
import { type ProvedCase, rateStep, time, volumeStep } from './provedCase.ts';
import { between, drawn, type Random } from './random.ts';
import { SESSION_CASES } from './sessionCases.ts';

const BASES = ['', '/kg', '/m2'] as const;
const TIMES = ['/min', '/h', '/d'] as const;
/** Mass units mix freely in an order and its concentration; the other families stay among themselves. */
const FAMILIES: readonly (readonly AmountUnit[])[] = [
  ['ng', 'mcg', 'mg', 'g'],
  ['milliunits', 'units'],
  ['mEq'],
  ['mmol'],
];

function pump(random: Random): PumpRange {
  return {
    step: rateStep(random),
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

function bolusOrder(random: Random) {
  const family = random.pick(FAMILIES);
  return {
    ...infusate(random, family),
    dose: drawn(random, orderUnit(random, family)),
    duration: time(random),
    remaining: between(random, 1, 3_000, 'mL'),
    pump: pump(random),
    volumeStep: volumeStep(random),
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
  ...PLAN_CASES,
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
        pump: { ...pump(random), volumeStep: volumeStep(random) },
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
  ...COUNTED_CASES,
  ...BODY_CASES,
  ...BATCH_CASES,
  ...SESSION_CASES,
];

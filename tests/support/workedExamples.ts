import { bodySurface } from '../../src/core/dosing/bodySurface.ts';
import { adjustedWeight, idealWeight, type Sex } from '../../src/core/dosing/bodyWeight.ts';
import { type BolusOrder, bolus } from '../../src/core/dosing/bolus.ts';
import { continuousRate, doseRateAtRate } from '../../src/core/dosing/continuousRate.ts';
import { type IntranasalOrder, intranasalDoses } from '../../src/core/dosing/countedDoses.ts';
import { doseOverDuration } from '../../src/core/dosing/doseOverDuration.ts';
import type { DoseOrderUnit, DoseRateUnit } from '../../src/core/dosing/doseUnits.ts';
import { dripRate } from '../../src/core/dosing/dripRate.ts';
import { type IntramuscularOrder, intramuscularDoses } from '../../src/core/dosing/intramuscularDoses.ts';
import { leanWeightJames, leanWeightJanmahasatian } from '../../src/core/dosing/leanWeight.ts';
import { type LongInfusionOrder, longInfusion } from '../../src/core/dosing/longInfusion.ts';
import { orderedDose } from '../../src/core/dosing/orderedDose.ts';
import { preparationPlan } from '../../src/core/dosing/preparationPlan.ts';
import { type PumpRange, pumpRate } from '../../src/core/dosing/pumpRounding.ts';
import { type ProgrammeStep, stepProgramme } from '../../src/core/dosing/stepProgramme.ts';
import type { Quantity, Unit } from '../../src/core/quantity/quantity.ts';
import type { AmountUnit } from '../../src/core/quantity/units.ts';
import type { Result } from '../../src/core/result.ts';
import worked from '../fixtures/dosing/workedExamples.json' with { type: 'json' };
import { read, readFields } from './exactText.ts';

/** An example worked apart from the program: what is given, by which formula, after whom, and what comes of it. */
export type WorkedExample = {
  readonly name: string;
  readonly calculation: string;
  readonly formula: string;
  readonly source: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** A stored quantity, or the fields of an answer that were worked out. */
  readonly expected: unknown;
};

export const WORKED_EXAMPLES = worked.cases as readonly WorkedExample[];

const PUMP: PumpRange = { step: read('0.1 mL/h'), minimum: read('0.1 mL/h'), maximum: read('1200 mL/h') };

type Given = WorkedExample['given'];

/** The calculation of the core that each kind of example is put to. */
const CALCULATIONS: Readonly<Record<string, (given: Given) => Result<unknown, unknown>>> = {
  'ordered dose': (given) => orderedDose(value<DoseOrderUnit>(given, 'dose'), readFields(given)),
  'dose over a duration': (given) => doseOverDuration<DoseOrderUnit>(readFields(given)),
  'continuous rate': (given) => continuousRate(value(given, 'doseRate'), readFields(given)),
  'dose rate of a rate': ({ wanted, ...given }) =>
    doseRateAtRate(value(given, 'rate'), readFields(given), wanted as DoseRateUnit),
  'rate on a pump': (given) => pumpRate(value(given, 'rate'), { ...PUMP, step: value(given, 'step') }),
  'drip rate': (given) => dripRate(readFields(given)),
  'body surface': (given) => bodySurface(readFields(given)),
  'ideal weight': (given) => idealWeight(given['sex'] as Sex, value(given, 'height')),
  'adjusted weight': (given) => adjustedWeight(readFields(given)),
  'lean weight by James': (given) => leanWeightJames(readFields(given)),
  'lean weight by Janmahasatian': (given) => leanWeightJanmahasatian(readFields(given)),
  preparation: (given) => preparationPlan<AmountUnit>(readFields(given)),
  'long infusion': (given) => longInfusion<DoseRateUnit>({ ...readFields<Order>(given), pump: PUMP }),
  'step programme': ({ steps, ...given }) =>
    stepProgramme<AmountUnit>(
      (steps as readonly Given[]).map(readFields<ProgrammeStep>),
      value<`${AmountUnit}/mL`>(given, 'concentration'),
      PUMP,
    ),
  'intranasal doses': ({ doses, ...given }) =>
    intranasalDoses({ ...readFields<Sprays>(given), doses: count(doses), filling: undefined }),
  'intramuscular doses': ({ injections, ...given }) =>
    intramuscularDoses({ ...readFields<Injections>(given), injections: count(injections) }),
  bolus: (given) =>
    bolus<DoseOrderUnit>({ ...readFields<Bolus>(given), pump: PUMP, volumeStep: read('0.1 mL') }),
};

type Order = Omit<LongInfusionOrder<DoseRateUnit>, 'pump'>;
type Sprays = Omit<IntranasalOrder, 'doses' | 'filling'>;
type Injections = Omit<IntramuscularOrder, 'injections'>;
type Bolus = Omit<BolusOrder, 'pump' | 'volumeStep'>;

/** What the core answers to an example. */
export function answerTo({ name, calculation, given }: WorkedExample): Result<unknown, unknown> {
  const ask = CALCULATIONS[calculation];
  if (!ask) throw new Error(`"${calculation}" of "${name}" is no calculation.`);
  return ask(given);
}

function value<U extends Unit>(given: Given, name: string): Quantity<U> {
  return read<U>(String(given[name]));
}

/** A number of doses is digits without a unit. */
function count(digits: unknown): bigint {
  return BigInt(String(digits));
}

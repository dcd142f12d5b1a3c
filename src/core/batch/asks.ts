import { amountOf, isFluid } from '../dosing/doseUnits.ts';
import {
  CONCENTRATION_UNITS,
  DOSE_UNITS,
  type DoseUnit,
  DURATION_UNITS,
  type Unit,
  VOLUME_UNITS,
} from '../quantity/units.ts';

/** Every question a row can ask. Source: DESIGN 5. */
export const ASKS = [
  'rate',
  'dose rate',
  'total dose',
  'duration',
  'volume',
  'draw-up volume',
  'drip rate',
  'concentration',
  'amount to add',
  'convert',
  'body surface area',
  'ideal weight',
  'adjusted weight',
  'lean weight',
] as const;
export type Ask = (typeof ASKS)[number];

export const BODY_ASKS = ['body surface area', 'ideal weight', 'adjusted weight', 'lean weight'] as const;
export type BodyAsk = (typeof BODY_ASKS)[number];
/** The questions about an infusion. */
export type InfusionAsk = Exclude<Ask, BodyAsk>;

export function askNamed(name: string): Ask | undefined {
  return ASKS.find((ask) => ask === name);
}

export function isBodyAsk(ask: Ask): ask is BodyAsk {
  return BODY_ASKS.some((name) => name === ask);
}

/** The units an answer can be written in, and how they are named to the person who asked for another. */
export type AnswerUnits = { readonly units: readonly Unit[]; readonly takes: string };

/** True for an order per time: `mg/kg/h`, `mL/h`. */
export function isPerTime(unit: DoseUnit): boolean {
  return /\/(?:min|h|d)$/.test(unit);
}

/** True for mL and L, however they are based and timed: a fluid is ordered like a drug. */
export function isVolume(unit: DoseUnit): boolean {
  return isFluid(amountOf(unit));
}

const perTime = DOSE_UNITS.filter(isPerTime);
const plain = DOSE_UNITS.filter((unit) => !isPerTime(unit));
/** What a rate is given and answered in. */
export const RATE_UNITS = {
  units: perTime.filter(isVolume),
  takes: 'a volume per time such as mL/h',
} as const;
const OF_BODY_WEIGHT: AnswerUnits = { units: ['kg'], takes: 'kg' };

const ANSWER_UNITS: Readonly<Record<Ask, AnswerUnits>> = {
  rate: RATE_UNITS,
  'dose rate': { units: perTime, takes: 'an amount per time such as mg/h or mcg/kg/min' },
  // A daily total is a total: 300 mg/d. An amount per min or h is a dose rate.
  'total dose': {
    units: [...plain, ...DOSE_UNITS.filter((unit) => unit.endsWith('/d'))],
    takes: 'an amount such as mg or mg/kg, or an amount per day such as mg/d',
  },
  duration: { units: DURATION_UNITS, takes: 's, min, h or d' },
  volume: { units: plain.filter(isVolume), takes: 'mL, L, or these per kg or m2' },
  'draw-up volume': { units: VOLUME_UNITS, takes: 'mL or L' },
  'drip rate': { units: ['gtt/min'], takes: 'gtt/min' },
  concentration: { units: CONCENTRATION_UNITS, takes: 'an amount per mL such as mg/mL' },
  'amount to add': {
    units: plain.filter((unit) => !isVolume(unit)),
    takes: 'an amount such as mg or units, or this per kg or m2',
  },
  convert: {
    units: [...DOSE_UNITS, ...CONCENTRATION_UNITS, 's', 'min', 'h', 'd', 'kg', 'm2', 'cm', 'gtt/mL'],
    takes: 'any unit of the other columns',
  },
  'body surface area': { units: ['m2'], takes: 'm2' },
  'ideal weight': OF_BODY_WEIGHT,
  'adjusted weight': OF_BODY_WEIGHT,
  'lean weight': OF_BODY_WEIGHT,
};

export function answerUnits(ask: Ask): AnswerUnits {
  return ANSWER_UNITS[ask];
}

import type { Sex } from '../dosing/bodyWeight.ts';
import { type Concentration, parseConcentration } from '../quantity/parseConcentration.ts';
import {
  parseBodyWeight,
  parseQuantity,
  type QuantityRefusal,
  type QuantityRule,
} from '../quantity/parseQuantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { quantityRefusalText } from '../quantity/quantityRefusalText.ts';
import {
  DOSE_UNITS,
  type DoseUnit,
  DURATION_UNITS,
  type DurationUnit,
  type Unit,
  VOLUME_UNITS,
  type VolumeUnit,
} from '../quantity/units.ts';
import { err, ok, type Result } from '../result.ts';
import { RATE_UNITS } from './asks.ts';
import { FORMULAS, type Formula } from './formulas.ts';
import { type Column, type Row, type RowError, rowError } from './row.ts';

/** What a row gives, each cell read once. What was left empty is absent. */
export type Given = {
  readonly weight?: Quantity<'kg'> | undefined;
  readonly height?: Quantity<'cm'> | undefined;
  readonly sex?: Sex | undefined;
  readonly formula?: Formula | undefined;
  readonly dose?: Quantity<DoseUnit> | undefined;
  readonly concentration?: Concentration | undefined;
  readonly duration?: Quantity<DurationUnit> | undefined;
  readonly volume?: Quantity<VolumeUnit> | undefined;
  readonly rate?: Quantity<DoseUnit> | undefined;
  readonly dropFactor?: Quantity<'gtt/mL'> | undefined;
  readonly bsa?: Quantity<'m2'> | undefined;
};

const TAKES_DOSE =
  'an amount (ng mcg mg g milliunits units mEq mmol mL L), per kg, m2 or nothing, per min, h, d or nothing, such as 0.5 mg/kg';

/** Reads every cell of a row, or says what is wrong with each that cannot be read. */
export function readGiven(row: Row): Result<Given, readonly RowError[]> {
  const errors: RowError[] = [];
  const read = <Value>(field: Column, parse: (text: string) => Result<Value, QuantityRefusal>) =>
    cell(
      row,
      field,
      (text) => {
        const parsed = parse(text);
        return parsed.ok ? parsed : err(quantityRefusalText(parsed.failure));
      },
      errors,
    );
  const given: Given = {
    weight: read('weight', parseBodyWeight),
    height: read('height', inUnits(['cm'], 'cm')),
    sex: cell(row, 'sex', oneOf(['female', 'male']), errors),
    formula: cell(row, 'formula', oneOf(FORMULAS), errors),
    dose: read('dose', inUnits(DOSE_UNITS, TAKES_DOSE)),
    concentration: read('concentration', parseConcentration),
    duration: read('duration', inUnits(DURATION_UNITS, 's, min, h or d, one number with one of them')),
    volume: read('volume', inUnits(VOLUME_UNITS, 'mL or L')),
    rate: read('rate', inUnits(RATE_UNITS.units, RATE_UNITS.takes)),
    dropFactor: read('drop factor', inUnits(['gtt/mL'], 'gtt/mL')),
    bsa: read('bsa', inUnits(['m2'], 'm2')),
  };
  return errors.length > 0 ? err(errors) : ok(given);
}

function cell<Value>(
  row: Row,
  field: Column,
  parse: (text: string) => Result<Value, string>,
  errors: RowError[],
): Value | undefined {
  const text = row[field] ?? '';
  if (text === '') return undefined;
  const parsed = parse(text);
  if (parsed.ok) return parsed.value;
  errors.push(rowError(field, parsed.failure));
  return undefined;
}

function inUnits<U extends Unit>(units: QuantityRule<U>['units'], takes: string) {
  return (text: string) => parseQuantity(text, { units, takes });
}

function oneOf<Name extends string>(names: readonly Name[]) {
  return (text: string): Result<Name, string> => {
    const named = names.find((name) => name === text);
    return named === undefined ? err(`"${text}" is not one of: ${names.join(', ')}`) : ok(named);
  };
}

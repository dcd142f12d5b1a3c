import { type Quantity, quantityText, type Unit } from '../quantity/quantity.ts';
import { unitToWrite } from '../quantity/unitSpelling.ts';
import { err, ok, type Result } from '../result.ts';
import { answerBody, surfaceOf } from './answerBody.ts';
import { answerInfusion } from './answerInfusion.ts';
import { ASKS, type Ask, answerUnits, askNamed, type InfusionAsk, isBodyAsk } from './asks.ts';
import { type Given, readGiven } from './given.ts';
import { type Row, type RowError, rowError } from './row.ts';

/** The answer to a row, ready to be written. */
export type Answer = {
  /** A terminating decimal in full, any other value as `p/q`; never shortened, never grouped. */
  readonly exact: string;
  /** True when a root or a power to 12 digits is in it. A fraction is exact. */
  readonly isApproximate: boolean;
  readonly unit: Unit;
  /** The sum with its numbers put in. */
  readonly working: string;
};

/**
 * Answers one row of a batch, or says everything that is wrong with it, field by field.
 *
 * A field the answer does not need may be filled: it is read like any other and must be well formed, and where it
 * leads to the answer by another way it must lead to the same one. A formula that is not needed is refused, because
 * somebody meant it to change the answer. Of several formulas, units or values none is preferred.
 *
 * Source: DESIGN 5.
 */
export function answerRow(row: Row): Result<Answer, readonly RowError[]> {
  const ask = readAsk(row.ask ?? '');
  const unit = ask.ok ? readUnit(ask.value, row.unit ?? '') : undefined;
  const given = readGiven(row);
  if (!ask.ok || !unit?.ok || !given.ok) {
    return err([
      ...(ask.ok ? [] : [ask.failure]),
      ...(unit === undefined || unit.ok ? [] : [unit.failure]),
      ...(given.ok ? [] : given.failure),
    ]);
  }
  return isBodyAsk(ask.value)
    ? bodyAnswer(answerBody(ask.value, given.value))
    : infusionAnswer(ask.value, unit.value, given.value);
}

function readAsk(text: string): Result<Ask, RowError> {
  if (text === '') return err(rowError('ask', `Not entered. It is one of: ${ASKS.join(', ')}`));
  const ask = askNamed(text);
  return ask === undefined ? err(rowError('ask', `"${text}" is not one of: ${ASKS.join(', ')}`)) : ok(ask);
}

/** The unit the answer is wanted in. It may be left empty where there is only one. */
function readUnit(ask: Ask, text: string): Result<Unit, RowError> {
  const { units, takes } = answerUnits(ask);
  const [first, ...others] = units;
  if (text === '' && first !== undefined && others.length === 0) return ok(first);
  const unit = units.find((candidate) => candidate === text);
  if (unit !== undefined) return ok(unit);
  const wanted = `The ${ask === 'convert' ? 'value to convert' : ask} is asked in ${takes}`;
  if (text === '') return err(rowError('unit', `Not entered. ${wanted}`));
  const write = unitToWrite(text);
  if (write !== undefined) return err(rowError('unit', `Write ${write}, not ${text}`));
  return err(rowError('unit', `"${text}" is not a unit of this answer. ${wanted}`));
}

function bodyAnswer(size: ReturnType<typeof answerBody>): Result<Answer, readonly RowError[]> {
  if (!size.ok) return size;
  const { value, working } = size.value;
  return ok({ ...written(value), isApproximate: value.unit === 'm2', working });
}

/** A dose per m2 takes the surface of the row, or works it out by the formula the row names. */
function infusionAnswer(ask: InfusionAsk, unit: Unit, given: Given): Result<Answer, readonly RowError[]> {
  if (given.formula === undefined) {
    const answer = answerInfusion(ask, unit, given);
    if (!answer.ok) return err([answer.failure]);
    return ok({ ...written(answer.value.value), isApproximate: false, working: answer.value.working });
  }
  if (given.bsa !== undefined)
    return err([
      rowError('formula', 'The bsa is given and nothing else takes a formula. Leave one of them empty'),
    ]);
  const surface = surfaceOf(given, `bsa of this ${ask}`);
  if (!surface.ok) return surface;
  const answer = answerInfusion(ask, unit, { ...given, bsa: surface.value.value });
  if (!answer.ok) return err([answer.failure]);
  if (!answer.value.fields.includes('bsa'))
    return err([rowError('formula', `The ${ask} of this row takes no formula. Leave it empty`)]);
  const working = `${surface.value.working}; ${answer.value.working}`;
  return ok({ ...written(answer.value.value), isApproximate: true, working });
}

function written(value: Quantity): Pick<Answer, 'exact' | 'unit'> {
  const { unit } = value;
  return { exact: quantityText(value).slice(0, -` ${unit}`.length), unit };
}

import { answerRow } from '../../src/core/batch/answerRow.ts';
import { planSum } from '../../src/core/dosing/planSum.ts';
import { planSumText } from '../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../src/core/dosing/planWorking.ts';
import { type PlannedValues, type Slip, type SlipQuestion, slips } from '../../src/core/library/slips.ts';
import { slipText, weightText } from '../../src/core/library/slipText.ts';
import { weightPlausibility } from '../../src/core/library/weightPlausibility.ts';
import { entryRefusalText } from '../../src/core/quantity/entryRefusalText.ts';
import { formatQuantityText } from '../../src/core/quantity/format.ts';
import { formatMinutes } from '../../src/core/quantity/formatDuration.ts';
import { parseEntry } from '../../src/core/quantity/parseEntry.ts';
import { type QuantityText, UNITS, type Unit } from '../../src/core/quantity/quantity.ts';
import { FIELD_RULES } from '../../src/core/session/entryRules.ts';
import batch from '../fixtures/dosing/batch.json' with { type: 'json' };
import slipCases from '../fixtures/dosing/slips.json' with { type: 'json' };
import weights from '../fixtures/dosing/weightPlausibility.json' with { type: 'json' };
import { alertsOn, REFERENCE_ENTRIES } from './alertSet.ts';
import { answered, read, readFields, texts } from './exactText.ts';
import { libraryPlans, orderedFor } from './libraryPlans.ts';
import { answerTo, WORKED_EXAMPLES } from './workedExamples.ts';

const SLIP_CASES = slipCases.cases as unknown as readonly SlipCase[];

/**
 * Everything the worked examples come to, one a line: exact as stored, and in the words and digits people read. The
 * same to the byte on every computer, whatever its language, region and time zone.
 */
export function workedOutput(): string {
  return [
    ...WORKED_EXAMPLES.map((example) => inBothForms(example.name, texts(answerTo(example)))),
    ...batch.cases.map(({ name, row }) => `${name}: ${JSON.stringify(answerRow(row))}`),
    ...libraryPlans().map(({ name, reference }) => {
      const input = orderedFor(reference);
      const sum = answered(planSum(input));
      return inBothForms(name, [planSumText(sum), planWorking(input, sum)]);
    }),
    ...SLIP_CASES.map((each) => `${each.name}: ${slipsOf(each).map(slipText).join(' ')}`),
    ...weights.cases.map(
      ({ name, given }) => `${name}: ${weightText(weightPlausibility(readFields(given)))}`,
    ),
    ...REFERENCE_ENTRIES.map((entry) => `${JSON.stringify(entry)}: ${alertsOn(entry).join(', ')}`),
    ...['1.5', '1,5', '1.000', '1,000', '1 000', '1.234.567', '١٫٥', '१.५'].map(entryLine),
    ...['1 min', '2715/68 min', '5760 min', '30000/11 min'].map((text) => formatMinutes(read<'min'>(text))),
    '',
  ].join('\n');
}

/** An answer as it is stored, and each of its quantities as people read it. */
function inBothForms(name: string, answer: unknown): string {
  const stored = JSON.stringify(answer);
  const quantities = [...stored.matchAll(/"([^"]* [^"]*)"/g)].map(([, text = '']) => text).filter(isQuantity);
  return `${name}: ${stored} | ${quantities.map((text) => formatQuantityText(text)).join('; ')}`;
}

function isQuantity(text: string): text is QuantityText {
  return /^-?\d/.test(text) && UNITS.some((unit) => unit === text.slice(text.indexOf(' ') + 1));
}

type SlipCase = {
  readonly name: string;
  readonly typed: string;
  readonly band?: NonNullable<SlipQuestion<Unit>['band']>;
  readonly last?: string;
  readonly planned?: Readonly<Record<string, string>>;
};

/** A slip of the fixtures as it is asked: the limits of a band stay text. */
function slipsOf({ typed, band, last, planned }: SlipCase): readonly Slip[] {
  return slips({
    typed: read(typed),
    ...(band && { band }),
    ...(last !== undefined && { last: read(last) }),
    ...(planned && { planned: readFields<PlannedValues>(planned) }),
  });
}

function entryLine(typed: string): string {
  const parsed = parseEntry(typed, FIELD_RULES.dose);
  return `${typed}: ${parsed.ok ? JSON.stringify(texts(parsed.value)) : entryRefusalText(parsed.failure)}`;
}

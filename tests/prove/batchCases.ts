import { answerRow } from '../../src/core/batch/answerRow.ts';
import { ASKS, type Ask, answerUnits } from '../../src/core/batch/asks.ts';
import { unconfirmed } from '../../src/core/batch/bodyRefusal.ts';
import { FORMULAS } from '../../src/core/batch/formulas.ts';
import type { Column, Row } from '../../src/core/batch/row.ts';
import { quantityText } from '../../src/core/quantity/quantity.ts';
import { DOSE_UNITS, DURATION_UNITS, type Unit, VOLUME_UNITS } from '../../src/core/quantity/units.ts';
import type { Answer, ProvedCase } from './provedCase.ts';
import { drawn, type Random } from './random.ts';

/** What every answer is made of; where one of them is not needed, or they do not fit together, the row is refused. */
const NEEDED: Readonly<Record<Ask, readonly (readonly Column[])[]>> = {
  rate: [
    ['dose', 'concentration', 'duration'],
    ['volume', 'duration'],
    ['dose', 'concentration'],
  ],
  'dose rate': [
    ['rate', 'concentration'],
    ['dose', 'duration'],
  ],
  'total dose': [
    ['dose'],
    ['dose', 'duration'],
    ['rate', 'concentration', 'duration'],
    ['volume', 'concentration'],
  ],
  duration: [
    ['volume', 'rate'],
    ['volume', 'concentration', 'dose'],
    ['dose', 'concentration', 'rate'],
  ],
  volume: [
    ['dose', 'concentration'],
    ['rate', 'duration'],
  ],
  'draw-up volume': [['dose', 'concentration']],
  'drip rate': [
    ['rate', 'drop factor'],
    ['volume', 'duration', 'drop factor'],
  ],
  concentration: [
    ['dose', 'volume'],
    ['dose', 'rate'],
  ],
  'amount to add': [
    ['concentration', 'volume'],
    ['dose', 'rate', 'volume'],
  ],
  convert: [['dose'], ['concentration'], ['duration'], ['volume'], ['rate'], ['weight'], ['bsa']],
  'body surface area': [['height', 'formula']],
  'ideal weight': [['height', 'sex', 'formula']],
  'adjusted weight': [['height', 'sex', 'formula']],
  'lean weight': [['height', 'sex', 'formula']],
};

const MASSES = ['ng', 'mcg', 'mg', 'g'] as const;
/** Doses that fit together more often than all of the units do. */
const DOSES = DOSE_UNITS.filter((unit) =>
  MASSES.some((mass) => unit === mass || unit.startsWith(`${mass}/`)),
);

const OTHER_FAMILIES = /^(?:milliunits|units|mEq|mmol)\b/;

function answerUnit(random: Random, ask: Ask): Unit {
  const { units } = answerUnits(ask);
  const fitting = units.filter((unit) => !OTHER_FAMILIES.test(unit));
  return random.pick(random.chance(6) ? units : fitting);
}

/** A cell as it is typed. A value that does not end cannot be typed: it stands there as a fraction, and is refused. */
function cell(random: Random, unit: Unit): string {
  return quantityText(drawn(random, unit));
}

function sized(random: Random, low: number, high: number, unit: 'kg' | 'cm'): string {
  return `${low + random.whole(high - low)} ${unit}`;
}

const CELLS: Readonly<Partial<Record<Column, (random: Random) => string>>> = {
  dose: (random) => cell(random, random.pick(random.chance(4) ? DOSE_UNITS : DOSES)),
  concentration: (random) =>
    random.chance(2)
      ? cell(random, `${random.pick(MASSES)}/mL`)
      : `${cell(random, random.pick(MASSES))}${random.pick(['', '', '/kg'])} in ${cell(random, 'mL')}`,
  duration: (random) => cell(random, random.pick(DURATION_UNITS)),
  volume: (random) => cell(random, random.pick(VOLUME_UNITS)),
  rate: (random) => cell(random, random.pick(['mL/h', 'mL/min', 'L/d'])),
  'drop factor': (random) => `${random.pick([10, 15, 20, 60])} gtt/mL`,
  weight: (random) => (random.chance(4) ? cell(random, 'kg') : sized(random, 1, 150, 'kg')),
  height: (random) => sized(random, 100, 210, 'cm'),
  bsa: (random) => cell(random, 'm2'),
  sex: (random) => random.pick(['female', 'male']),
  formula: (random) => random.pick(FORMULAS),
};

function rowOf(random: Random): Row {
  const ask = random.pick(ASKS);
  const sizes: readonly Column[] = random.chance(3) ? ['weight'] : ['weight', 'bsa'];
  const body =
    ask === 'convert' ? [] : NEEDED[ask].some((way) => way.includes('formula')) ? ['weight'] : sizes;
  const columns = [...random.pick(NEEDED[ask]), ...body] as readonly Column[];
  const cells = columns.map((column) => [column, CELLS[column]?.(random) ?? '']);
  return { ask, unit: answerUnit(random, ask), ...Object.fromEntries(cells) };
}

const WITHHELD = unconfirmed([]).text.replace(' ()', '');

/** Rows of the batch calculator, text in and text out; what its second engine withholds is a refusal like others. */
function answerOf(row: Row): Answer {
  const answer = answerRow(row);
  if (answer.ok) return answer;
  const withheld = answer.failure.filter(({ text }) => text.startsWith(WITHHELD));
  if (withheld.length === 0) return { ok: false, failure: { kind: 'refused' } };
  const on = withheld.map(({ text }) => `${text} ${JSON.stringify(row)}`);
  return { ok: false, failure: { kind: 'enginesDisagree', on } };
}

export const BATCH_CASES: readonly ProvedCase[] = [
  { name: 'row of the batch', ask: (random) => answerOf(rowOf(random)) },
];

import type { Unit } from './quantity.ts';

/**
 * A typed number spoken out, so that a shifted point is heard: "zero point five milligrams per kilogram".
 * Digits after the point are said one by one. Source: echo line of UX 3.0.
 */
export function numberInWords(typed: string, unit: Unit): string {
  const [whole = '', fraction] = typed.split('.');
  const decimals = fraction === undefined ? '' : ` point ${[...fraction].map(digitWord).join(' ')}`;
  const singular = typed === '1';
  return `${wholeNumberWords(BigInt(whole))}${decimals} ${unitWords(unit, singular)}`;
}

const BELOW_TWENTY = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: readonly (readonly [bigint, string])[] = [
  [1_000_000n, 'million'],
  [1_000n, 'thousand'],
  [100n, 'hundred'],
];

type Names = readonly [one: string, many: string];

const ATOM_WORDS: Readonly<Record<string, Names>> = {
  ng: ['nanogram', 'nanograms'],
  mcg: ['microgram', 'micrograms'],
  mg: ['milligram', 'milligrams'],
  g: ['gram', 'grams'],
  milliunits: ['milliunit', 'milliunits'],
  units: ['unit', 'units'],
  mEq: ['milliequivalent', 'milliequivalents'],
  mmol: ['millimole', 'millimoles'],
  mL: ['millilitre', 'millilitres'],
  L: ['litre', 'litres'],
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  kg: ['kilogram', 'kilograms'],
  lb: ['pound', 'pounds'],
  m2: ['square metre', 'square metres'],
  cm: ['centimetre', 'centimetres'],
  gtt: ['drop', 'drops'],
  sprays: ['spray', 'sprays'],
  '%': ['per cent', 'per cent'],
  mmHg: ['millimetre of mercury', 'millimetres of mercury'],
  beats: ['beat', 'beats'],
  'per min': ['per minute', 'per minute'],
  '°C': ['degree Celsius', 'degrees Celsius'],
};

/** The unit in words: for the echo line and for what a screen reader says. */
export function unitWords(unit: Unit, singular = false): string {
  const [first = '', ...others] = unit.split('/');
  const names = [atomWords(first)[singular ? 0 : 1], ...others.map((name) => atomWords(name)[0])];
  return names.join(' per ');
}

function atomWords(name: string): Names {
  const words = ATOM_WORDS[name];
  if (words === undefined) throw new Error(`"${name}" has no words.`);
  return words;
}

function digitWord(digit: string): string {
  return BELOW_TWENTY[Number(digit)] ?? digit;
}

function wholeNumberWords(value: bigint): string {
  if (value < 20n) return BELOW_TWENTY[Number(value)] ?? '';
  if (value < 100n) {
    const rest = value % 10n;
    return `${TENS[Number(value / 10n)]}${rest === 0n ? '' : `-${wholeNumberWords(rest)}`}`;
  }
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const rest = value % size;
    return `${wholeNumberWords(value / size)} ${name}${rest === 0n ? '' : ` ${wholeNumberWords(rest)}`}`;
  }
  return value.toString();
}

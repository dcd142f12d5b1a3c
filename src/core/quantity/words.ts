import { digitsOf } from './parseEntry.ts';
import { atomsOf, type Unit, type UnitAtom } from './units.ts';

/**
 * A typed number spoken out, so that a shifted point is heard: "zero point five milligrams per kilogram".
 * Digits after the point are said one by one. Source: echo line of UX 3.0.
 */
export function numberInWords(typed: string, unit: Unit): string {
  const { whole, decimals } = digitsOf(typed);
  const spoken = [...decimals].map((digit) => ` ${wholeNumberWords(BigInt(digit))}`).join('');
  const fraction = decimals === '' ? '' : ` point${spoken}`;
  return `${wholeNumberWords(BigInt(whole))}${fraction} ${unitWords(unit, typed === '1')}`;
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

const ATOM_WORDS: Readonly<Record<UnitAtom, Names>> = {
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
  doses: ['dose', 'doses'],
  '%': ['per cent', 'per cent'],
  mmHg: ['millimetre of mercury', 'millimetres of mercury'],
  beats: ['beat', 'beats'],
  'per min': ['per minute', 'per minute'],
  '°C': ['degree Celsius', 'degrees Celsius'],
};

/** The unit in words: for the echo line and for what a screen reader says. */
export function unitWords(unit: Unit, singular = false): string {
  const [first, ...others] = atomsOf(unit);
  const names = [ATOM_WORDS[first][singular ? 0 : 1], ...others.map((name) => ATOM_WORDS[name][0])];
  return names.join(' per ');
}

function wholeNumberWords(value: bigint): string {
  if (value < 20n) return `${BELOW_TWENTY[Number(value)]}`;
  const scale = SCALES.find(([size]) => size <= value);
  if (scale === undefined) return `${TENS[Number(value / 10n)]}${restWords('-', value % 10n)}`;
  const [size, name] = scale;
  return `${wholeNumberWords(value / size)} ${name}${restWords(' ', value % size)}`;
}

function restWords(mark: string, rest: bigint): string {
  return rest === 0n ? '' : `${mark}${wholeNumberWords(rest)}`;
}

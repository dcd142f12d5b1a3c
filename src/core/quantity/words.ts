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

const UNIT_WORDS: Record<Unit, readonly [one: string, many: string]> = {
  mg: ['milligram', 'milligrams'],
  mcg: ['microgram', 'micrograms'],
  mL: ['millilitre', 'millilitres'],
  kg: ['kilogram', 'kilograms'],
  lb: ['pound', 'pounds'],
  cm: ['centimetre', 'centimetres'],
  'kg/m2': ['kilogram per square metre', 'kilograms per square metre'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  'mg/kg': ['milligram per kilogram', 'milligrams per kilogram'],
  'mg/mL': ['milligram per millilitre', 'milligrams per millilitre'],
  'mL/h': ['millilitre per hour', 'millilitres per hour'],
  'mg/h': ['milligram per hour', 'milligrams per hour'],
  'mg/kg/h': ['milligram per kilogram per hour', 'milligrams per kilogram per hour'],
  'mcg/kg/h': ['microgram per kilogram per hour', 'micrograms per kilogram per hour'],
  'mcg/kg/min': ['microgram per kilogram per minute', 'micrograms per kilogram per minute'],
  '%': ['per cent', 'per cent'],
  mmHg: ['millimetre of mercury', 'millimetres of mercury'],
  'beats/min': ['beat per minute', 'beats per minute'],
  'per min': ['per minute', 'per minute'],
  '°C': ['degree Celsius', 'degrees Celsius'],
};

/** The unit in words: for the echo line and for what a screen reader says. */
export function unitWords(unit: Unit, singular = false): string {
  return UNIT_WORDS[unit][singular ? 0 : 1];
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

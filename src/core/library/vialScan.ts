import { err, ok, type Result } from '../result.ts';

/**
 * What a scanner reads from a vial. A bare number is its GTIN; a GS1 code may carry lot and expiry too. Read strictly:
 * what is not understood whole is refused, because a lot that swallowed the next field looks like a lot.
 *
 * Source: GS1 General Specifications, application identifiers 01, 10, 11, 17, 21; check digit, section 7.9.
 */
export type VialScan = {
  /** 14 digits. */
  readonly gtin: string;
  /** Both or neither: where one is missing a field may have swallowed the other, and both are typed. */
  readonly label: { readonly lot: string; readonly expiry: string } | null;
};

export type VialScanRefusal = {
  readonly kind: 'scanNotRead';
  readonly why: 'empty' | 'notProduct' | 'checkDigit' | 'field' | 'twice' | 'date' | 'lot';
};

/** Between two fields of which the first has no fixed length. Scanners send it as this control character. */
const SEPARATOR = '\u001d';
/** What a scanner may put before the data to say which kind of code it read. */
const KIND_OF_CODE = /^\](?:C1|d2|Q3|e0|E0|E4)/;
const FIXED: Readonly<Record<string, number>> = { '01': 14, '11': 6, '17': 6 };
const OPEN: readonly string[] = ['10', '21'];
const LONGEST_OPEN = 20;
/** The characters GS1 allows in a lot. */
const LOT = /^[!-Z_a-z]+$/;
const YEARS_BACK = 49;
/** Of the months that have no 31st; a 29 February is taken in every year, because only the month counts. */
const LAST_DAYS: Readonly<Record<string, string>> = {
  '02': '29',
  '04': '30',
  '06': '30',
  '09': '30',
  '11': '30',
};
const CENTURY = 100;

/** Reads a scan. `today`, `2025-11-14`, says which century a year of two digits is in. */
export function readVialScan(text: string, today: string): Result<VialScan, VialScanRefusal> {
  const scanned = text.trim().replace(KIND_OF_CODE, '');
  if (scanned === '') return refuse('empty');
  if (/^\d+$/.test(scanned) && [8, 12, 13, 14].includes(scanned.length)) return productOnly(scanned);
  const fields = scanned.startsWith('(') ? bracketed(scanned) : inARow(scanned);
  if (!fields.ok) return fields;
  const gtin = fields.value.get('01');
  if (gtin === undefined) return refuse('notProduct');
  if (!isGtin(gtin)) return refuse('checkDigit');
  const [date, lot] = [fields.value.get('17'), fields.value.get('10')];
  if (date === undefined || lot === undefined) return ok({ gtin, label: null });
  if (!LOT.test(lot)) return refuse('lot');
  const expiry = expiryMonth(date, today);
  return expiry === undefined ? refuse('date') : ok({ gtin, label: { lot, expiry } });
}

/** True of 8, 12, 13 or 14 digits whose last is the check digit of the others. */
export function isGtin(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits)) return false;
  const sum = [...digits.padStart(14, '0')].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

/** Digits of a GTIN of any length as the 14 all of them are compared by. */
export function gtin14(digits: string): string {
  return digits.padStart(14, '0');
}

function productOnly(digits: string): Result<VialScan, VialScanRefusal> {
  return isGtin(digits) ? ok({ gtin: gtin14(digits), label: null }) : refuse('checkDigit');
}

type Fields = Result<ReadonlyMap<string, string>, VialScanRefusal>;

/** `(01)09506000134352(17)270831(10)K24B117`, as it is printed below a code. */
function bracketed(text: string): Fields {
  // Both groups are in every match, which the type of a match does not say.
  const parts = [...text.matchAll(/\((\d{2})\)([^()]*)/g)].map(
    ([, identifier, value]) => [String(identifier), String(value)] as const,
  );
  const whole = parts.map(([identifier, value]) => `(${identifier})${value}`).join('');
  return whole === text ? collected(parts) : refuse('field');
}

/** The same without brackets: a field of open length ends at a separator or with the code. */
function inARow(text: string): Fields {
  const parts: (readonly [string, string])[] = [];
  let rest = text.replace(new RegExp(`^${SEPARATOR}`), '');
  while (rest !== '') {
    const identifier = rest.slice(0, 2);
    const end = rest.indexOf(SEPARATOR);
    const length = FIXED[identifier] ?? (end === -1 ? rest.length : end) - 2;
    parts.push([identifier, rest.slice(2, 2 + length)]);
    const after = rest.slice(2 + length);
    rest = after.startsWith(SEPARATOR) ? after.slice(1) : after;
  }
  return collected(parts);
}

function collected(parts: readonly (readonly [string, string])[]): Fields {
  const fields = new Map<string, string>();
  for (const [identifier, value] of parts) {
    if (!isField(identifier, value)) return refuse('field');
    if (fields.has(identifier)) return refuse('twice');
    fields.set(identifier, value);
  }
  return ok(fields);
}

function isField(identifier: string, value: string): boolean {
  const length = FIXED[identifier];
  if (length !== undefined) return value.length === length && /^\d+$/.test(value);
  return OPEN.includes(identifier) && value.length >= 1 && value.length <= LONGEST_OPEN;
}

/** `270831` as `2027-08`; day 00 is the end of its month. Undefined for what is no date. */
function expiryMonth(date: string, today: string): string | undefined {
  const [short, month, day] = [date.slice(0, 2), date.slice(2, 4), date.slice(4)];
  const now = Number(today.slice(0, 4));
  const inThisCentury = Math.floor(now / CENTURY) * CENTURY + Number(short);
  // Source: GS1 General Specifications 7.12: 49 years back to 50 ahead.
  const ahead = inThisCentury - now;
  const shift = ahead > YEARS_BACK + 1 ? -CENTURY : ahead < -YEARS_BACK ? CENTURY : 0;
  const isMonth = month >= '01' && month <= '12';
  if (!isMonth || day > (LAST_DAYS[month] ?? '31')) return undefined;
  return `${inThisCentury + shift}-${month}`;
}

function refuse(why: VialScanRefusal['why']): Result<never, VialScanRefusal> {
  return err({ kind: 'scanNotRead', why });
}

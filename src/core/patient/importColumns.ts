import type { TypedDetails } from './details.ts';

/** The columns of a file of patients, as they are headed, and the field each fills. Source: docs/assumptions.md. */
export const IMPORT_COLUMNS = {
  'family name': 'familyName',
  'given name': 'givenName',
  'preferred name': 'preferredName',
  title: 'title',
  'date of birth': 'born',
  sex: 'sex',
  'record number': 'recordNumber',
  height: 'height',
  allergies: 'allergies',
} as const satisfies Readonly<Record<string, keyof TypedDetails | 'allergies'>>;

export type ImportColumn = keyof typeof IMPORT_COLUMNS;

const NEEDED: readonly ImportColumn[] = [
  'family name',
  'given name',
  'date of birth',
  'sex',
  'record number',
];

/** Where each field stands in a row, or which columns are missing, not known or there twice. */
export type ReadHeader =
  | { readonly ok: true; readonly columns: readonly ImportColumn[] }
  | { readonly ok: false; readonly missing: readonly string[]; readonly unknown: readonly string[] };

/** Reads the first row of a file: columns in any order, capitals as they like. */
export function readImportHeader(cells: readonly string[]): ReadHeader {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const unknown = names.filter((name, place) => !isColumn(name) || names.indexOf(name) !== place);
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0 || unknown.length > 0) return { ok: false, missing, unknown };
  return { ok: true, columns: names.filter(isColumn) };
}

function isColumn(name: string): name is ImportColumn {
  return Object.hasOwn(IMPORT_COLUMNS, name);
}

/** Allergies of a cell. Undefined: the cell can be read two ways. Null: nothing is said, so nothing is recorded. */
export type CellAllergies =
  | { readonly status: 'known'; readonly substances: readonly string[] }
  | { readonly status: 'none' | 'unobtainable'; readonly substances: readonly [] }
  | null;

/** What people write for "none", "not known" or "yes": none of them is a substance, and none says which it is. */
const NOT_SUBSTANCES = /^(?:-|–|\?|nil|no|yes|y|n|na|n\/a|nka|nkda|unknown|not known|not recorded|tbc)$/;

/**
 * Reads the allergies of a cell: `none` or `no known allergies`, `could not be obtained`, or substances with semicolons
 * between them. An empty cell leaves them not recorded, which stops an order until somebody asks.
 */
export function readImportAllergies(cell: string): CellAllergies | undefined {
  const text = cell.trim();
  const words = text.toLowerCase();
  if (words === '') return null;
  if (words === 'none' || words === 'no known allergies') return { status: 'none', substances: [] };
  if (words === 'could not be obtained') return { status: 'unobtainable', substances: [] };
  const substances = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const readable = substances.length > 0 && substances.every(isSubstance);
  return readable ? { status: 'known', substances } : undefined;
}

const LONGEST_SUBSTANCE = 100;

function isSubstance(text: string): boolean {
  return text.length <= LONGEST_SUBSTANCE && !NOT_SUBSTANCES.test(text.toLowerCase());
}

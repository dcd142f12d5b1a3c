import type { z } from '../../contract/zod.ts';
import { memberOf, placeWords } from '../../core/library/fieldWords.ts';

type Issue = z.core.$ZodIssue;

/** So many are named; a file that is wrong all over needs no longer list. */
const MOST_NAMED = 20;

/**
 * What the schema refuses of a library, in words: `Protocol ketamine mood 40, upper hard limit of the dose: is not a
 * quantity in mg/kg.` `file` is what was read, to name its parts by.
 */
export function schemaFaults(error: z.ZodError, file: unknown): string[] {
  const faults = error.issues.map((issue) => `${placeOf(issue, file)}: ${whatIsWrong(issue, file)}.`);
  const more = faults.length - MOST_NAMED;
  return more > 0 ? [...faults.slice(0, MOST_NAMED), `There are ${more} more.`] : faults;
}

function placeOf({ path }: Issue, file: unknown): string {
  const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
  return placeWords(file, steps);
}

function whatIsWrong(issue: Issue, file: unknown): string {
  const value = issue.path.reduce<unknown>((inside, step) => memberOf(inside, step as string | number), file);
  if (value === undefined && issue.code !== 'unrecognized_keys') return 'is missing. Add it';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key.slice(0, 40)}"`).join(', ')} is not a field of a library. Take it out`;
    case 'invalid_type':
      return TYPES[issue.expected] ?? `is not of the kind ${issue.expected}`;
    case 'invalid_value':
      return `is not ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return 'is not one of the known ones';
    case 'too_small':
      return Array.isArray(value) ? 'is empty. Add one' : 'is too small';
    case 'too_big':
      return `is longer than ${issue.maximum} characters`;
    case 'invalid_format':
      return 'is not a date such as 2026-11-01';
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'is not a text',
  int: 'is not a whole number',
  number: 'is not a whole number',
  array: 'is not a list',
  object: 'is not a group of values',
};

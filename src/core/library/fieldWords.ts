import { type Field, type Fields, isGroup, isList } from './fieldTable.ts';
import { LIBRARY_FIELDS } from './libraryFields.ts';

/** Where a value stands in a library file: names of fields, and places in lists from 0. */
export type FieldPath = readonly (string | number)[];

/** A field named by the fields around it, outermost first: `upper hard limit of the dose`. */
export function fieldWords(chain: readonly Field[]): string {
  const own = chain.at(-1)?.words ?? 'file';
  const around = chain.at(-2);
  return around && isGroup(around) && !around.leavesSayAll ? `${own} of ${around.words}` : own;
}

/** The fields a path leads through within one thing, as far as the table knows them. */
export function chainOf(fields: Fields, path: readonly string[]): readonly Field[] {
  const chain: Field[] = [];
  let inside: Fields = fields;
  for (const name of path) {
    const field = Object.hasOwn(inside, name) ? inside[name] : undefined;
    if (field === undefined) break;
    chain.push(field);
    inside = isGroup(field) ? field.fields : {};
  }
  return chain;
}

/**
 * A place in a file that may be wrong in any way, in words: `Protocol ketamine mood 40, upper hard limit of the dose`.
 * A thing without a name is called by its place: `Protocol 2`.
 */
export function placeWords(file: unknown, path: FieldPath): string {
  let inside: Fields = LIBRARY_FIELDS;
  let value = file;
  let part = 'Library';
  let chain: Field[] = [];
  let one = '';
  for (const step of path) {
    value = memberOf(value, step);
    if (typeof step === 'number') {
      // A place in a list of plain words: the list itself is named.
      if (one === '') break;
      part = `${capital(one)} ${titleOf(value) ?? step + 1}`;
      chain = [];
      continue;
    }
    const field = Object.hasOwn(inside, step) ? inside[step] : undefined;
    if (field === undefined) break;
    chain = [...chain, field];
    inside = 'fields' in field ? field.fields : {};
    one = isList(field) ? field.one : '';
  }
  return chain.length === 0 ? part : `${part}, ${fieldWords(chain)}`;
}

/** Longest name shown in a refusal: a damaged file can hold any. */
const LONGEST_TITLE = 80;

/** What people know a part of a library by. */
export function titleOf(part: unknown): string | undefined {
  const names = ['name', 'displayName', 'id'].map((name) => memberOf(part, name));
  const named = names.find((name): name is string => typeof name === 'string' && name.trim() !== '');
  return named?.slice(0, LONGEST_TITLE);
}

/** With a capital at its head. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What stands under a name or at a place of something that may be anything; undefined where there is nothing. */
export function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}

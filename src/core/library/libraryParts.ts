import { formatCount, formatQuantity, formatQuantityText, NO_BREAK_SPACE } from '../quantity/format.ts';
import { isQuantityText, wholeQuantity } from '../quantity/quantity.ts';
import { unitSpelt } from '../quantity/units.ts';
import { type Field, type Fields, isGroup, isList, type Leaf } from './fieldTable.ts';
import { fieldWords, memberOf, titleOf } from './fieldWords.ts';
import type { DrugLibrary } from './library.ts';
import { LIBRARY_FIELDS } from './libraryFields.ts';

/** One value of a library as people read it. */
export type LibraryFact = {
  /** Names the field within its part: `dose.hardMaximum`. */
  readonly key: string;
  /** `upper hard limit of the dose` */
  readonly words: string;
  /** `1 mg/kg` */
  readonly text: string;
  /** As it stands in the file: two values that read alike can differ. */
  readonly exact: string;
  /** The group it stands in, and its name there: `dose` and `hardMaximum`. */
  readonly group: { readonly key: string; readonly words: string; readonly name: string } | null;
};

/** The library's own values, or those of one pump, drug, product or protocol. */
export type LibraryPart = {
  /** Names the part among all: `protocols/ketamine-mood-40`. */
  readonly key: string;
  /** `library`, `pump`, `drug`, `product`, `protocol` */
  readonly kind: string;
  readonly id: string;
  /** What people know it by. */
  readonly title: string;
  readonly facts: readonly LibraryFact[];
  /** Ids of the parts that belong to it, by list and in their order. */
  readonly order: readonly { readonly words: string; readonly ids: readonly string[] }[];
};

/**
 * A whole library in words: every field that is set, of every part, in the order of the table and of the file. Read by
 * people before they sign it, so nothing of it is left out; what is not set has no line.
 */
export function libraryParts(library: DrugLibrary): readonly LibraryPart[] {
  return partsOf(library, LIBRARY_FIELDS, { key: '', kind: 'library', id: library.name });
}

/** `owner` is said where the ids of a list repeat from one owner to the next. */
type Named = Pick<LibraryPart, 'key' | 'kind' | 'id'> & { readonly owner?: string };

function partsOf(thing: object, fields: Fields, named: Named): readonly LibraryPart[] {
  const lists = Object.entries(fields).flatMap(([name, field]) =>
    isList(field) ? [{ name, field, items: itemsOf(memberOf(thing, name)) }] : [],
  );
  const { owner, ...own } = named;
  const name = titleOf(thing) ?? named.id;
  const part: LibraryPart = {
    ...own,
    title: owner === undefined ? name : `${name}, ${owner}`,
    facts: factsOf(thing, fields, [], []),
    order: lists.map(({ field, items }) => ({ words: field.words, ids: items.map(idOf) })),
  };
  const inner = lists.flatMap(({ name, field, items }) =>
    items.flatMap((item) => {
      const id = idOf(item);
      const inside = { key: `${named.key}${name}/${id}/`, kind: field.one, id };
      return partsOf(item, field.fields, field.idsRepeat ? { ...inside, owner: part.title } : inside);
    }),
  );
  return [part, ...inner];
}

function factsOf(
  thing: object,
  fields: Fields,
  path: readonly string[],
  around: readonly Field[],
): readonly LibraryFact[] {
  return Object.entries(fields).flatMap(([name, field]): readonly LibraryFact[] => {
    const value = memberOf(thing, name);
    if (value === undefined || isList(field)) return [];
    const here = [...path, name];
    const chain = [...around, field];
    if (isGroup(field)) return factsOf(value as object, field.fields, here, chain);
    const group = around.at(-1);
    return [
      {
        key: here.join('.'),
        words: fieldWords(chain),
        text: written(value, field),
        exact: JSON.stringify(value),
        group: group ? { key: path.join('.'), words: group.words, name } : null,
      },
    ];
  });
}

/** A stored value as people read it; a quantity by the one formatter. */
function written(value: unknown, { unit, values }: Leaf): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    return unit === undefined ? formatCount(value) : formatQuantity(wholeQuantity(BigInt(value), unit));
  }
  const text = `${value}`;
  return values?.[text] ?? writtenText(text);
}

const AGE = /^\d+ (?:years|months|days)$/;

function writtenText(text: string): string {
  if (AGE.test(text)) return text.replace(' ', NO_BREAK_SPACE);
  const unit = unitSpelt(text.slice(text.indexOf(' ') + 1));
  return unit !== undefined && isQuantityText(text, unit) ? formatQuantityText(text) : text;
}

function itemsOf(value: unknown): readonly object[] {
  return Array.isArray(value) ? value : [];
}

function idOf(item: object): string {
  return `${memberOf(item, 'id')}`;
}

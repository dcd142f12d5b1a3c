import type { DrugLibrary } from './library.ts';
import { type LibraryFact, type LibraryPart, libraryParts } from './libraryParts.ts';

/** One field that reads otherwise than before; null where it is not set. */
export type FieldChange = Pick<LibraryFact, 'key' | 'words'> & {
  readonly before: string | null;
  readonly after: string | null;
};

/** What became of one part of a library. */
export type PartChange = Pick<LibraryPart, 'key' | 'kind' | 'id' | 'title'> & {
  readonly state: 'added' | 'removed' | 'changed';
  readonly changes: readonly FieldChange[];
};

/**
 * Everything in which a library differs from the one before it, in words: parts that are new, gone or changed, and of
 * each every field with both of its values. `before` null: there was none, and everything is new. Empty only when the
 * two say the same: two people sign what this lists.
 *
 * Parts are the same part when their id is. Source: UX 3.15 (diff view of old and new).
 */
export function libraryDifference(before: DrugLibrary | null, after: DrugLibrary): readonly PartChange[] {
  const [old, now] = [before ? libraryParts(before) : [], libraryParts(after)];
  const oldByKey = new Map(old.map((part) => [part.key, part]));
  const keysNow = new Set(now.map(({ key }) => key));
  const changed = now.flatMap((part) => {
    const was = oldByKey.get(part.key);
    if (!was) return [partChange(part, 'added', factChanges([], part.facts))];
    const changes = [...factChanges(was.facts, part.facts), ...orderChanges(was, part)];
    return changes.length === 0 ? [] : [partChange(part, 'changed', changes)];
  });
  const gone = old
    .filter(({ key }) => !keysNow.has(key))
    .map((part) => partChange(part, 'removed', factChanges(part.facts, [])));
  return [...changed, ...gone];
}

function partChange(
  { key, kind, id, title }: LibraryPart,
  state: PartChange['state'],
  changes: readonly FieldChange[],
): PartChange {
  return { key, kind, id, title, state, changes };
}

function factChanges(before: readonly LibraryFact[], after: readonly LibraryFact[]): readonly FieldChange[] {
  const oldByKey = new Map(before.map((fact) => [fact.key, fact]));
  const keysNow = new Set(after.map(({ key }) => key));
  const changed = after.flatMap((fact) => {
    const was = oldByKey.get(fact.key);
    return was?.exact === fact.exact ? [] : [fieldChange(was, fact)];
  });
  const gone = before.filter(({ key }) => !keysNow.has(key)).map((fact) => fieldChange(fact, undefined));
  return [...changed, ...gone];
}

/** Two values that read alike and are not the same are shown as they stand in the file. */
function fieldChange(before: LibraryFact | undefined, after: LibraryFact | undefined): FieldChange {
  const { key, words } = (after ?? before) as LibraryFact;
  const alike = before?.text === after?.text;
  const said = (fact: LibraryFact | undefined) => (fact ? (alike ? fact.exact : fact.text) : null);
  return { key, words, before: said(before), after: said(after) };
}

/** Parts that are in both and stand in another order: the order in which people see them. */
function orderChanges(before: LibraryPart, after: LibraryPart): readonly FieldChange[] {
  const common = (list: readonly string[], other: readonly string[]) =>
    list.filter((id) => other.includes(id)).join(', ');
  return after.order.flatMap(({ words, ids }) =>
    before.order.flatMap((was): readonly FieldChange[] => {
      if (was.words !== words) return [];
      const [old, now] = [common(was.ids, ids), common(ids, was.ids)];
      const change = { key: `order ${words}`, words: `order of the ${words}`, before: old, after: now };
      return old === now ? [] : [change];
    }),
  );
}

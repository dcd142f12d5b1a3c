import type { Unit } from '../quantity/quantity.ts';

/** A value that stands by itself: what people call it, and how what stands in the file is written. */
export type Leaf = {
  /** `upper hard limit`, `pump`: for the middle of a sentence. */
  readonly words: string;
  /** The unit of a bare whole number; without one it is a count. */
  readonly unit?: Unit;
  /** What its code words mean, where it has such. */
  readonly values?: Readonly<Record<string, string>>;
};

/** Values that belong together. */
export type Group = {
  /** `the dose`: its leaves are then the `upper hard limit of the dose`. */
  readonly words: string;
  /** Its leaves say all by themselves. */
  readonly leavesSayAll?: true;
  readonly fields: Fields;
};

/** A list of things that have an id of their own. */
export type List = {
  readonly words: string;
  /** What one of them is: `protocol`. */
  readonly one: string;
  /** The same id stands in several owners: the owner's name is said with it. */
  readonly idsRepeat?: true;
  readonly fields: Fields;
};

export type Field = Leaf | Group | List;
export type Fields = Readonly<Record<string, Field>>;

/**
 * The fields a stored thing has, each in words: one that is added to its type and forgotten here does not compile. Of
 * a union all fields of all members.
 */
export type FieldsOf<Thing> = {
  readonly [Key in KeysOf<Thing> & string]-?: FieldOf<NonNullable<ValueOf<Thing, Key>>>;
};

type KeysOf<Thing> = Thing extends unknown ? keyof Thing : never;
type ValueOf<Thing, Key> = Thing extends unknown ? (Key extends keyof Thing ? Thing[Key] : never) : never;
type FieldOf<Value> = [Value] extends [string | number | boolean | readonly string[]]
  ? Leaf
  : [Value] extends [readonly (infer Item)[]]
    ? List & { readonly fields: FieldsOf<Item> }
    : Group & { readonly fields: FieldsOf<Value> };

export function isList(field: Field): field is List {
  return 'one' in field;
}

export function isGroup(field: Field): field is Group {
  return 'fields' in field && !isList(field);
}

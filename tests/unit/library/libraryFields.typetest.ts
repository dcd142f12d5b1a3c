import type { FieldsOf } from '../../../src/core/library/fieldTable.ts';
import type { Product } from '../../../src/core/library/library.ts';

/** Read by the compiler alone: a field of the library that nobody put into words does not compile. */

const words = { words: 'x' };

export const all: FieldsOf<Product> = {
  id: words,
  strength: words,
  vialVolume: words,
  barcode: words,
  undilutedForbidden: words,
};

// @ts-expect-error a field is forgotten
export const forgotten: FieldsOf<Product> = { id: words, strength: words };

// @ts-expect-error an optional field is forgotten
export const optional: FieldsOf<Product & { readonly shelf?: string }> = all;

// @ts-expect-error the fields of the other member of a union are forgotten
export const ofUnion: FieldsOf<Product | { readonly id: string; readonly gap: number }> = all;

// @ts-expect-error what has fields of its own says each of them
export const inner: FieldsOf<{ readonly vitals: { readonly infusion: number } }> = { vitals: words };

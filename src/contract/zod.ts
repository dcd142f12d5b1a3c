import * as z from 'zod';

// Strict CSP: without this zod probes `new Function`. Every schema module takes its zod from here, so the setting
// is in force before the first schema is made.
z.config({ jitless: true });

export { z };

/** What a schema lets through, as data nobody changes. */
export type Infer<Schema extends z.ZodType> = Unchanging<z.infer<Schema>>;

type Unchanging<Value> = unknown extends Value
  ? Value
  : Value extends string | number | boolean | bigint | null | undefined
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Unchanging<Item>[]
      : { readonly [Key in keyof Value]: Unchanging<Value[Key]> };

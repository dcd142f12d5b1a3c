import type { z } from 'zod';

type Definition = {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
};

/** Texts of which every schema of the contract takes one. */
const TEXTS = [
  'sample',
  '1',
  'a',
  '2025-11-14',
  '2025-11',
  '1 mg',
  '1 mL/h',
  '36.8 °C',
  '204816',
  '0'.repeat(64),
];

/**
 * A request as the schema has it, with nothing meant by it: who may send a message is looked at before what it says.
 * `id` stands for every id.
 */
export function sampleOf(schema: z.ZodType, id: string): Record<string, unknown> {
  return sampleValue(schema, id) as Record<string, unknown>;
}

function sampleValue(schema: z.ZodType, id: string): unknown {
  const definition = schema.def as unknown as Definition;
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {}).flatMap(([name, part]) =>
          part.safeParse(undefined).success ? [] : [[name, sampleValue(part, id)]],
        ),
      );
    case 'nullable':
      return null;
    case 'optional':
      return sampleValue(definition.innerType ?? schema, id);
    case 'array':
      return listOf(schema, definition, id);
    case 'union':
      return sampleValue(definition.options?.[0] ?? schema, id);
    case 'enum':
      return Object.values(definition.entries ?? {})[0];
    case 'literal':
      return definition.values?.[0];
    case 'boolean':
      return false;
    case 'number':
      return [1, 0, 50, 1000].find((value) => schema.safeParse(value).success);
    default:
      return [id, ...TEXTS].find((value) => schema.safeParse(value).success);
  }
}

/** Empty where that is allowed. */
function listOf(schema: z.ZodType, { element }: Definition, id: string): readonly unknown[] {
  return schema.safeParse([]).success || !element ? [] : [sampleValue(element, id)];
}

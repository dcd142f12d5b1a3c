import { type Infer, z } from '../zod.ts';

/** A code that scanners read, as one path. */
export const codeShape = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  /** In steps of half a module, without the quiet zone around it. */
  path: z.string().max(8_000),
});
export type CodeShape = Infer<typeof codeShape>;

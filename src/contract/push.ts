import { clockTick } from './views/app.ts';
import { type Infer, z } from './zod.ts';

/** What the main process tells a window unasked. */
export const push = {
  clock: clockTick,
  /** Facts were committed in these streams: whatever shows them reads again. */
  changed: z.strictObject({ streams: z.array(z.string()), savedAt: z.number().int() }),
} as const;

export type Push = { [Name in keyof typeof push]: Infer<(typeof push)[Name]> };
export type PushName = keyof Push;

import { clockTick } from './views/app.ts';
import { type Infer, z } from './zod.ts';

const eventCount = z.number().int().nonnegative();

/** What the main process tells a window unasked. */
export const push = {
  clock: clockTick,
  /** How far the check of the whole record is. */
  checking: z.strictObject({ checked: eventCount, of: eventCount }),
  /** Facts were committed in these streams: whatever shows them reads again. */
  changed: z.strictObject({ streams: z.array(z.string()), savedAt: z.number().int() }),
} as const;

export type Push = { [Name in keyof typeof push]: Infer<(typeof push)[Name]> };
export type PushName = keyof Push;

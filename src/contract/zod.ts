import * as z from 'zod';

// Strict CSP: without this zod probes `new Function`. Every schema module takes its zod from here, so the setting
// is in force before the first schema is made.
z.config({ jitless: true });

export { z };
export type Infer<Schema extends z.ZodType> = z.infer<Schema>;

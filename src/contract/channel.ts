import type { Role } from '../core/session/roles.ts';
import { requestId, streamId } from './primitives.ts';
import { z } from './zod.ts';

/** `anyone` works before signing in, `signedIn` for every member of staff, a list for these roles only. */
export type Access = 'anyone' | 'signedIn' | readonly Role[];

/** One message a window can send: who may, what it says, what is answered. */
export function channel<Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  request: Req,
  response: Res,
) {
  return { access, request, response };
}

/** Who looks after the record itself. */
export const KEEPERS: readonly Role[] = ['director', 'admin'];

/** Who records care at the chair. */
export const CARE: readonly Role[] = ['nurse', 'prescriber', 'pharmacist', 'assistant', 'director'];

/** Asks or answers nothing more. */
export const nothing = z.strictObject({});

/** A step of one session: what it answers is the session as it stands after the commit. */
export const step = z.strictObject({ requestId, session: streamId });

/** Some rows of a list, how long the whole list is, and where the next page begins; null after the last. */
export function pageOf<Row extends z.ZodType, Cursor extends z.ZodType>(row: Row, cursor: Cursor) {
  return z.strictObject({ rows: z.array(row), total: z.number().int(), next: cursor.nullable() });
}

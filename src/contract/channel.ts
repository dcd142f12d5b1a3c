import type { Role } from '../core/session/roles.ts';
import type { z } from './zod.ts';

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

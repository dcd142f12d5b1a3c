import type { StaffView } from '../../../contract/views/people.ts';

/** Who looks after the record itself: medical director and administrator. */
export function isKeeper(user: StaffView | null): boolean {
  return user?.roles.some((role) => role === 'director' || role === 'admin') ?? false;
}

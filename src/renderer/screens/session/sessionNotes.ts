import type { SessionView } from '../../../contract/views/session.ts';

/** A session that is closed for good goes by the past; nobody has to know what is in force today. */
const CLOSED: readonly SessionView['state'][] = ['SIGNED', 'CANCELLED'];

/** That the library changed while a session keeps its own; null while it is the one in force. Source: hazard H19. */
export function newerLibraryText({ library, state }: Pick<SessionView, 'library' | 'state'>): string | null {
  if (library.inForce === null || CLOSED.includes(state)) return null;
  return `Library ${library.inForce} is in force now. This session keeps ${library.version} and its limits.`;
}

import { confirmedEmpty, confirmedEnd } from './confirmedNumbers.ts';
import type { Session } from './session.ts';

/** When the container has to be changed, on the session's axis in milliseconds, and why. */
export type ContainerDue = { readonly at: number; readonly because: 'empty' | 'useBy' };

/**
 * A container's change is due at the earlier of empty, at the present rate, and the use-by on its label. Null when the
 * infusion ends first, and when nothing is connected. While paused only the use-by counts, and where the second engine does
 * not confirm when it is empty. Source: UX 2.3.
 */
export function containerDue(session: Session): ContainerDue | null {
  const { run } = session;
  const { mixed, witnessed } = session.preparation;
  if (run === null || run.endedAt !== null || !mixed || !witnessed) return null;
  // On the axis of the session: a wall clock that was moved since moves no use-by.
  const useBy = mixed.at + (witnessed.useBy - mixed.happenedAt);
  const emptyAt = confirmedEmpty(run);
  const empty = emptyAt.ok ? emptyAt.value : null;
  const due: ContainerDue =
    empty !== null && empty <= useBy ? { at: empty, because: 'empty' } : { at: useBy, because: 'useBy' };
  const end = confirmedEnd(run);
  return end.ok && end.value !== null && end.value <= due.at ? null : due;
}

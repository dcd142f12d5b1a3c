/** Stands as actor of what was pressed on a locked desk and nobody said who they were. Source: UX 2.3, “never refused”. */
export const UNIDENTIFIED = 'unidentified';

const EMERGENCY = 'emergency:';

/** The actor of everything done under an emergency access; `id` is the fact that opened it. */
export function emergencyActor(id: string): string {
  return `${EMERGENCY}${id}`;
}

/** The emergency access an actor stands for; undefined for everybody else. */
export function emergencyOf(actor: string): string | undefined {
  return actor.startsWith(EMERGENCY) ? actor.slice(EMERGENCY.length) : undefined;
}

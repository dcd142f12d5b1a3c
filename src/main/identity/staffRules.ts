import type { Failure } from '../../contract/failures.ts';
import type { Role } from '../../core/session/roles.ts';
import type { UserRow } from '../projections/readTables.ts';

/** Roles a clinic is never without: who keeps its people, and who answers for its rules. Source: UX 3.17. */
const NEVER_WITHOUT: readonly Role[] = ['admin', 'director'];

/** Why these roles cannot be one person's; undefined when they can. Source: UX 2.1, `admin` combines with no other. */
export function rolesRefusal(roles: readonly Role[]): Failure | undefined {
  if (roles.length === 0) return { kind: 'rolesRefused', why: 'none' };
  return roles.includes('admin') && new Set(roles).size > 1
    ? { kind: 'rolesRefused', why: 'adminAlone' }
    : undefined;
}

/**
 * Why somebody cannot leave, or have only `roles` from now on (null: leaves): the clinic would be without an
 * administrator or a medical director. Undefined when it would not.
 */
export function lastOfRoleRefusal(
  people: readonly Pick<UserRow, 'id' | 'roles' | 'isDisabled'>[],
  person: string,
  roles: readonly Role[] | null,
): Failure | undefined {
  const others = people.filter(({ id, isDisabled }) => id !== person && !isDisabled);
  const had = people.find(({ id }) => id === person)?.roles ?? [];
  const lost = NEVER_WITHOUT.find(
    (role) =>
      had.includes(role) && !roles?.includes(role) && !others.some((other) => other.roles.includes(role)),
  );
  return lost === undefined ? undefined : { kind: 'lastOfRole', role: lost };
}

/** True after the last day of a person's licence; `today` is the calendar day where the clinic is. */
export function licenceHasExpired(
  { licenceExpires }: Pick<UserRow, 'licenceExpires'>,
  today: string,
): boolean {
  return licenceExpires !== null && today > licenceExpires;
}

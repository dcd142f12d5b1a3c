/** What a person may do. `admin` combines with no other role; the others may combine. Source: UX 2.1. */
export const ROLES = [
  'prescriber',
  'nurse',
  'pharmacist',
  'director',
  'assistant',
  'admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** A person who has proved who they are. */
export type Actor = { readonly id: string; readonly roles: readonly Role[] };

/** Roles that record care at the chair. */
export const CLINICAL: readonly Role[] = ['nurse', 'prescriber', 'pharmacist', 'assistant'];
/** Roles that may make one of the two entries, or witness. */
export const CHECKERS: readonly Role[] = ['nurse', 'prescriber', 'pharmacist'];

/** Roles that keep the drug library between them, and see how often its limits are passed. Source: UX 0.1 and 0.2. */
export const LIBRARY_OWNERS: readonly Role[] = ['pharmacist', 'director'];

export function hasRole(actor: Pick<Actor, 'roles'>, allowed: readonly Role[]): boolean {
  return actor.roles.some((role) => allowed.includes(role));
}

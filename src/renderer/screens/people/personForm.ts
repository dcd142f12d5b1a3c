import type { Request } from '../../../contract/channels.ts';
import type { StaffRow } from '../../../contract/views/staff.ts';
import type { Role } from '../../../core/session/roles.ts';
import { DATE_BEGUN } from '../firstRun/setUpForm.ts';

/** What an administrator types of a person. */
export type PersonForm = {
  readonly fullName: string;
  readonly suffix: string;
  readonly roles: readonly Role[];
  readonly licence: string;
  /** `2027-03-31`, or empty. */
  readonly licenceExpires: string;
  /** A date was begun and is not whole. */
  readonly isDateBegun: boolean;
};

export const EMPTY_PERSON: PersonForm = {
  fullName: '',
  suffix: '',
  roles: [],
  licence: '',
  licenceExpires: '',
  isDateBegun: false,
};

export function formOf(person: StaffRow): PersonForm {
  const { fullName, suffix, roles, licence, licenceExpires } = person;
  return {
    fullName,
    suffix,
    roles,
    licence: licence ?? '',
    licenceExpires: licenceExpires ?? '',
    isDateBegun: false,
  };
}

type Changeable = Pick<Request<'people:change'>, 'suffix' | 'roles' | 'licence' | 'licenceExpires'>;

/** An empty licence is none, and an empty date no end. */
export function changeOf({ suffix, roles, licence, licenceExpires }: PersonForm): Changeable {
  const number = licence.trim();
  return {
    suffix: suffix.trim(),
    roles: [...roles],
    licence: number === '' ? null : number,
    licenceExpires: licenceExpires === '' ? null : licenceExpires,
  };
}

/** What is missing of a person’s roles and licence before it can be saved; a half date is never taken for none. */
export function missingInPerson({ roles, isDateBegun }: PersonForm): string | undefined {
  if (isDateBegun) return DATE_BEGUN;
  return roles.length === 0 ? 'Choose at least one role.' : undefined;
}

/** With a role more or a role less. */
export function withRole(roles: readonly Role[], role: Role, has: boolean): readonly Role[] {
  const others = roles.filter((other) => other !== role);
  return has ? [...others, role] : others;
}

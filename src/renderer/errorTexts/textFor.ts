import type { Failure, FailureKind } from '../../contract/failures.ts';
import type { Role } from '../../core/session/roles.ts';

/** One sentence per kind of refusal: what happened, the numbers, what to do. */
export type TextsFor<Kind extends FailureKind> = {
  readonly [K in Kind]: (failure: Extract<Failure, { readonly kind: K }>, zone: string) => string;
};

const ROLE_WORDS: Record<Role, string> = {
  prescriber: 'prescriber',
  nurse: 'nurse',
  pharmacist: 'pharmacist',
  director: 'medical director',
  assistant: 'assistant',
  admin: 'administrator',
  auditor: 'auditor',
};

export function roleWords(role: Role): string {
  return ROLE_WORDS[role];
}

/** `a, b and c` */
export function listed(words: readonly string[], joint: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;
}

const HOURS_PER_DAY = 24;

/** `30 h`, from two days on `9 days`. */
export function ageWords(hours: number): string {
  return hours < 2 * HOURS_PER_DAY ? `${hours} h` : `${Math.floor(hours / HOURS_PER_DAY)} days`;
}

import { foldedText, isWithinOneSlip } from './names.ts';

/** What tells one patient from another before there is a record number. */
export type Identity = {
  readonly familyName: string;
  readonly givenName: string;
  /** `1984-03-09` */
  readonly born: string;
};

/**
 * Whether two registrations may be the same person: alike in two of family name, given name and date of birth. A name
 * is alike within one slip, or when one is the beginning of the other (Ada, Adaeze). A question, never a decision.
 */
export function isPossibleMatch(left: Identity, right: Identity): boolean {
  const alike = [
    left.born === right.born,
    isAlike(left.familyName, right.familyName),
    isAlike(left.givenName, right.givenName),
  ];
  return alike.filter(Boolean).length >= 2;
}

function isAlike(left: string, right: string): boolean {
  const [one, other] = [foldedText(left.trim()), foldedText(right.trim())];
  return isWithinOneSlip(one, other) || one.startsWith(other) || other.startsWith(one);
}

/** How two patients of one day can be taken for each other. Source: UX 3.0. */
export type LookAlike = 'familyName' | 'born';

/** Why two patients of one day may be mixed up; undefined when they differ in both. */
export function lookAlike(left: Identity, right: Identity): LookAlike | undefined {
  if (foldedText(left.familyName.trim()) === foldedText(right.familyName.trim())) return 'familyName';
  return left.born === right.born ? 'born' : undefined;
}

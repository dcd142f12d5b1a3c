import type { Request } from '../../../contract/channels.ts';
import type { PatientBannerView } from '../../../contract/views/people.ts';
import type { AllergyKind } from '../../../core/patient/allergies.ts';

type Allergies = NonNullable<Request<'patient:recordAllergies'>['allergies']>;

/** One substance as it stands in the form. */
export type TypedAllergy = {
  readonly key: number;
  readonly kind: AllergyKind;
  readonly substance: string;
  readonly reaction: string;
  readonly year: string;
};

/** Allergies as they stand in the form. Null: nobody has chosen, and nothing is chosen for anybody. */
export type TypedAllergies = {
  readonly status: Allergies['status'] | null;
  readonly items: readonly TypedAllergy[];
};

export const NO_ALLERGIES_TYPED: TypedAllergies = { status: null, items: [] };

/** The three states that can be entered, in the words of the banner. Source: UX T1. */
export const ALLERGY_STATUS_CHOICES = [
  { id: 'known', label: 'Known allergies' },
  { id: 'none', label: 'No known allergies' },
  { id: 'unobtainable', label: 'Could not be obtained' },
] as const;

export const ALLERGY_KIND_CHOICES = [
  { id: 'drug', label: 'Drug' },
  { id: 'class', label: 'Drug class' },
  { id: 'other', label: 'Other' },
] as const;

export function newAllergy(items: readonly TypedAllergy[]): TypedAllergy {
  const key = Math.max(0, ...items.map((item) => item.key)) + 1;
  return { key, kind: 'drug', substance: '', reaction: '', year: '' };
}

/** What stands in the record, as the form begins with it. */
export function typedFrom(allergies: PatientBannerView['allergies']): TypedAllergies {
  if (!allergies) return NO_ALLERGIES_TYPED;
  const items = allergies.items.map((item, key) => ({
    key,
    kind: item.kind,
    substance: item.substance,
    reaction: item.reaction ?? '',
    year: item.year === null ? '' : `${item.year}`,
  }));
  return { status: allergies.status, items };
}

/** What is sent; null while no state is chosen. */
export function allergiesToSend({ status, items }: TypedAllergies): Allergies | null {
  if (status === null) return null;
  if (status !== 'known') return { status, items: [] };
  const sent = items.map(({ kind, substance, reaction, year }) => ({
    kind,
    substance: substance.trim(),
    reaction: reaction.trim() === '' ? null : reaction.trim(),
    year: year.trim() === '' ? null : Number(year.trim()),
  }));
  return { status, items: sent };
}

/** What of the form cannot be sent as it stands. */
export function allergyYearRefusal({ year }: TypedAllergy): string | undefined {
  return year.trim() === '' || /^\d{4}$/.test(year.trim())
    ? undefined
    : 'Type a year of four digits, or leave it empty';
}

export function hasWrongYear({ status, items }: TypedAllergies): boolean {
  return status === 'known' && items.some((item) => allergyYearRefusal(item) !== undefined);
}

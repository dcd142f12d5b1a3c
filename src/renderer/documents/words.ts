import type { PatientBannerView, PersonView } from '../../contract/views/people.ts';
import type { CountedView, PlanView } from '../../contract/views/session.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';
import type { EntryField } from '../../core/session/entryFields.ts';
import type { EffectKind, WasteRecorded } from '../../core/session/events.ts';
import { EFFECT_WORDS, severityWord } from '../../core/session/words.ts';
import { patientName } from '../components/patientName.ts';

/**
 * The words of the printed record that no other part of the program says. What a session's facts are called
 * stands in `core/session/words.ts`. Every map is exhaustive, so a new kind fails to compile.
 */

export const ENTRY_FIELD_WORDS: Readonly<Record<EntryField, string>> = {
  dateOfBirth: 'Date of birth',
  drug: 'Drug and strength',
  weight: 'Weight',
  height: 'Height',
  dose: 'Dose',
  over: 'Over',
  preparation: 'Preparation',
  pumpRate: 'Pump rate',
  volumeToGive: 'Volume to give',
  doses: 'Number of doses',
  gap: 'Gap',
  total: 'Total',
  loadingDose: 'Loading dose',
  loadingOver: 'Loading dose over',
  step2: 'Step 2',
  step3: 'Step 3',
  step4: 'Step 4',
  step5: 'Step 5',
  step6: 'Step 6',
};

/** Names of the steps of the sum of counted doses. */
export const COUNTED_STEP_WORDS: Readonly<Record<CountedView['working'][number]['step'], string>> = {
  total: 'Total',
  perKg: 'Per kilogram',
  volume: 'One dose',
  drawUp: 'Draw up',
  backToOrder: 'Back to the order',
  lasts: 'Time',
};

/** Names of the steps of the planned sum. The back-check in micrograms continues the line above it. */
export const WORKING_STEP_WORDS: Readonly<Record<PlanView['working'][number]['step'], string>> = {
  idealWeight: 'Ideal weight',
  adjustedWeight: 'Adjusted weight',
  leanWeight: 'Lean weight',
  dosingWeight: 'Dosing weight',
  hourly: 'Dose by the hour',
  dose: 'Dose',
  strength: 'Strength',
  volume: 'Volume to give',
  rate: 'Rate',
  pump: 'Pump',
  pumpVolume: 'Pump volume',
  backCheck: 'Back-check',
  backCheckMicrograms: '',
  backToOrder: 'Back to the order',
  drawUp: 'Draw up',
  containers: 'Containers',
  loadingDose: 'Loading dose',
  loadingVolume: 'Loading volume',
  loadingRate: 'Loading rate',
  stepDose: 'Dose of the step',
  stepVolume: 'Volume of the step',
  stepRate: 'Rate of the step',
  wholeDose: 'Dose in all',
  wholeVolume: 'Volume in all',
};

export const WASTE_PLACE_WORDS: Readonly<Record<WasteRecorded['from'], string>> = {
  vial: 'vial',
  syringe: 'syringe',
  line: 'giving line',
};

/** `nausea 1 (mild)`; an observation without a severity stands alone. */
export function effectText(effect: EffectKind, severity: number): string {
  const name = EFFECT_WORDS[effect];
  if (effect === 'none' || effect === 'calm') return name;
  return `${name} ${severity} (${severityWord(effect, severity)})`;
}

/** One of the four allergy states of the banner, in the same words (UX 3.0). */
export function allergyHeading(allergies: PatientBannerView['allergies']): string {
  if (allergies === null) return 'Allergies not recorded';
  if (allergies.status === 'known') return 'Known allergies';
  return allergies.status === 'none' ? 'No known allergies' : 'Allergies unavailable';
}

/** `ondansetron`, or with `inFull` the reaction and the year too: `ondansetron, rash (2019)`. */
export function allergyItems(allergies: PatientBannerView['allergies'], inFull: boolean): string {
  return (allergies?.items ?? [])
    .map(({ substance, reaction, year }) => {
      if (!inFull) return substance;
      return `${substance}${reaction === null ? '' : `, ${reaction}`}${year === null ? '' : ` (${year})`}`;
    })
    .join(inFull ? '; ' : ', ');
}

/** `OKAFOR, Ada (Ms)`: on paper the title stands beside the name (UX 4, header). */
export function titledName(patient: PatientBannerView): string {
  return patient.title === null ? patientName(patient) : `${patientName(patient)} (${patient.title})`;
}

/** `R. Lim RN`; a doctor's title says already what the suffix would: `Dr S. Patel`. */
export function personName({ name, suffix }: { readonly name: string; readonly suffix: string }): string {
  return suffix === '' || name.startsWith('Dr ') ? name : `${name} ${suffix}`;
}

/** First letter as a capital, for the start of a sentence. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Where one-clinician mode let one person make both entries. Source: UX 2.4, exact. */
export const NOT_INDEPENDENT = 'NOT INDEPENDENT: same person';

type BothEntries = {
  readonly first: { readonly by: PersonView };
  readonly second: { readonly by: PersonView };
};

export function isSamePerson({ first, second }: BothEntries): boolean {
  return first.by.id === second.by.id;
}

/** `3 sprays of 10 mg` */
export function countedOrderText({
  of,
  order,
  perDose,
}: Pick<CountedView, 'of' | 'order' | 'perDose'>): string {
  return `${order.doses} ${of}${order.doses === 1 ? '' : 's'} of ${formatQuantityText(perDose)}`;
}

/** `ketamine mood, IV infusion`; a name that already says the route is not followed by it again. */
export function protocolText({ name, route }: { readonly name: string; readonly route: string }): string {
  return name.includes(route) ? name : `${name}, ${route}`;
}

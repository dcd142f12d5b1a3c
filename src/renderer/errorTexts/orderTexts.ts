import { entryRefusalText } from '../../core/quantity/entryRefusalText.ts';
import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import { STEP_INPUTS } from '../../core/session/entryFields.ts';
import { ENTRY_FIELD_WORDS } from '../documents/words.ts';
import { breachText } from './breachText.ts';
import { ageWords, listed, roleWords, type TextsFor } from './textFor.ts';

/** Wording: UX 2.3 T6. */
export const HELD = 'Two attempts did not agree. This plan is on hold. A prescriber must review it.';

const PLAN_FIELD_WORDS = {
  doses: 'Number of doses',
  gap: 'Gap',
  dose: 'Dose',
  duration: 'Over',
  amount: 'Drug amount',
  volume: 'Volume',
  mixing: 'Made up to or added to',
  product: 'Vial',
  chair: 'Chair',
  loading: 'Loading dose, or none',
  laterSteps: 'Every step with its rate and time',
} as const;

const INPUT_WORDS = {
  dateOfBirth: 'Date of birth',
  product: 'Drug',
  weight: 'Weight',
  height: 'Height',
  dose: 'Dose',
  over: 'Over',
  overDays: 'Over, days',
  overHours: 'Over, hours',
  amount: 'Preparation, drug',
  volume: 'Preparation, mL',
  pumpRate: 'Pump rate',
  volumeToGive: 'Volume to give',
  doses: 'Number of doses',
  gap: 'Gap',
  total: 'Total',
  loadingDose: 'Loading dose',
  loadingOver: 'Loading dose over',
  ...stepInputWords(),
} as const;

/** `Step 2`, and the box of its time by name. */
function stepInputWords(): Record<(typeof STEP_INPUTS)[number], string> {
  const boxes = { Rate: '', Days: ', days', Hours: ', hours', Over: ', minutes' } as const;
  return Object.fromEntries(
    STEP_INPUTS.map((input) => {
      const box = input.slice('step2'.length) as keyof typeof boxes;
      return [input, `Step ${input.charAt(4)}${boxes[box]}`];
    }),
  ) as Record<(typeof STEP_INPUTS)[number], string>;
}

/** From the plan to the two entries. Wording: UX 2.3, T2 to T6b. */
export const ORDER_TEXTS: TextsFor<
  | 'notInThisState'
  | 'roleNeeded'
  | 'noSignedAssessment'
  | 'noConsent'
  | 'allergiesNotRecorded'
  | 'allergyMatches'
  | 'questionsNotAsked'
  | 'notWeighed'
  | 'weightTooOld'
  | 'heightMissing'
  | 'heightBelowFormula'
  | 'bodyMassIndexAboveFormula'
  | 'leanAboveActual'
  | 'idealAboveActual'
  | 'planIncomplete'
  | 'loadingNotAllowed'
  | 'tooManySteps'
  | 'hardLimits'
  | 'reasonsMissing'
  | 'drugExceedsFinalVolume'
  | 'containerTooSmall'
  | 'pumpStepTooCoarse'
  | 'tooManyContainers'
  | 'enginesDisagree'
  | 'rateOutsidePumpRange'
  | 'undilutedForbidden'
  | 'patientHasSession'
  | 'chairIsTaken'
  | 'sawThePlan'
  | 'madeFirstEntry'
  | 'tooSoonAgain'
  | 'otherCopyNeeded'
  | 'entryRefused'
  | 'firstEntryExpired'
  | 'anotherReleases'
  | 'planClosed'
  | 'openingDisqualifies'
  | 'formExpired'
  | 'noLibrary'
> = {
  notInThisState: ({ state }) =>
    state === 'HELD' ? HELD : 'The session has moved on meanwhile. Look at it again.',
  roleNeeded: ({ roles }) => `This needs a ${listed(roles.map(roleWords), 'or')}.`,
  noSignedAssessment: () =>
    'This plan has no signed assessment. A prescriber must complete it before authorising.',
  noConsent: () => 'There is no consent that is valid today. Record it before authorising.',
  allergiesNotRecorded: () =>
    'Allergy status is not recorded. Record it before authorising: known allergies, no known allergies, or could not be obtained.',
  allergyMatches: ({ substance }) =>
    `An allergy to ${substance} is recorded: it may be this drug, its class or the diluent. A prescriber decides, with a reason.`,
  questionsNotAsked: ({ questions }) =>
    `Not asked: ${listed(
      questions.map((question) => `“${question}”`),
      'and',
    )}. Ask, and sign the assessment again before authorising.`,
  notWeighed: () => 'No measured weight is recorded. Weigh the patient.',
  weightTooOld: ({ ageHours, allowedHours }) =>
    `The weight is ${ageHours === allowedHours ? 'more than ' : ''}${ageWords(ageHours)} old. The protocol allows ${allowedHours} h for this drug. Weigh the patient.`,
  heightMissing: () =>
    'This protocol doses by a weight worked out from the height, and no height is recorded. Measure it and enter it in the patient’s details.',
  heightBelowFormula: ({ height, minimum }) =>
    `The height ${formatQuantityText(height)} is below ${formatQuantityText(minimum)}, where the formula of the protocol’s weight begins. Choose a protocol that doses by the actual weight.`,
  bodyMassIndexAboveFormula: ({ bodyMassIndex, maximum }) =>
    `The body mass index ${formatNumberText(bodyMassIndex, 2)} is above ${formatNumberText(maximum, 2)}, up to which the formula of the protocol’s weight holds. Choose another protocol.`,
  leanAboveActual: ({ lean, actual }) =>
    `The formula of the protocol gives a lean weight of ${formatQuantityText(lean, 2)}, more than the whole weight of ${formatQuantityText(actual)}. Check weight and height.`,
  idealAboveActual: ({ ideal, actual }) =>
    `The ideal weight ${formatQuantityText(ideal, 2)} is above the actual weight ${formatQuantityText(actual)}. Choose a protocol that doses by the actual weight.`,
  planIncomplete: ({ missing }) =>
    `Not entered: ${listed(
      missing.map((field) => PLAN_FIELD_WORDS[field]),
      'and',
    )}.`,
  loadingNotAllowed: () => 'This protocol has no loading dose. Choose none, or another protocol.',
  tooManySteps: ({ steps, most }) =>
    `The rate has ${steps} steps. This protocol allows ${most === 1 ? 'one rate for the whole time' : `no more than ${most}`}.`,
  hardLimits: ({ breaches }) => breaches.map(breachText).join(' '),
  reasonsMissing: ({ breaches }) => `${breaches.map(breachText).join(' ')} Give a reason for each.`,
  drugExceedsFinalVolume: ({ drawUp, volume }) =>
    `The drug alone is ${formatQuantityText(drawUp)}; it does not fit in ${formatQuantityText(volume)}. Change the preparation.`,
  containerTooSmall: ({ finalVolume, container }) =>
    `${formatQuantityText(finalVolume)} does not fit in the container of ${formatQuantityText(container)}. Change the preparation.`,
  pumpStepTooCoarse: () =>
    'This concentration cannot give the dose within 5 % on this pump. Change the concentration.',
  tooManyContainers: () =>
    'This takes more than 20 containers. Prepare more drug in one, or change the dose or the duration.',
  enginesDisagree: () =>
    'The two calculations do not agree. No number is shown. Use the downtime form and report this fault.',
  rateOutsidePumpRange: ({ rate, minimum, maximum }) =>
    `${formatQuantityText(rate)} cannot be set: this pump runs from ${formatNumberText(minimum)} to ${formatQuantityText(maximum)}. Change the concentration or the duration.`,
  undilutedForbidden: ({ strength }) =>
    `The vial of ${formatQuantityText(strength)} is never given undiluted. Choose another vial, or a preparation with diluent.`,
  patientHasSession: () => 'This patient has a session that is not finished. Finish or cancel it first.',
  chairIsTaken: ({ chair }) => `Chair ${chair} has a session. Choose another chair.`,
  sawThePlan: () => 'You have seen this plan’s numbers. Another clinician must enter.',
  tooSoonAgain: ({ minutes }) =>
    `You made the first entry less than ${minutes} min ago. Wait until ${minutes} min have passed, read the sources again, then make the second.`,
  madeFirstEntry: () => 'You made the first entry. Another clinician must make the second.',
  otherCopyNeeded: () =>
    'The first entry was made from this copy of the order sheet. Take the other copy and type from it.',
  entryRefused: ({ inputs }) =>
    inputs.map(({ input, refusal }) => `${INPUT_WORDS[input]}: ${entryRefusalText(refusal)}.`).join(' '),
  firstEntryExpired: () =>
    'The first entry is more than 30 min old and has expired. Both people enter again.',
  anotherReleases: () => 'Only a prescriber who made neither entry can release the hold.',
  planClosed: () => 'Closed until the second entry is done.',
  openingDisqualifies: () => 'If you open this plan you cannot check it.',
  formExpired: () => 'This form was cleared after 3 min without a key. Open it again.',
  noLibrary: () => 'No published library. Sessions cannot be authorised.',
};

/** The sentence of a mismatch: names of fields, and nothing else. Wording: UX 2.3 T5 and 2.4. */
export function mismatchText(
  against: 'eachOther' | 'order',
  fields: readonly (keyof typeof ENTRY_FIELD_WORDS)[],
): string {
  const names = fields.map((field) => ENTRY_FIELD_WORDS[field]).join(', ');
  return against === 'order'
    ? `Both entries agree with each other but not with the order on: ${names}. Read the order sheet again.`
    : `The two entries do not agree on: ${names}. Neither entry is shown. Read the source again.`;
}

import type { Failure, FailureKind } from '../contract/failures.ts';
import { CARE_TEXTS, CLOSING_TEXTS } from './errorTexts/careTexts.ts';
import { CONTAINER_TEXTS } from './errorTexts/containerTexts.ts';
import { COUNTED_TEXTS } from './errorTexts/countedTexts.ts';
import { GENERAL_TEXTS } from './errorTexts/generalTexts.ts';
import { LIBRARY_TEXTS } from './errorTexts/libraryTexts.ts';
import { ORDER_TEXTS } from './errorTexts/orderTexts.ts';
import { PATIENT_TEXTS } from './errorTexts/patientTexts.ts';
import { STAFF_TEXTS } from './errorTexts/staffTexts.ts';
import { STAGE_TEXTS } from './errorTexts/stageTexts.ts';
import type { TextsFor } from './errorTexts/textFor.ts';

/** Every refusal there is: a kind without a sentence fails to compile. */
const TEXTS: TextsFor<FailureKind> = {
  ...PATIENT_TEXTS,
  ...ORDER_TEXTS,
  ...COUNTED_TEXTS,
  ...CARE_TEXTS,
  ...CONTAINER_TEXTS,
  ...STAGE_TEXTS,
  ...CLOSING_TEXTS,
  ...LIBRARY_TEXTS,
  ...GENERAL_TEXTS,
  ...STAFF_TEXTS,
};

/** The sentence for a refusal: what happened, the numbers, what to do. `zone` is for the times in it. */
export function errorText(failure: Failure, zone: string): string {
  const text = TEXTS[failure.kind] as (failure: Failure, zone: string) => string;
  return text(failure, zone);
}

import {
  ANSWERS,
  HISTORY_CONDITIONS,
  MEDICINE_ACTIONS,
  PREGNANCY_ANSWERS,
} from '../../core/patient/assessment.ts';
import { calendarDate, longText, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';

const MOST = 40;
const answer = z.enum(ANSWERS);

/** What is found out about a patient before a course. Source: UX 3.5. Everything is text or one of a few answers. */
export const assessment = z.strictObject({
  indications: z.array(shortText).max(MOST),
  /** One of the indications. */
  primaryIndication: shortText.nullable(),
  priorTreatments: z
    .array(
      z.strictObject({
        drug: shortText,
        dose: shortText,
        weeks: z.number().int().min(0).max(2_000).nullable(),
        outcome: shortText,
      }),
    )
    .max(MOST),
  history: z
    .array(z.strictObject({ condition: z.enum(HISTORY_CONDITIONS), answer, note: shortText }))
    .max(HISTORY_CONDITIONS.length),
  medicines: z
    .array(
      z.strictObject({
        name: shortText,
        dose: shortText,
        /** As it was told, `12-Nov-2025 21:00`; empty: not known. */
        lastTaken: shortText,
        action: z.enum(MEDICINE_ACTIONS),
      }),
    )
    .max(MOST),
  /** The library's questions as they were worded when they were asked. */
  questions: z
    .array(z.strictObject({ id: shortText, text: shortText, answer, decision: shortText }))
    .max(MOST),
  pregnancy: z.enum(PREGNANCY_ANSWERS),
  /** A prescriber's reason to go on; needed when the answer is yes. */
  pregnancyDecision: shortText,
  /** ASA class, 1 to 6; null: not given. */
  asaClass: z.number().int().min(1).max(6).nullable(),
  education: z.array(z.strictObject({ item: shortText, on: calendarDate })).max(MOST),
  goals: longText,
  note: longText,
});

export type AssessmentData = Infer<typeof assessment>;

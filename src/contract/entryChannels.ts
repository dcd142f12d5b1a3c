import { CHECKERS } from '../core/session/roles.ts';
import { CARE, channel, nothing, step } from './channel.ts';
import { forEachStepInput } from './events/laterSessionEvents.ts';
import { copyNumber } from './events/sessionEvents.ts';
import { requestId, secondPerson, shortText, streamId, typedNumber } from './primitives.ts';
import { entryCheck, entryForm, entryOutcome, heldEntries, sessionView } from './views/session.ts';
import { z } from './zod.ts';

/** The two blind entries and what follows when they differ. */
export const entryChannels = {
  /** `by` null: the signed-in person; otherwise another, proved by PIN. */
  'entry:open': channel(CARE, z.strictObject({ session: streamId, by: secondPerson.nullable() }), entryForm),
  /** The first person's own values only; refused for a second entry. */
  'entry:check': channel(
    CARE,
    z.strictObject({
      ticket: z.string().max(80),
      weight: typedNumber,
      dose: typedNumber,
      over: typedNumber,
      overDays: typedNumber.exactOptional(),
      overHours: typedNumber.exactOptional(),
      pumpRate: typedNumber,
      volumeToGive: typedNumber,
      doses: typedNumber.exactOptional(),
      gap: typedNumber.exactOptional(),
      total: typedNumber.exactOptional(),
    }),
    entryCheck,
  ),
  /** A key was pressed: the form stays open for another three minutes. */
  'entry:stay': channel(CARE, z.strictObject({ ticket: z.string().max(80) }), nothing),
  'entry:leave': channel(CARE, z.strictObject({ ticket: z.string().max(80) }), nothing),
  'entry:submit': channel(
    CARE,
    z.strictObject({
      requestId,
      ticket: z.string().max(80),
      copy: copyNumber,
      values: z.strictObject({
        dateOfBirth: z.string().max(10),
        product: shortText,
        weight: typedNumber,
        /** cm, where the form asks for it. */
        height: typedNumber.exactOptional(),
        dose: typedNumber,
        over: typedNumber,
        overDays: typedNumber.exactOptional(),
        overHours: typedNumber.exactOptional(),
        amount: typedNumber,
        doses: typedNumber.exactOptional(),
        gap: typedNumber.exactOptional(),
        total: typedNumber.exactOptional(),
        volume: typedNumber,
        pumpRate: typedNumber,
        volumeToGive: typedNumber,
        loadingDose: typedNumber.exactOptional(),
        loadingOver: typedNumber.exactOptional(),
        ...forEachStepInput(typedNumber.exactOptional()),
      }),
      corrections: z.number().int().min(0).max(10_000),
    }),
    entryOutcome,
  ),
  'entry:secondAttempt': channel(CHECKERS, step, sessionView),
  'hold:load': channel(['prescriber'], step, heldEntries),
  'hold:release': channel(
    ['prescriber'],
    step.extend({ reason: shortText, wrong: z.enum(['A', 'B', 'both', 'orderSheet', 'weighing']) }),
    sessionView,
  ),
} as const;

import { CHECKERS } from '../core/session/roles.ts';
import { CARE, channel, nothing, step } from './channel.ts';
import { escort, recoveryCriterion } from './events/sessionEvents.ts';
import { longText, requestId, secondPerson, secret, shortText, typedNumber } from './primitives.ts';
import { documentData, documentRequest, printRequest } from './views/documents.ts';
import { sessionView } from './views/session.ts';
import { z } from './zod.ts';

const wasteTyped = z.strictObject({ vial: typedNumber, syringe: typedNumber, line: typedNumber });

/** From the recovery to the signed and printed record. */
export const closingChannels = {
  'recovery:recordCriterion': channel(
    CARE,
    step.extend({ criterion: recoveryCriterion, met: z.boolean() }),
    sessionView,
  ),
  'recovery:recordEscort': channel(CARE, step.extend({ escort }), sessionView),
  'recovery:discharge': channel(
    ['nurse', 'prescriber'],
    step.extend({ prescriber: secondPerson.nullable(), reason: shortText.nullable() }),
    sessionView,
  ),

  'waste:record': channel(
    CHECKERS,
    step.extend({ typed: wasteTyped, witness: secondPerson, witnessTyped: wasteTyped }),
    sessionView,
  ),
  'waste:recordDiscrepancy': channel(
    CHECKERS,
    step.extend({ text: longText, witness: secondPerson }),
    sessionView,
  ),
  'record:sign': channel(['nurse', 'prescriber'], step.extend({ passphrase: secret }), sessionView),

  'document:load': channel('signedIn', documentRequest, documentData),
  'document:savePdf': channel(
    'signedIn',
    printRequest.extend({ requestId }),
    z.strictObject({ path: z.string() }),
  ),
  'document:print': channel('signedIn', printRequest.extend({ requestId }), nothing),
} as const;

import { CHECKERS } from '../core/session/roles.ts';
import { channel, nothing, step } from './channel.ts';
import { overrideReason } from './events/sessionEvents.ts';
import { moment, requestId, secret, shortText, streamId } from './primitives.ts';
import { planCalculation, planScreen, typedPlan } from './views/plan.ts';
import { sessionView } from './views/session.ts';
import { z } from './zod.ts';

/** The order, and the session it makes. */
export const planChannels = {
  'plan:start': channel(['prescriber'], z.strictObject({ patient: streamId }), planScreen),
  'plan:open': channel(
    'signedIn',
    z.strictObject({ requestId, session: streamId, accepted: z.boolean() }),
    planScreen,
  ),
  'plan:calculate': channel(
    ['prescriber'],
    z.strictObject({ patient: streamId, session: streamId.nullable(), typed: typedPlan }),
    planCalculation,
  ),
  'plan:save': channel(
    ['prescriber'],
    z.strictObject({ requestId, patient: streamId, session: streamId.nullable(), typed: typedPlan }),
    planScreen,
  ),
  'plan:authorise': channel(
    ['prescriber'],
    z.strictObject({
      requestId,
      session: streamId,
      /** Where the plan stood when its numbers were on screen: what is signed is what was seen. */
      position: z.number().int(),
      overrideReasons: z.array(overrideReason),
      passphrase: secret,
    }),
    sessionView,
  ),

  /** T21b: the order is opened again to be changed. Whoever is no prescriber is told who can. */
  'plan:reopen': channel(CHECKERS, step, sessionView),

  'session:load': channel('signedIn', z.strictObject({ session: streamId }), sessionView),
  'session:cancel': channel(['nurse', 'prescriber'], step.extend({ reason: shortText }), sessionView),
  /** The moment a key went down, from the one clock. */
  'session:takeTime': channel('signedIn', nothing, z.strictObject({ at: moment })),
} as const;

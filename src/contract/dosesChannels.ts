import type { Role } from '../core/session/roles.ts';
import { channel, step } from './channel.ts';
import { doseSite } from './events/countedEvents.ts';
import { moment, secondPerson, shortText, typedNumber } from './primitives.ts';
import { sessionView } from './views/session.ts';
import { z } from './zod.ts';

const CHECK: readonly Role[] = ['nurse', 'prescriber', 'pharmacist'];

/** What a session of counted doses asks for that one with a pump does not. */
export const dosesChannels = {
  /** Counted doses: the witness types the one volume there is, blind. */
  'doses:witness': channel(
    CHECK,
    step.extend({ witness: secondPerson, volumeDrawn: typedNumber }),
    sessionView,
  ),
  /** The first dose is the start, under the same two identifiers as with a pump. */
  'doses:start': channel(
    ['nurse'],
    step.extend({ nameSaid: z.boolean(), identifier: z.string().max(40), site: doseSite }),
    sessionView,
  ),
  'doses:give': channel(
    ['nurse', 'prescriber'],
    step.extend({
      number: z.number().int().min(1).max(20),
      site: doseSite,
      /** When it was given; left out for now. */
      at: moment.optional(),
      lateReason: shortText.nullable(),
      /** Who lets it be given before the gap has passed, and why. */
      prescriber: secondPerson.nullable(),
      reason: shortText.nullable(),
    }),
    sessionView,
  ),
  'doses:resume': channel(['nurse'], step.extend({ prescriber: secondPerson.nullable() }), sessionView),
  /** After the program was not running: every dose given meanwhile is recorded. */
  'doses:confirm': channel(['nurse', 'prescriber'], step, sessionView),
} as const;

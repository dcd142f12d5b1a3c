import { type CheckStanding, itemsStanding } from '../checklist.ts';
import { pumpedOf } from '../countedSession.ts';
import type { Identifier } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { baselineVitals, type Session } from '../session.ts';
import { firstSetting } from '../stages.ts';
import {
  type Deciding,
  type Decision,
  decided,
  refused,
  refusedForTheRecord,
  stateOrRoleRefusal,
} from './deciding.ts';
import { baselineRefusal } from './readBackPump.ts';
import { matchEnds, type PatientNow } from './voidMatch.ts';
import { wayRefusal } from './wayOfGiving.ts';
import { weighingRefusal } from './weighingRefusal.ts';

/** What was said and typed at the start; `typed` is a date of birth (`1984-03-09`) or a record number. */
export type IdentityTyped = { readonly nameSaid: boolean; readonly typed: string };
/** The patient's own, from the record. */
export type PersonKnown = { readonly born: string; readonly recordNumber: string };

/** Who is to be given what: the patient as the record has them now, and as they were asked at the chair. */
export type StartCommand = {
  readonly patient: PatientNow;
  readonly person: PersonKnown;
  readonly identity: IdentityTyped;
};

/**
 * T9, READY → RUNNING. The rate and the volume are the matched ones, of the first stage where there are several; nothing is typed here. See `clearedToStart`.
 */
export function startInfusion(session: Session, command: StartCommand, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['READY'], deciding.actor, ['nurse']) ?? wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  const { instead, identifiedBy } = clearedToStart(session, command, deciding);
  if (instead) return instead;
  const match = pumpedOf(session)?.match;
  if (!match) return refused({ kind: 'notInThisState', state: session.state });
  const { rate, volumeToGive } = firstSetting(match.sum);
  return decided({ type: 'InfusionStarted', version: 2, data: { rate, volumeToGive, identifiedBy } });
}

type Cleared =
  | { readonly identifiedBy: Identifier; readonly instead?: undefined }
  /** A refusal, or the end of a match that no longer holds. */
  | { readonly identifiedBy?: undefined; readonly instead: Decision };

/**
 * What must hold before the first drug goes in, by pump or by hand. The patient's newest measured weighing must still
 * show the matched weight, and be within the protocol's age now; a pump is read back, the preparation is not older than
 * its limit, every item of the checklist is answered and holds, and the two identifiers are this patient's (H06, H22).
 */
export function clearedToStart(
  session: Session,
  { patient, person, identity }: StartCommand,
  deciding: Deciding,
): Cleared {
  const ends = matchEnds(session, patient, deciding.at);
  if (ends.length > 0) return { instead: decided(...ends) };
  const { match, authorised } = session;
  const prepared = session.preparation.witnessed;
  if (!match || !authorised || !prepared)
    return { instead: refused({ kind: 'notInThisState', state: session.state }) };
  if (!session.readBack && pumpedOf(session)) return { instead: refused({ kind: 'pumpNotReadBack' }) };
  if (deciding.now > prepared.useBy) {
    const expired = { kind: 'preparationExpired', label: prepared.label, expiredAt: prepared.useBy } as const;
    return { instead: refused(expired) };
  }
  const isDecided = session.baselineDecision !== null;
  const { weightMaxAgeHours } = authorised.rules.protocol;
  const stale =
    weighingRefusal(patient.weighing, weightMaxAgeHours, deciding.now) ??
    baselineRefusal(session, { baseline: baselineVitals(session), isDecided }, deciding.at) ??
    checklistRefusal(session, deciding.now);
  if (stale) return { instead: refused(stale) };
  const known = identified(identity, person);
  if (known === 'nameNotSaid') return { instead: refused({ kind: 'nameNotSaid' }) };
  if (known === 'differs') return { instead: refusedForTheRecord({ kind: 'identityDiffers' }, null) };
  return { identifiedBy: known };
}

/** What is not asked yet comes first: silence is never taken for a "no". */
function checklistRefusal(session: Session, now: number): SessionRefusal | undefined {
  const texts = (standing: CheckStanding) => itemsStanding(session, standing, now).map(({ text }) => text);
  const notAsked = texts('notAsked');
  if (notAsked.length > 0) return { kind: 'checksNotAsked', items: notAsked };
  const open = texts('needsPrescriber');
  return open.length > 0 ? { kind: 'checksNeedPrescriber', items: open } : undefined;
}

/** Two identifiers: the name as the patient says it, and the date of birth or the record number as typed. */
function identified(
  { nameSaid, typed }: IdentityTyped,
  { born, recordNumber }: PersonKnown,
): Identifier | 'nameNotSaid' | 'differs' {
  if (!nameSaid) return 'nameNotSaid';
  if (typed.trim() === born) return 'dateOfBirth';
  return lettersAndDigits(typed) === lettersAndDigits(recordNumber) ? 'recordNumber' : 'differs';
}

/** A record number without the marks between its groups, which people leave out: `004-271-88` is `00427188`. */
function lettersAndDigits(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

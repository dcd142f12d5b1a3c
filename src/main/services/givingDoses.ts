import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, type Result } from '../../core/result.ts';
import type { DoseSite } from '../../core/session/countedEvents.ts';
import { refused } from '../../core/session/decisions/deciding.ts';
import { giveDose, giveFirstDose } from '../../core/session/decisions/giveDose.ts';
import { witnessDrawn } from '../../core/session/decisions/prepareDoses.ts';
import { confirmDoses, resumeDoses } from '../../core/session/decisions/resumeDoses.ts';
import type { IdentityTyped } from '../../core/session/decisions/startInfusion.ts';
import { FIELD_RULES } from '../../core/session/entryRules.ts';
import type { Actor } from '../../core/session/roles.ts';
import { diskRefusal } from './diskRefusal.ts';
import { patientNow } from './matchUpkeep.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient } from './patients.ts';
import { labelOf } from './preparing.ts';
import { type LoadedSession, loadSession, type Step, takeStep } from './sessionSteps.ts';
import { startClearance } from './startClearance.ts';
import { typedQuantity } from './typedValues.ts';

type Outcome = Result<LoadedSession, Failure>;

/** The witness's own reading of the one volume. A disagreement is recorded and answered by field name only. */
export function drawnWitnessed(record: OpenRecord, step: Step, typed: string): Outcome {
  const volumeDrawn = typedQuantity('volumeDrawn', typed, FIELD_RULES.drawnVolume);
  if (!volumeDrawn.ok) return volumeDrawn;
  const loaded = loadSession(record, step.session);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  const command = { volumeDrawn: volumeDrawn.value, label: labelOf(loaded.session) };
  const taken = takeStep(record, step, (session, deciding) =>
    witnessDrawn(session, { ...command, patient: patientNow(record, session) }, deciding),
  );
  if (!taken.ok || taken.value.session.preparation.witnessed) return taken;
  return err({ kind: 'witnessDisagrees', fields: ['volumeDrawn'] });
}

/** T9: the first dose, for the patient who said their name and whose second identifier was typed. */
export function dosesStarted(
  record: OpenRecord,
  step: Step,
  { site, ...identity }: IdentityTyped & { readonly site: DoseSite },
): Outcome {
  const unclear = diskRefusal(record, step) ?? startClearance(record, step);
  if (unclear) return err(unclear);
  return takeStep(record, step, (session, deciding) => {
    const person = loadPatient(record, session.patient)?.details;
    if (!person) return refused({ kind: 'notInThisState', state: session.state });
    const command = { patient: patientNow(record, session), person, identity, site };
    return giveFirstDose(session, command, deciding);
  });
}

/** One more dose, now or at the moment somebody says. */
export function doseGiven(
  record: OpenRecord,
  step: Step,
  {
    at,
    ...dose
  }: Pick<Request<'doses:give'>, 'number' | 'site' | 'at' | 'lateReason' | 'reason'> & {
    readonly prescriber: Actor | null;
  },
): Outcome {
  const timed = at === undefined ? step : { ...step, happenedAt: at, isSaid: true };
  return takeStep(record, timed, (session, deciding) => giveDose(session, dose, deciding));
}

/** T12. */
export function dosesResumed(record: OpenRecord, step: Step, prescriber: Actor | null): Outcome {
  return takeStep(record, step, (session, deciding) => resumeDoses(session, prescriber, deciding));
}

/** After the program was not running: nothing that was given is missing. */
export function dosesConfirmed(record: OpenRecord, step: Step): Outcome {
  return takeStep(record, step, confirmDoses);
}

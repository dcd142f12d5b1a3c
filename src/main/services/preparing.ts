import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { refused } from '../../core/session/decisions/deciding.ts';
import {
  addDiluent,
  checkLabel,
  drawDrug,
  takeVial,
  witnessPreparation,
} from '../../core/session/decisions/prepare.ts';
import { readBackPump } from '../../core/session/decisions/readBackPump.ts';
import { type IdentityTyped, startInfusion } from '../../core/session/decisions/startInfusion.ts';
import { FIELD_RULES } from '../../core/session/entryRules.ts';
import type { VialTaken } from '../../core/session/events.ts';
import { labelRead } from '../../core/session/labelRead.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Session } from '../../core/session/session.ts';
import { diskRefusal } from './diskRefusal.ts';
import { patientNow } from './matchUpkeep.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay, loadPatient } from './patients.ts';
import { type LoadedSession, loadSession, type Step, takeStep } from './sessionSteps.ts';
import { startClearance } from './startClearance.ts';
import { typedQuantity } from './typedValues.ts';

type Outcome = Result<LoadedSession, Failure>;

/** Step 1: the vial in hand, by its label. */
export function vialTaken(record: OpenRecord, step: Step, vial: VialTaken): Outcome {
  const hash = loadSession(record, step.session)?.session.library.hash;
  const library = hash === undefined ? undefined : record.library.byHash(hash)?.library;
  if (!library) return err({ kind: 'notFound', what: 'session' });
  const today = calendarDay(record.clock.now(), record.clock.zone());
  return takeStep(record, step, (session, deciding) =>
    takeVial(session, vial, { library, today, patient: patientNow(record, session) }, deciding),
  );
}

/** Step 2: the volume drawn. */
export function drugDrawn(record: OpenRecord, step: Step, typed: string): Outcome {
  const volume = typedQuantity('volumeDrawn', typed, FIELD_RULES.drawnVolume);
  if (!volume.ok) return volume;
  return takeStep(record, step, (session, deciding) =>
    drawDrug(session, { drawn: volume.value, patient: patientNow(record, session) }, deciding),
  );
}

/** Step 3: the final volume. */
export function diluentAdded(record: OpenRecord, step: Step, typed: string): Outcome {
  const volume = typedQuantity('finalVolume', typed, FIELD_RULES.finalVolume);
  if (!volume.ok) return volume;
  return takeStep(record, step, (session, deciding) =>
    addDiluent(session, { finalVolume: volume.value, patient: patientNow(record, session) }, deciding),
  );
}

/** Step 4: the witness's own reading, compared here. A disagreement is recorded and answered by field name only. */
export function preparationWitnessed(
  record: OpenRecord,
  step: Step,
  typed: Pick<Request<'preparation:witness'>, 'volumeDrawn' | 'finalVolume'>,
): Outcome {
  const volumeDrawn = typedQuantity('volumeDrawn', typed.volumeDrawn, FIELD_RULES.drawnVolume);
  if (!volumeDrawn.ok) return volumeDrawn;
  const finalVolume = typedQuantity('finalVolume', typed.finalVolume, FIELD_RULES.finalVolume);
  if (!finalVolume.ok) return finalVolume;
  const loaded = loadSession(record, step.session);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  const label = labelOf(loaded.session);
  const command = { volumeDrawn: volumeDrawn.value, finalVolume: finalVolume.value, label };
  const taken = takeStep(record, step, (session, deciding) =>
    witnessPreparation(session, { ...command, patient: patientNow(record, session) }, deciding),
  );
  if (!taken.ok || taken.value.session.preparation.witnessed) return taken;
  const last = taken.value.events.findLast(({ type }) => type === 'PreparationWitnessDisagreed');
  const fields = last?.type === 'PreparationWitnessDisagreed' ? last.data.fields : [];
  return err({ kind: 'witnessDisagrees', fields });
}

/** Step 6: the last four digits, typed from the label on the container, or the whole number scanned from it. */
export function labelChecked(record: OpenRecord, step: Step, lastFour: string): Outcome {
  return takeStep(record, step, (session, deciding) =>
    checkLabel(
      session,
      {
        lastFour: labelRead(lastFour, session.preparation.witnessed?.label ?? ''),
        patient: patientNow(record, session),
      },
      deciding,
    ),
  );
}

type TypedReading = Pick<Request<'pump:readBack'>, 'rate' | 'volumeLimit'>;

/** T8: the pump as read by someone who did not program it; after two refusals by both. */
export function pumpReadBack(
  record: OpenRecord,
  step: Step,
  request: TypedReading &
    Pick<Request<'pump:readBack'>, 'pump' | 'programmedBy'> & {
      readonly together: (TypedReading & { readonly programmer: Actor }) | null;
    },
): Outcome {
  const reading = typedReading(request);
  if (!reading.ok) return reading;
  const both = request.together ? typedReading(request.together) : ok(null);
  if (!both.ok) return both;
  if (!record.tables.user(request.programmedBy)) return err({ kind: 'notFound', what: 'person' });
  const { pump, programmedBy } = request;
  const together = request.together &&
    both.value && { ...both.value, programmer: request.together.programmer };
  const command = { pump, programmedBy, ...reading.value, together };
  const taken = takeStep(record, step, (session, deciding) =>
    readBackPump(session, { ...command, patient: patientNow(record, session) }, deciding),
  );
  if (!taken.ok) return taken;
  const last = taken.value.events.findLast(({ id }) => id === step.requestId);
  if (last?.type !== 'PumpReadBackDisagreed') return taken;
  return err({ kind: 'readBackDiffers', fields: last.data.fields });
}

function typedReading(typed: TypedReading) {
  const rate = typedQuantity('rate', typed.rate, FIELD_RULES.pumpRate);
  if (!rate.ok) return rate;
  const volumeLimit = typedQuantity('volumeLimit', typed.volumeLimit, FIELD_RULES.volumeToGive);
  return volumeLimit.ok ? ok({ rate: rate.value, volumeLimit: volumeLimit.value }) : volumeLimit;
}

/** T9: the start, for the patient who said their name and whose second identifier was typed. */
export function infusionStarted(record: OpenRecord, step: Step, identity: IdentityTyped): Outcome {
  const full = diskRefusal(record, step);
  if (full) return err(full);
  const unclear = startClearance(record, step);
  if (unclear) return err(unclear);
  return takeStep(record, step, (session, deciding) => {
    const person = loadPatient(record, session.patient)?.details;
    if (!person) return refused({ kind: 'notInThisState', state: session.state });
    return startInfusion(session, { patient: patientNow(record, session), person, identity }, deciding);
  });
}

const FIRST_LETTER = 'A'.charCodeAt(0);

/**
 * `KT-0412` from session `KT-2025-000412`. A preparation made again has other last four, so that the void label cannot
 * pass for it: `KT-B412`, then `KT-C412`.
 */
export function labelOf({ number, voidedPreparations }: Session): string {
  const earlier = voidedPreparations.length;
  if (earlier === 0) return `KT-${number.slice(-4)}`;
  return `KT-${String.fromCharCode(FIRST_LETTER + earlier)}${number.slice(-3)}`;
}

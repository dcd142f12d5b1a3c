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
import type { Actor } from '../../core/session/roles.ts';
import type { Session } from '../../core/session/session.ts';
import { diskRefusal } from './diskRefusal.ts';
import { labelElsewhere } from './labelElsewhere.ts';
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
  if (!taken.ok) return taken;
  const recorded = taken.value.events.find(({ id }) => id === step.requestId);
  if (recorded?.type !== 'PreparationWitnessDisagreed' && recorded?.type !== 'NextWitnessDisagreed')
    return taken;
  return err({ kind: 'witnessDisagrees', fields: recorded.data.fields });
}

/** Step 6: the last four digits, typed from the label on the container, or the whole number scanned from it. */
export function labelChecked(record: OpenRecord, step: Step, lastFour: string): Outcome {
  return takeStep(record, step, (session, deciding) => {
    const elsewhere = labelElsewhere(record, session, lastFour);
    return checkLabel(session, { lastFour, elsewhere, patient: patientNow(record, session) }, deciding);
  });
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
const LETTERS = 26;

/**
 * `KT-0412` from session `KT-2025-000412`. Every other preparation of a session, made again or next, has other last four,
 * so that no label of it can pass for another: `KT-B412`, then `KT-C412`.
 */
export function labelOf(session: Session): string {
  const { number, started, voidedPreparations, earlierPreparations, discardedPreparations } = session;
  const others = [...voidedPreparations, ...earlierPreparations, ...discardedPreparations].length;
  const earlier = others + (started === null ? 0 : 1);
  if (earlier === 0) return `KT-${number.slice(-4)}`;
  const [round, letter] = [
    Math.floor(earlier / LETTERS),
    String.fromCharCode(FIRST_LETTER + (earlier % LETTERS)),
  ];
  // After the 26th the round takes a digit's place: `KT-1B12`.
  return round === 0 ? `KT-${letter}${number.slice(-3)}` : `KT-${round}${letter}${number.slice(-2)}`;
}

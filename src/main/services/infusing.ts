import type { Request, Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { compareQuantities, quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { confirmedEnd } from '../../core/session/confirmedNumbers.ts';
import { pumpedOf } from '../../core/session/countedSession.ts';
import { answerInterruption } from '../../core/session/decisions/answerInterruption.ts';
import { beginStage } from '../../core/session/decisions/beginStage.ts';
import {
  changeRate,
  rateRefusal,
  sameRateRefusal,
  stageOverRefusal,
} from '../../core/session/decisions/changeRate.ts';
import { type Correction, correctObservation } from '../../core/session/decisions/correctObservation.ts';
import {
  completeInfusion,
  giveStopReason,
  type PumpReadAtEnd,
  readPumpAfterStop,
  stopInfusion,
} from '../../core/session/decisions/endInfusion.ts';
import {
  givePauseReason,
  pauseInfusion,
  resumeInfusion,
} from '../../core/session/decisions/pauseInfusion.ts';
import { recordObservation } from '../../core/session/decisions/recordCare.ts';
import { effectiveNow } from '../../core/session/effectiveTime.ts';
import { FIELD_RULES, pumpRateRule } from '../../core/session/entryRules.ts';
import type { PauseReason } from '../../core/session/events.ts';
import { meaning } from '../../core/session/nurseRange.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { OpenRecord } from './openRecord.ts';
import { type LoadedSession, loadSession, readClock, type Step, takeStep } from './sessionSteps.ts';
import { typedQuantity } from './typedValues.ts';

type Outcome = Result<LoadedSession, Failure>;

/** Vital signs and effects, seen together; `at` is when, for what is recorded later. */
export function observed(
  record: OpenRecord,
  step: Step,
  { at, lateReason, ...seen }: Omit<Request<'observation:record'>, 'requestId' | 'session'>,
): Outcome {
  const timed = at === undefined ? step : { ...step, happenedAt: at, isSaid: true };
  const command = { ...seen, lateReason: lateReason ?? null };
  return takeStep(record, timed, (session, deciding) => recordObservation(session, command, deciding));
}

/** What stands instead of vital signs or an effect from now on. */
export function corrected(record: OpenRecord, step: Step, correction: Correction): Outcome {
  return takeStep(record, step, (session, deciding) => correctObservation(session, correction, deciding));
}

/** What a rate would mean, before anything is recorded. */
export function considerRate(
  record: OpenRecord,
  id: string,
  typed: string,
  person: Actor,
): Result<Response<'infusion:considerRate'>, Failure> {
  const session = loadSession(record, id)?.session;
  const pumped = session && pumpedOf(session);
  if (!session?.run || !pumped) return err({ kind: 'notFound', what: 'session' });
  const rate = typedQuantity('rate', typed, pumpRateRule(pumped.authorised.rules.pump));
  if (!rate.ok) return rate;
  const at = effectiveNow(session.anchor, readClock(record.clock));
  const same = stageOverRefusal(session, at) ?? sameRateRefusal(session, rate.value, at);
  if (same) return err(same);
  const refusal = rateRefusal(session, rate.value, person);
  if (refusal && refusal.kind !== 'rateNeedsPrescriber') return err(refusal);
  const present = readQuantity(session.run.stretches.at(-1)?.rate ?? '0 mL/h', 'mL/h');
  const text = quantityText(rate.value);
  const ends = confirmedEnd({
    ...session.run,
    stretches: [...session.run.stretches, { from: at, rate: text }],
  });
  if (!ends.ok) return ends;
  return ok({
    rate: text,
    doseRate: quantityText(meaning(session, rate.value)),
    endsAt: ends.value,
    prescriberNeeded: refusal !== undefined,
    isRise: compareQuantities(rate.value, present) > 0,
  });
}

/** T10: a rate in the pump's own steps and range. */
export function rateChanged(
  record: OpenRecord,
  step: Step,
  request: Pick<Request<'infusion:changeRate'>, 'rate' | 'readBack' | 'reason' | 'note'> & {
    readonly prescriber: Actor | null;
  },
): Outcome {
  const session = loadSession(record, step.session)?.session;
  const pump = session && pumpedOf(session)?.authorised.rules.pump;
  const rule = pump ? pumpRateRule(pump) : FIELD_RULES.pumpRate;
  const rate = typedQuantity('rate', request.rate, rule);
  if (!rate.ok) return rate;
  const readBack = typedQuantity('readBack', request.readBack, rule);
  if (!readBack.ok) return readBack;
  const { reason, note, prescriber } = request;
  const command = { rate: rate.value, readBack: readBack.value, reason, note, prescriber };
  return takeStep(record, step, (session, deciding) => changeRate(session, command, deciding));
}

/** The next stage, in the pump's own steps and range. */
export function stageBegun(
  record: OpenRecord,
  step: Step,
  request: Pick<Request<'infusion:beginStage'>, 'rate' | 'volume'>,
): Outcome {
  const session = loadSession(record, step.session)?.session;
  const pump = session && pumpedOf(session)?.authorised.rules.pump;
  const rate = typedQuantity('rate', request.rate, pump ? pumpRateRule(pump) : FIELD_RULES.pumpRate);
  if (!rate.ok) return rate;
  const volume = typedQuantity('volumeLimit', request.volume, FIELD_RULES.volumeToGive);
  if (!volume.ok) return volume;
  const command = { rate: rate.value, volume: volume.value };
  return takeStep(record, step, (current, deciding) => beginStage(current, command, deciding));
}

/** T11: at the moment of the key. */
export function paused(record: OpenRecord, step: Step, reason: PauseReason | null): Outcome {
  return takeStep(record, step, (session, deciding) => pauseInfusion(session, reason, deciding));
}

export function pauseReasonGiven(record: OpenRecord, step: Step, reason: PauseReason): Outcome {
  return takeStep(record, step, (session, deciding) => givePauseReason(session, reason, deciding));
}

/** T12. */
export function resumed(
  record: OpenRecord,
  step: Step,
  request: { readonly readBack: string; readonly prescriber: Actor | null },
): Outcome {
  const readBack = typedQuantity('readBack', request.readBack, FIELD_RULES.pumpRate);
  if (!readBack.ok) return readBack;
  const command = { readBack: readBack.value, prescriber: request.prescriber };
  return takeStep(record, step, (session, deciding) => resumeInfusion(session, command, deciding));
}

/** T15: at the moment of the key. */
export function stopped(record: OpenRecord, step: Step, reason: string | null): Outcome {
  return takeStep(record, step, (session, deciding) => stopInfusion(session, reason, deciding));
}

export function stopReasonGiven(record: OpenRecord, step: Step, reason: string): Outcome {
  return takeStep(record, step, (session, deciding) => giveStopReason(session, reason, deciding));
}

type EndReading = Pick<
  Request<'infusion:complete'>,
  'pumpVolume' | 'linePrimedWith' | 'lineFlushed' | 'differenceReason'
>;

/** T16. */
export function completed(record: OpenRecord, step: Step, request: EndReading): Outcome {
  const reading = pumpReading(request);
  if (!reading.ok) return reading;
  return takeStep(record, step, (session, deciding) => completeInfusion(session, reading.value, deciding));
}

/** After a stop: the pump's own volume. */
export function pumpRead(record: OpenRecord, step: Step, request: EndReading): Outcome {
  const reading = pumpReading(request);
  if (!reading.ok) return reading;
  return takeStep(record, step, (session, deciding) => readPumpAfterStop(session, reading.value, deciding));
}

/** After the program was not running: what the pump did meanwhile. */
export function interruptionAnswered(
  record: OpenRecord,
  step: Step,
  request: Pick<Request<'interruption:answer'>, 'pumpState' | 'pumpVolume'>,
): Outcome {
  const pumpVolume = typedQuantity('pumpVolume', request.pumpVolume, FIELD_RULES.pumpVolume);
  if (!pumpVolume.ok) return pumpVolume;
  const command = { pumpState: request.pumpState, pumpVolume: pumpVolume.value };
  return takeStep(record, step, (session, deciding) => answerInterruption(session, command, deciding));
}

function pumpReading(request: EndReading): Result<PumpReadAtEnd, Failure> {
  const pumpVolume = typedQuantity('pumpVolume', request.pumpVolume, FIELD_RULES.pumpVolume);
  if (!pumpVolume.ok) return pumpVolume;
  const { linePrimedWith, lineFlushed, differenceReason } = request;
  return ok({ pumpVolume: pumpVolume.value, linePrimedWith, lineFlushed, differenceReason });
}

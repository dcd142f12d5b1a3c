import { checkAnswered, checkDecided } from '../services/checking.ts';
import * as infusing from '../services/infusing.ts';
import { lotsInUse } from '../services/lotsInUse.ts';
import { noted } from '../services/noting.ts';
import {
  diluentAdded,
  drugDrawn,
  infusionStarted,
  labelChecked,
  preparationWitnessed,
  pumpReadBack,
  vialTaken,
} from '../services/preparing.ts';
import { readVial, scannedVialTaken } from '../services/vialScanning.ts';
import { type Handlers, proveOrdering, sessionStep, signedIn, witnessedStep } from './handler.ts';

export const preparationHandlers: Handlers<'preparation'> = {
  'preparation:takeVial': (desk, { product, lot, expiry, vials, scan, ...request }) =>
    sessionStep(desk, request, (record, step) => {
      const vial = { product, lot, expiry, vials };
      return scan === undefined ? vialTaken(record, step, vial) : scannedVialTaken(record, step, vial, scan);
    }),
  'preparation:readScan': (desk, { session, scan }) =>
    signedIn(desk, (record) => readVial(record, session, scan)),
  'preparation:lots': (desk, { session }) => signedIn(desk, (record) => lotsInUse(record, session)),
  'preparation:draw': (desk, { volume, ...request }) =>
    sessionStep(desk, request, (record, step) => drugDrawn(record, step, volume)),
  'preparation:addDiluent': (desk, { finalVolume, ...request }) =>
    sessionStep(desk, request, (record, step) => diluentAdded(record, step, finalVolume)),
  'preparation:witness': (desk, { witness, volumeDrawn, finalVolume, ...request }) =>
    witnessedStep(desk, request, witness, (record, step) =>
      preparationWitnessed(record, step, { volumeDrawn, finalVolume }),
    ),
  'preparation:checkLabel': (desk, { lastFour, ...request }) =>
    sessionStep(desk, request, (record, step) => labelChecked(record, step, lastFour)),
};

export const observationHandlers: Handlers<'observation'> = {
  'observation:record': (desk, { requestId, session, ...seen }) =>
    sessionStep(desk, { requestId, session }, (record, step) => infusing.observed(record, step, seen)),
  'observation:note': (desk, { requestId, session, ...note }) =>
    sessionStep(desk, { requestId, session }, (record, step) => noted(record, step, note)),
  'observation:correct': (desk, { requestId, session, ...correction }) =>
    sessionStep(desk, { requestId, session }, (record, step) => infusing.corrected(record, step, correction)),
};

export const checklistHandlers: Handlers<'checklist'> = {
  'checklist:answer': (desk, { item, answer, ...request }) =>
    sessionStep(desk, request, (record, step) => checkAnswered(record, step, { item, answer })),
  'checklist:decide': async (desk, { subject, reason, prescriber, ...request }) => {
    const deciding = await desk.proveSecond(prescriber);
    if (!deciding.ok) return deciding;
    return sessionStep(desk, request, (record, step) =>
      checkDecided(record, step, { subject, reason, prescriber: deciding.value }),
    );
  },
};

export const pumpHandlers: Handlers<'pump'> = {
  'pump:readBack': async (desk, { reader, together, requestId, session, ...reading }) => {
    const programmer = await desk.proveSecond(together?.programmer ?? null);
    if (!programmer.ok) return programmer;
    const both = together && programmer.value ? { ...together, programmer: programmer.value } : null;
    return witnessedStep(desk, { requestId, session }, reader, (record, step) =>
      pumpReadBack(record, step, { ...reading, together: both }),
    );
  },
};

export const infusionHandlers: Handlers<'infusion'> = {
  'infusion:start': (desk, { nameSaid, identifier, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      infusionStarted(record, step, { nameSaid, typed: identifier }),
    ),
  'infusion:considerRate': (desk, { session, rate }) =>
    signedIn(desk, (record, actor) => infusing.considerRate(record, session, rate, actor)),
  'infusion:changeRate': async (desk, { rate, readBack, reason, note, reader, prescriber, ...request }) => {
    const ordering = await proveOrdering(desk, prescriber);
    if (!ordering.ok) return ordering;
    return witnessedStep(desk, request, reader, (record, step) =>
      infusing.rateChanged(record, step, { rate, readBack, reason, note, prescriber: ordering.value }),
    );
  },
  'infusion:beginStage': (desk, { rate, volume, reader, ...request }) =>
    witnessedStep(desk, request, reader, (record, step) =>
      infusing.stageBegun(record, step, { rate, volume }),
    ),
  'infusion:pause': (desk, { at, reason, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      infusing.paused(record, { ...step, happenedAt: at }, reason),
    ),
  'infusion:givePauseReason': (desk, { reason, ...request }) =>
    sessionStep(desk, request, (record, step) => infusing.pauseReasonGiven(record, step, reason)),
  'infusion:resume': async (desk, { readBack, prescriber, ...request }) => {
    const allowing = await proveOrdering(desk, prescriber);
    if (!allowing.ok) return allowing;
    return sessionStep(desk, request, (record, step) =>
      infusing.resumed(record, step, { readBack, prescriber: allowing.value }),
    );
  },
  'infusion:stop': (desk, { at, reason, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      infusing.stopped(record, { ...step, happenedAt: at }, reason),
    ),
  'infusion:giveStopReason': (desk, { reason, ...request }) =>
    sessionStep(desk, request, (record, step) => infusing.stopReasonGiven(record, step, reason)),
  'infusion:complete': (desk, { pumpVolume, linePrimedWith, lineFlushed, differenceReason, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      infusing.completed(record, step, { pumpVolume, linePrimedWith, lineFlushed, differenceReason }),
    ),
  'infusion:readPump': (desk, { pumpVolume, linePrimedWith, lineFlushed, differenceReason, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      infusing.pumpRead(record, step, { pumpVolume, linePrimedWith, lineFlushed, differenceReason }),
    ),
};

export const interruptionHandlers: Handlers<'interruption'> = {
  'interruption:answer': (desk, { pumpState, pumpVolume, ...request }) =>
    sessionStep(desk, request, (record, step) =>
      infusing.interruptionAnswered(record, step, { pumpState, pumpVolume }),
    ),
};

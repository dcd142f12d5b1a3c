import { formatNumberText, formatQuantityText } from '../quantity/format.ts';
import type { QuantityText } from '../quantity/quantity.ts';
import { textInAmount } from '../quantity/shownAmount.ts';
import { checklistItems } from './checklist.ts';
import { countedOf } from './countedSession.ts';
import type {
  EffectRecorded,
  LabelPrinted,
  Recorded,
  SessionEvent,
  TryRefused,
  Vitals,
  VoidReason,
} from './events.ts';
import { saidOfDose } from './saidOfDose.ts';
import type { Session } from './session.ts';
import { sessionAmount } from './sessionAmount.ts';
import { saidOfContainer } from './timelineContainers.ts';
import { saidOfStage } from './timelineStages.ts';
import {
  CORRECTION_REASON_WORDS,
  EFFECT_WORDS,
  NOTE_WORDS,
  PAUSE_REASON_WORDS,
  RATE_REASON_WORDS,
  severityWord,
} from './words.ts';

export type TimelineMark =
  | 'plan'
  | 'entry'
  | 'preparation'
  | 'vitals'
  | 'effect'
  | 'rate'
  | 'start'
  | 'pause'
  | 'end'
  | 'care'
  | 'record'
  | 'unknown';

/** One line of a session's timeline: the same words on screen and on paper. */
/** When an observation was put right (wall clock, UTC milliseconds), and why. */
export type LineCorrection = { readonly recordedAt: number; readonly why: string };

/** What a line of the timeline says of one fact. */
export type Said = {
  readonly mark: TimelineMark;
  readonly text: string;
  readonly detail?: string | null;
  readonly strong?: boolean;
  readonly clinical?: boolean;
  readonly rate?: QuantityText<'mL/h'>;
  readonly vitals?: Vitals;
  readonly effect?: EffectRecorded;
  readonly correction?: LineCorrection;
};

/** The words for one fact; `at` is where it counts from, on the session's axis, in milliseconds. */
export function saidOf(session: Session, event: Recorded<SessionEvent>, at: number): Said {
  return (
    saidOfCare(session, event, at) ??
    saidOfPreparation(session, event) ??
    saidOfContainer(session, event) ??
    saidOfStage(session, event) ??
    saidOfRecord(session, event)
  );
}

function saidOfCare(session: Session, event: Recorded<SessionEvent>, at: number): Said | undefined {
  switch (event.type) {
    case 'VitalsRecorded':
      return { mark: 'vitals', text: vitalsText(session, at), clinical: true, vitals: event.data };
    case 'EffectRecorded':
      return saidOfEffect(event.data);
    case 'VitalsCorrected': {
      const { vitals } = event.data;
      const text = vitalsText(session, at);
      return { mark: 'vitals', text, clinical: true, vitals, correction: correctionOf(event) };
    }
    case 'EffectCorrected':
      return { ...saidOfEffect(event.data), correction: correctionOf(event) };
    case 'EffectEnded':
      return { mark: 'effect', text: `${capital(EFFECT_WORDS[event.data.effect])} ended`, clinical: true };
    case 'NoteRecorded':
      return {
        mark: 'care',
        text: `${NOTE_WORDS[event.data.kind]}: ${event.data.text}`,
        clinical: true,
      };
    case 'LateEntryReasonGiven':
      return { mark: 'care', text: `Why this entry is late: ${event.data.reason}`, clinical: true };
    case 'InfusionStarted': {
      const pump = session.readBack ? `, pump ${session.readBack.pump}` : '';
      return { mark: 'start', text: `Start${pump}`, strong: true, clinical: true, rate: event.data.rate };
    }
    case 'DosesStarted':
      return { mark: 'start', text: 'Start with the first dose', strong: true, clinical: true };
    case 'DoseGiven':
      return saidOfDose(session, event.data);
    case 'RateChanged': {
      const { from, to, reason, note } = event.data;
      const why = note ?? RATE_REASON_WORDS[reason];
      const text = `Rate ${formatNumberText(from)} → ${formatNumberText(to)} (${why})`;
      return { mark: 'rate', text, strong: true, clinical: true, rate: to };
    }
    default:
      return saidOfPause(session, event, at) ?? saidOfEnd(session, event);
  }
}

function saidOfEffect({ effect, severity }: EffectRecorded): Said {
  const worded =
    effect === 'none' || effect === 'calm' ? '' : ` ${severity} (${severityWord(effect, severity)})`;
  const text = `${capital(EFFECT_WORDS[effect])}${worded}`;
  return { mark: 'effect', text, clinical: true, effect: { effect, severity } };
}

type CorrectionEvent = Extract<
  Recorded<SessionEvent>,
  { readonly type: 'VitalsCorrected' | 'EffectCorrected' }
>;

function correctionOf({ recordedAt, data: { reason, note } }: CorrectionEvent): LineCorrection {
  return { recordedAt, why: note ?? CORRECTION_REASON_WORDS[reason] };
}

function saidOfPause(session: Session, event: Recorded<SessionEvent>, at: number): Said | undefined {
  switch (event.type) {
    case 'InfusionPaused': {
      const reason = session.pauses.find(({ began }) => began.at === at)?.reason;
      const why = reason ? ` (${PAUSE_REASON_WORDS[reason]})` : '';
      return { mark: 'pause', text: `Pause${why}`, strong: true, clinical: true, rate: '0 mL/h' };
    }
    case 'DosesResumed':
      return { mark: 'start', text: 'Resume', strong: true, clinical: true };
    case 'DosesConfirmed':
      return { mark: 'care', text: 'Every dose that was given is recorded', clinical: true };
    case 'InfusionResumed':
      return { mark: 'start', text: 'Resume', strong: true, clinical: true, rate: event.data.rate };
    case 'PauseReasonGiven':
      return { mark: 'care', text: `Reason for the pause: ${PAUSE_REASON_WORDS[event.data.reason]}` };
    case 'InterruptionFound':
      return {
        mark: 'unknown',
        text: countedOf(session)
          ? 'Program was not running'
          : 'Program was not running; the pump was not affected',
        clinical: true,
      };
    case 'InterruptionAnswered': {
      const { pumpState, pumpVolume } = event.data;
      return {
        mark: 'care',
        text: `Pump ${pumpState}, shows ${formatQuantityText(pumpVolume)}`,
        clinical: true,
      };
    }
    default:
      return undefined;
  }
}

function saidOfEnd(session: Session, event: Recorded<SessionEvent>): Said | undefined {
  switch (event.type) {
    case 'InfusionCompleted': {
      const reading = session.finalReading
        ? `, pump ${formatQuantityText(session.finalReading.pumpVolume)}`
        : '';
      return { mark: 'end', text: `Complete${reading}`, strong: true, clinical: true, rate: '0 mL/h' };
    }
    case 'InfusionStopped': {
      const why = session.ended?.reason ? ` (${session.ended.reason})` : '';
      return { mark: 'end', text: `Stop${why}`, strong: true, clinical: true, rate: '0 mL/h' };
    }
    case 'FinalPumpReadingTaken':
      return {
        mark: 'end',
        text: `Pump read: ${formatQuantityText(event.data.pumpVolume)}`,
        detail: event.data.differenceReason,
        clinical: session.ended?.how === 'stopped',
      };
    case 'PatientDischarged': {
      const escort = session.escort ? 'Discharged with escort' : 'Discharged';
      const text = event.data.override ? `${escort}, prescriber’s decision` : escort;
      return { mark: 'end', text, strong: true, clinical: true };
    }
    default:
      return undefined;
  }
}

function saidOfPreparation(session: Session, event: Recorded<SessionEvent>): Said | undefined {
  switch (event.type) {
    case 'VialTaken':
      return { mark: 'preparation', text: `Vial taken, lot ${event.data.lot}` };
    case 'VialScanned':
      return { mark: 'preparation', text: 'Product, lot and expiry agree with the scan of the vial' };
    case 'DrugDrawn':
      return { mark: 'preparation', text: `Drawn up ${formatQuantityText(event.data.volume)}` };
    case 'DiluentAdded':
      return { mark: 'preparation', text: `Final volume ${formatQuantityText(event.data.finalVolume)}` };
    case 'PreparationWitnessDisagreed':
      return { mark: 'preparation', text: 'Witness entry did not agree' };
    case 'PreparationWitnessed':
      return { mark: 'preparation', text: `Preparation ${event.data.label} witnessed`, strong: true };
    case 'LabelChecked':
      return { mark: 'preparation', text: `Label ${event.data.lastFour} checked` };
    case 'LabelPrinted':
      return saidOfLabel(event.data);
    case 'MatchVoided':
      return {
        mark: 'entry',
        text: `Double check void: ${VOID_WORDS[event.data.because]}`,
        strong: true,
      };
    case 'TryRefused':
      return saidOfRefusal(event.data);
    case 'PumpReadBackDisagreed':
      return { mark: 'preparation', text: 'Pump read-back did not agree' };
    case 'PumpReadBackAgreed':
      return { mark: 'preparation', text: `Pump ${event.data.pump} read back, agrees` };
    case 'ChecklistAnswered':
    case 'CheckDecided':
      return saidOfChecklist(session, event);
    case 'PumpReadByProgrammer':
      return { mark: 'preparation', text: 'Pump read by the person who programmed it too' };
    case 'SessionReady':
      return { mark: 'preparation', text: 'Ready to start', strong: true };
    default:
      return undefined;
  }
}

/** `Label KT-0412 printed`, `Label KT-0412 printed, REPRINT 2`; by hand where no printer would. */
function saidOfLabel({ label, printing, reason, to }: LabelPrinted): Said {
  const done = to === 'hand' ? 'copied by hand' : 'printed';
  const again = printing === 1 ? '' : `, REPRINT ${printing}`;
  return { mark: 'preparation', text: `Label ${label} ${done}${again}`, detail: reason };
}

const VOID_WORDS: Record<VoidReason, string> = {
  weight: 'the weight changed',
  identity: 'the patient’s identity changed',
  lapsed: 'it is more than 4 h old',
};

type CheckEvent = Extract<SessionEvent, { type: 'ChecklistAnswered' | 'CheckDecided' }>;

/** `Asked: No change in health`; of a "no", why. */
function saidOfChecklist(session: Session, event: CheckEvent): Said {
  const textOf = (id: string): string =>
    checklistItems(session).find((item) => item.id === id)?.text ?? (id === 'baseline' ? 'Baseline' : id);
  if (event.type === 'CheckDecided')
    return {
      mark: 'care',
      text: `Prescriber’s decision: ${textOf(event.data.subject)}`,
      detail: event.data.reason,
      strong: true,
    };
  const { item, answer } = event.data;
  const detail = answer.kind === 'no' ? `no: ${answer.reason}` : null;
  return { mark: 'care', text: `Asked: ${textOf(item)}`, detail };
}

/** No number of an order: it is closed to others. What was typed at a running pump is nobody's secret. */
function saidOfRefusal({ refusal, typed }: TryRefused): Said {
  const detail = typed === null ? null : `typed ${formatQuantityText(typed)}`;
  switch (refusal.kind) {
    case 'hardLimits':
      return { mark: 'plan', text: 'Order refused: beyond a hard limit' };
    case 'rateOutsideHardLimit':
      return { mark: 'rate', text: 'Rate refused: beyond a hard limit', detail };
    case 'readBackDiffers':
      return { mark: 'rate', text: 'Pump read-back did not agree', detail };
    case 'identityDiffers':
      return { mark: 'start', text: 'Start refused: another date of birth or record number was typed' };
  }
}

const RECORD_TEXT: Partial<Record<SessionEvent['type'], readonly [TimelineMark, string]>> = {
  SessionPlanned: ['plan', 'Plan written'],
  PlanChanged: ['plan', 'Plan changed'],
  PlanOpened: ['plan', 'Plan opened'],
  PlanAuthorised: ['plan', 'Order authorised'],
  CountedPlanAuthorised: ['plan', 'Order authorised'],
  AuthorisationVoided: ['plan', 'Authorisation void: a limit is passed'],
  OrderReopened: ['plan', 'Order opened again by a prescriber: authorisation and double check void'],
  FirstEntryMade: ['entry', 'First entry made'],
  FirstEntryExpired: ['entry', 'First entry expired'],
  EntriesDiffered: ['entry', 'Entries did not agree'],
  SecondAttemptStarted: ['entry', 'Second attempt started'],
  PlanHeld: ['entry', 'Plan on hold'],
  HoldReleased: ['entry', 'Hold released'],
  EntriesMatched: ['entry', 'Two entries agree'],
  CountedEntriesMatched: ['entry', 'Two entries agree'],
  RecoveryStarted: ['care', 'Recovery'],
  RecoveryCriterionRecorded: ['care', 'Recovery criterion recorded'],
  EscortRecorded: ['care', 'Escort recorded'],
  StopReasonGiven: ['care', 'Reason for the stop recorded'],
  WasteRecorded: ['record', 'Waste recorded'],
  DiscrepancyRecorded: ['record', 'Discrepancy recorded'],
  SessionSigned: ['record', 'Signed'],
  SessionCountersigned: ['record', 'Countersigned'],
  SignatureSufficed: ['record', 'Record closed by one signature'],
  DocumentPrinted: ['record', 'Printed'],
  SessionCancelled: ['record', 'Cancelled'],
};

function saidOfRecord(session: Session, event: Recorded<SessionEvent>): Said {
  const [mark, text] = RECORD_TEXT[event.type] ?? ['unknown', `Unknown entry: ${event.type}`];
  if (event.type === 'WasteRecorded') {
    const amount = textInAmount(event.data.amount, sessionAmount(session));
    return { mark, text: `Wasted ${formatQuantityText(amount)} from the ${event.data.from}` };
  }
  if (event.type === 'SessionCancelled')
    return { mark, text: `Cancelled: ${event.data.reason}`, strong: true };
  return { mark, text };
}

function vitalsText(session: Session, at: number): string {
  const { started, ended, pauses } = session;
  if (!started || at < started.at) return 'Baseline vitals';
  if (ended && at >= ended.at) return at - ended.at < 120_000 ? 'Vitals, end of infusion' : 'Recovery vitals';
  const paused = pauses.some(
    ({ began, resumed }) => at >= began.at && (resumed === null || at <= resumed.at),
  );
  return paused ? 'Vitals during pause' : 'Vitals';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

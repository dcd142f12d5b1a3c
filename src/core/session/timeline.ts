import { formatNumberText, formatQuantityText } from '../quantity/format.ts';
import { formatElapsed } from '../quantity/formatDuration.ts';
import { type QuantityText, quantityText, readQuantity } from '../quantity/quantity.ts';
import { checklistItems } from './checklist.ts';
import { doseIn, dosePerKilogram, givenVolume } from './delivered.ts';
import { anchorFor, clockNote, type EventTimes, effectiveTime, type TimeAnchor } from './effectiveTime.ts';
import type { Recorded, SessionEvent, TryRefused, Vitals, VoidReason } from './events.ts';
import { matchedWeight } from './nurseRange.ts';
import type { Done, Session } from './session.ts';
import { EFFECT_WORDS, PAUSE_REASON_WORDS, RATE_REASON_WORDS, severityWord } from './words.ts';

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
export type TimelineLine = {
  readonly id: string;
  readonly done: Done;
  readonly mark: TimelineMark;
  readonly text: string;
  readonly detail: string | null;
  /** A change of state. */
  readonly strong: boolean;
  /** Belongs in the table of the session summary. */
  readonly clinical: boolean;
  readonly rate: QuantityText<'mL/h'> | null;
  readonly given: QuantityText<'mL'> | null;
  readonly givenPerKg: QuantityText<'mg/kg'> | null;
  readonly vitals: Vitals | null;
};

/**
 * The timeline of a session in order of effective time, ties by log order. What was given is the integral up to
 * each line, from the events alone.
 */
export function timeline(
  session: Session,
  events: readonly Recorded<SessionEvent>[],
): readonly TimelineLine[] {
  let anchor: TimeAnchor | null = null;
  let before: Recorded<SessionEvent> | null = null;
  let notes: readonly string[] = [];
  const lines = events.map((event) => {
    anchor = anchorFor(anchor, event);
    const line = lineOf(session, event, effectiveTime(anchor, event));
    if (before && isTimed(session, line.done)) notes = [...notes, ...clockNotes(before, event)];
    before = event;
    if (!line.clinical || notes.length === 0) return line;
    const detail = [...(line.detail === null ? [] : [line.detail]), ...notes].join('; ');
    notes = [];
    return { ...line, detail };
  });
  return lines.toSorted((left, right) => left.done.at - right.done.at);
}

/** From the start to the discharge durations count, and how the clocks went is part of the record. */
function isTimed({ started, discharged }: Session, { at }: Done): boolean {
  return started !== null && at > started.at && (discharged === null || at <= discharged.at);
}

/** What the next clinical line says of the clocks, so that it stands on paper too. */
function clockNotes(before: EventTimes, event: EventTimes): readonly string[] {
  const note = clockNote(before, event);
  if (note === null) return [];
  if (note.kind === 'restarted') return ['computer was started again, times go on by its clock'];
  const way = note.by < 0 ? 'back' : 'forward';
  return [`computer clock moved ${way} by ${formatElapsed(Math.abs(note.by))}, totals not affected`];
}

type Said = {
  readonly mark: TimelineMark;
  readonly text: string;
  readonly detail?: string | null;
  readonly strong?: boolean;
  readonly clinical?: boolean;
  readonly rate?: QuantityText<'mL/h'>;
  readonly vitals?: Vitals;
};

function lineOf(session: Session, event: Recorded<SessionEvent>, at: number): TimelineLine {
  const done: Done = {
    by: event.actor,
    witness: event.witness,
    happenedAt: event.happenedAt,
    recordedAt: event.recordedAt,
    at,
  };
  const said = saidOfCare(session, event, at) ?? saidOfPreparation(session, event) ?? saidOfRecord(event);
  return {
    id: event.id,
    done,
    detail: null,
    strong: false,
    clinical: false,
    vitals: null,
    rate: null,
    ...given(session, at),
    ...said,
  };
}

function given(session: Session, at: number): Pick<TimelineLine, 'given' | 'givenPerKg'> {
  const { run, started } = session;
  const concentration = session.preparation.witnessed?.concentration;
  if (!run || !started || !concentration || at < started.at) return { given: null, givenPerKg: null };
  const volume = givenVolume(run, at);
  const dose = doseIn(volume, readQuantity(concentration, 'mg/mL'));
  const perKg = dosePerKilogram(dose, readQuantity(matchedWeight(session), 'kg'));
  return { given: quantityText(volume), givenPerKg: quantityText(perKg) };
}

function saidOfCare(session: Session, event: Recorded<SessionEvent>, at: number): Said | undefined {
  switch (event.type) {
    case 'VitalsRecorded':
      return { mark: 'vitals', text: vitalsText(session, at), clinical: true, vitals: event.data };
    case 'EffectRecorded': {
      const { effect, severity } = event.data;
      const worded =
        effect === 'none' || effect === 'calm' ? '' : ` ${severity} (${severityWord(effect, severity)})`;
      return { mark: 'effect', text: `${capital(EFFECT_WORDS[effect])}${worded}`, clinical: true };
    }
    case 'EffectEnded':
      return { mark: 'effect', text: `${capital(EFFECT_WORDS[event.data.effect])} ended`, clinical: true };
    case 'LateEntryReasonGiven':
      return { mark: 'care', text: `Why this entry is late: ${event.data.reason}`, clinical: true };
    case 'InfusionStarted': {
      const pump = session.readBack ? `, pump ${session.readBack.pump}` : '';
      return { mark: 'start', text: `Start${pump}`, strong: true, clinical: true, rate: event.data.rate };
    }
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

function saidOfPause(session: Session, event: Recorded<SessionEvent>, at: number): Said | undefined {
  switch (event.type) {
    case 'InfusionPaused': {
      const reason = session.pauses.find(({ began }) => began.at === at)?.reason;
      const why = reason ? ` (${PAUSE_REASON_WORDS[reason]})` : '';
      return { mark: 'pause', text: `Pause${why}`, strong: true, clinical: true, rate: '0 mL/h' };
    }
    case 'InfusionResumed':
      return { mark: 'start', text: 'Resume', strong: true, clinical: true, rate: event.data.rate };
    case 'PauseReasonGiven':
      return { mark: 'care', text: `Reason for the pause: ${PAUSE_REASON_WORDS[event.data.reason]}` };
    case 'InterruptionFound':
      return { mark: 'unknown', text: 'Program was not running; the pump was not affected', clinical: true };
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

const VOID_WORDS: Record<VoidReason, string> = {
  weight: 'the weight changed',
  identity: 'the patient’s identity changed',
  lapsed: 'it is more than 4 h old',
};

type CheckEvent = Extract<SessionEvent, { type: 'ChecklistAnswered' | 'CheckDecided' }>;

/** `Asked: No change in health — no (cold since Tuesday)`. */
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
  AuthorisationVoided: ['plan', 'Authorisation void: a limit is passed'],
  OrderReopened: ['plan', 'Order opened again by a prescriber: authorisation and double check void'],
  FirstEntryMade: ['entry', 'First entry made'],
  FirstEntryExpired: ['entry', 'First entry expired'],
  EntriesDiffered: ['entry', 'Entries did not agree'],
  SecondAttemptStarted: ['entry', 'Second attempt started'],
  PlanHeld: ['entry', 'Plan on hold'],
  HoldReleased: ['entry', 'Hold released'],
  EntriesMatched: ['entry', 'Two entries agree'],
  RecoveryStarted: ['care', 'Recovery'],
  RecoveryCriterionRecorded: ['care', 'Recovery criterion recorded'],
  EscortRecorded: ['care', 'Escort recorded'],
  StopReasonGiven: ['care', 'Reason for the stop recorded'],
  WasteRecorded: ['record', 'Waste recorded'],
  DiscrepancyRecorded: ['record', 'Discrepancy recorded'],
  SessionSigned: ['record', 'Signed'],
  SessionCountersigned: ['record', 'Countersigned'],
  DocumentPrinted: ['record', 'Printed'],
  SessionCancelled: ['record', 'Cancelled'],
};

function saidOfRecord(event: Recorded<SessionEvent>): Said {
  const [mark, text] = RECORD_TEXT[event.type] ?? ['unknown', `Unknown entry: ${event.type}`];
  if (event.type === 'WasteRecorded') {
    return { mark, text: `Wasted ${formatQuantityText(event.data.amount)} from the ${event.data.from}` };
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

import type {
  CorrectionReason,
  DischargeNeed,
  EffectKind,
  NoteKind,
  PauseReason,
  RateReason,
} from './events.ts';

/** The field's words for what is recorded, the same on screen, on paper and in the timeline. Source: UX 1, 3.12, 3.13. */

export const EFFECT_WORDS: Record<EffectKind, string> = {
  none: 'none observed',
  dizzy: 'dizzy',
  nausea: 'nausea',
  vomiting: 'vomiting',
  bloodPressureUp: 'BP up',
  dissociation: 'dissociation',
  outOfBody: 'out of body',
  hallucination: 'hallucination',
  timeDistortion: 'time distortion',
  drowsy: 'drowsy',
  calm: 'calm, well',
  anxious: 'anxious',
  distress: 'distress',
  headache: 'headache',
  doubleVision: 'double vision',
  itch: 'itch',
  psychosis: 'psychosis',
  seizure: 'seizure',
};

export const PAUSE_REASON_WORDS: Record<PauseReason, string> = {
  distress: 'distress',
  nausea: 'nausea',
  bloodPressure: 'blood pressure',
  toilet: 'toilet',
  pump: 'pump',
  line: 'line',
  other: 'other',
};

export const CORRECTION_REASON_WORDS: Record<CorrectionReason, string> = {
  mistyped: 'mistyped',
  wrongTime: 'wrong time',
  other: 'other',
};

/** Before the words of a note. */
export const NOTE_WORDS: Record<NoteKind, string> = {
  note: 'Note',
  preparation: 'Preparation for the session',
  integration: 'Integration',
  therapist: 'Therapist present',
};

export const RATE_REASON_WORDS: Record<RateReason, string> = {
  nausea: 'nausea',
  distress: 'distress',
  dissociation: 'dissociation',
  bloodPressure: 'blood pressure',
  comfort: 'comfort',
  ordered: 'ordered',
  other: 'other',
};

export const DISCHARGE_NEED_WORDS: Record<DischargeNeed, string> = {
  observationTime: 'Minimum observation',
  systolicNearBaseline: 'Systolic within 20 % of baseline',
  oriented: 'Oriented: name, place, day',
  steadyGait: 'Steady on their feet',
  noSevereNausea: 'No severe nausea',
  painAccepted: 'Pain no more than accepted',
  accessRemoved: 'IV removed, pressure held',
  drank: 'Drank',
  leafletGiven: 'Leaflet: no driving until tomorrow after sleep',
  emergencyNumber: 'Emergency number given',
  escort: 'Escort is here',
};

const SEVERITY_WORDS = ['none', 'mild', 'moderate', 'severe'];
/** Clinic observation of dissociation, 0 to 4. Source: UX 5. */
const DISSOCIATION_WORDS = [
  'none',
  'slight',
  'clear but conversing',
  'marked, hard to reach',
  'unreachable or distressed',
];

/** `mild`, `moderate`, `severe`; for dissociation its own scale of 0 to 4. */
export function severityWord(effect: EffectKind, severity: number): string {
  const words = effect === 'dissociation' ? DISSOCIATION_WORDS : SEVERITY_WORDS;
  return words[severity] ?? `${severity}`;
}

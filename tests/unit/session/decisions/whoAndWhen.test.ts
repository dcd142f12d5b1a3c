import { describe, expect, it } from 'vitest';
import { answerCheck } from '../../../../src/core/session/decisions/answerCheck.ts';
import { answerInterruption } from '../../../../src/core/session/decisions/answerInterruption.ts';
import { authorisePlan } from '../../../../src/core/session/decisions/authorisePlan.ts';
import { cancelSession } from '../../../../src/core/session/decisions/cancelSession.ts';
import {
  type ChangeContainer,
  changeContainer,
  discardNext,
} from '../../../../src/core/session/decisions/changeContainer.ts';
import { changeRate } from '../../../../src/core/session/decisions/changeRate.ts';
import type { Deciding, Decision } from '../../../../src/core/session/decisions/deciding.ts';
import {
  dischargePatient,
  recordCriterion,
  recordEscort,
} from '../../../../src/core/session/decisions/discharge.ts';
import {
  completeInfusion,
  giveStopReason,
  readPumpAfterStop,
  stopInfusion,
} from '../../../../src/core/session/decisions/endInfusion.ts';
import { makeFirstEntry, makeSecondEntry } from '../../../../src/core/session/decisions/makeEntry.ts';
import {
  givePauseReason,
  pauseInfusion,
  resumeInfusion,
} from '../../../../src/core/session/decisions/pauseInfusion.ts';
import {
  addDiluent,
  checkLabel,
  drawDrug,
  takeVial,
  witnessPreparation,
} from '../../../../src/core/session/decisions/prepare.ts';
import { readBackPump } from '../../../../src/core/session/decisions/readBackPump.ts';
import { recordObservation } from '../../../../src/core/session/decisions/recordCare.ts';
import { recordDiscrepancy, recordWaste } from '../../../../src/core/session/decisions/recordWaste.ts';
import { releaseHold, startSecondAttempt } from '../../../../src/core/session/decisions/releaseHold.ts';
import { countersignRecord, signRecord } from '../../../../src/core/session/decisions/signRecord.ts';
import { startInfusion } from '../../../../src/core/session/decisions/startInfusion.ts';
import { reopenOrder } from '../../../../src/core/session/decisions/voidMatch.ts';
import type { SessionRefusal } from '../../../../src/core/session/refusals.ts';
import { ROLES, type Role } from '../../../../src/core/session/roles.ts';
import { SESSION_STATES, type Session, type SessionState } from '../../../../src/core/session/session.ts';
import { read } from '../../../support/exactText.ts';
import { LIBRARY } from '../../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../../support/moodPlan.ts';
import {
  by,
  IDENTITY,
  PATIENT,
  REFERENCE,
  RIGHT,
  sessionAfter,
  WEIGHING,
} from '../../../support/playedSession.ts';

type Decide = (session: Session, deciding: Deciding) => Decision;
type Rule = readonly [what: string, states: readonly SessionState[], roles: readonly Role[], decide: Decide];

const ENTERED = {
  copy: 1,
  values: RIGHT,
  corrections: 0,
  seconds: 60,
  weighing: WEIGHING,
  born: '1984-03-09',
  known: FIRST_SESSION,
  body: PATIENT.body,
  oneClinician: false,
} as const;
const PLAN = {
  orderNumber: 'O-1',
  rules: REFERENCE.rules,
  allergyNames: [],
  patient: {
    known: FIRST_SESSION,
    body: PATIENT.body,
    allergies: [],
    assessment: { questions: [], pregnancy: 'no' },
    consentDated: true,
    weighing: WEIGHING,
  },
  overrideReasons: [],
} as const;
const AT_END = {
  pumpVolume: read<'mL'>('36 mL'),
  linePrimedWith: 'diluent',
  lineFlushed: true,
  differenceReason: null,
} as const;
const NO_WASTE = { vial: read<'mg'>('0 mg'), syringe: read<'mg'>('0 mg'), line: read<'mg'>('0 mg') };

const CHAIR: readonly Role[] = ['nurse', 'prescriber', 'assistant'];
const CHECKING: readonly Role[] = ['nurse', 'prescriber', 'pharmacist'];
const CARING: readonly Role[] = ['nurse', 'prescriber', 'pharmacist', 'assistant'];

/** Who may do what in which state. Source: UX 2.1 to 2.3. */
const CHANGE: ChangeContainer = {
  label: 'B412',
  elsewhere: null,
  restartedAt: null,
  volumeLeft: read('0 mL'),
  leftReason: null,
  readBack: null,
  lateReason: null,
};

const RULES: readonly Rule[] = [
  ['an order is authorised', ['PLANNED'], ['prescriber'], (s, d) => authorisePlan(s, PLAN, d)],
  ['a first entry is made', ['AUTHORISED'], CHECKING, (s, d) => makeFirstEntry(s, ENTERED, d)],
  ['a second entry is made', ['ENTERED_A'], CHECKING, (s, d) => makeSecondEntry(s, ENTERED, d)],
  ['a second attempt is started', ['MISMATCH'], CHECKING, startSecondAttempt],
  [
    'a hold is released',
    ['HELD'],
    ['prescriber'],
    (s, d) => releaseHold(s, { reason: 'read again', wrongSource: 'first' }, d),
  ],
  [
    'an order is opened again',
    ['AUTHORISED', 'ENTERED_A', 'MISMATCH', 'MATCHED', 'PREPARED', 'READY'],
    CHECKING,
    reopenOrder,
  ],
  [
    'a vial is taken',
    ['MATCHED', 'RUNNING', 'PAUSED'],
    CHECKING,
    (s, d) =>
      takeVial(
        s,
        { product: 'ketamine-10-20', lot: 'L-1', expiry: '2027-08', vials: 1 },
        { patient: PATIENT, library: LIBRARY, today: '2025-11-14' },
        d,
      ),
  ],
  [
    'drug is drawn up',
    ['MATCHED', 'RUNNING', 'PAUSED'],
    CHECKING,
    (s, d) => drawDrug(s, { patient: PATIENT, drawn: read('5 mL') }, d),
  ],
  [
    'diluent is added',
    ['MATCHED', 'RUNNING', 'PAUSED'],
    CHECKING,
    (s, d) => addDiluent(s, { patient: PATIENT, finalVolume: read('50 mL') }, d),
  ],
  [
    'a preparation is witnessed',
    ['MATCHED', 'RUNNING', 'PAUSED'],
    CHECKING,
    (s, d) =>
      witnessPreparation(
        s,
        { patient: PATIENT, volumeDrawn: read('5 mL'), finalVolume: read('50 mL'), label: 'KT-0412' },
        d,
      ),
  ],
  [
    'a label is checked',
    ['PREPARED'],
    CHECKING,
    (s, d) => checkLabel(s, { lastFour: '0412', patient: PATIENT }, d),
  ],
  [
    'a pump is read back',
    ['PREPARED', 'READY'],
    CHECKING,
    (s, d) =>
      readBackPump(
        s,
        {
          pump: 'P-07',
          programmedBy: 'lim',
          rate: read('54 mL/h'),
          volumeLimit: read('36 mL'),
          together: null,
          patient: PATIENT,
        },
        d,
      ),
  ],
  [
    'an infusion is started',
    ['READY'],
    ['nurse'],
    (s, d) => startInfusion(s, { ...IDENTITY, patient: PATIENT }, d),
  ],
  [
    'a rate is changed',
    ['RUNNING'],
    ['nurse', 'prescriber'],
    (s, d) =>
      changeRate(
        s,
        {
          rate: read('40.5 mL/h'),
          readBack: read('40.5 mL/h'),
          reason: 'nausea',
          note: null,
          prescriber: null,
        },
        d,
      ),
  ],
  [
    'an infusion is paused',
    ['RUNNING'],
    ['nurse', 'prescriber', 'assistant', 'pharmacist', 'director'],
    (s, d) => pauseInfusion(s, null, d),
  ],
  ['a pause is given its reason', ['PAUSED'], CHAIR, (s, d) => givePauseReason(s, 'toilet', d)],
  [
    'an infusion is resumed',
    ['PAUSED'],
    ['nurse'],
    (s, d) => resumeInfusion(s, { readBack: read('40.5 mL/h'), prescriber: null }, d),
  ],
  ['a container is changed', ['RUNNING', 'PAUSED'], ['nurse'], (s, d) => changeContainer(s, CHANGE, d)],
  [
    'the next container is discarded',
    ['RUNNING', 'PAUSED'],
    CHECKING,
    (s, d) => discardNext(s, 'it leaked', d),
  ],
  ['an infusion is completed', ['RUNNING'], ['nurse'], (s, d) => completeInfusion(s, AT_END, d)],
  [
    'an infusion is stopped',
    ['RUNNING', 'PAUSED'],
    ['nurse', 'prescriber', 'pharmacist', 'assistant', 'director'],
    (s, d) => stopInfusion(s, null, d),
  ],
  [
    'a stop is given its reason',
    ['RECOVERY', 'DISCHARGED'],
    ['nurse', 'prescriber'],
    (s, d) => giveStopReason(s, 'distress', d),
  ],
  [
    'a pump is read after a stop',
    ['RECOVERY', 'DISCHARGED'],
    ['nurse'],
    (s, d) => readPumpAfterStop(s, AT_END, d),
  ],
  [
    'what a pump did meanwhile is answered',
    ['RUNNING', 'PAUSED'],
    ['nurse', 'prescriber'],
    (s, d) => answerInterruption(s, { pumpState: 'running', pumpVolume: read('9 mL') }, d),
  ],
  [
    'an item of the checklist is answered',
    ['MATCHED', 'PREPARED', 'READY'],
    ['nurse', 'prescriber'],
    (s, d) =>
      answerCheck(s, { item: 'health', answer: { kind: 'yes' }, consentValid: true, toWithhold: [] }, d),
  ],
  [
    'an observation is recorded',
    ['MATCHED', 'PREPARED', 'READY', 'RUNNING', 'PAUSED', 'RECOVERY'],
    CARING,
    (s, d) => recordObservation(s, { vitals: null, effects: [], ended: [], lateReason: null }, d),
  ],
  [
    'a criterion of recovery is ticked',
    ['RECOVERY'],
    CHAIR,
    (s, d) => recordCriterion(s, { criterion: 'drank', met: true }, d),
  ],
  [
    'an escort is recorded',
    ['RECOVERY'],
    CHAIR,
    (s, d) => recordEscort(s, { name: 'Sam', relation: 'partner', phone: '' }, d),
  ],
  [
    'a patient is discharged',
    ['RECOVERY'],
    ['nurse', 'prescriber'],
    (s, d) => dischargePatient(s, { prescriber: null, reason: null }, d),
  ],
  [
    'waste is recorded',
    ['PLANNED', 'AUTHORISED', 'MATCHED', 'PREPARED', 'READY', 'RUNNING', 'PAUSED', 'RECOVERY', 'DISCHARGED'],
    CHECKING,
    (s, d) => recordWaste(s, { typed: NO_WASTE, witnessTyped: NO_WASTE }, d),
  ],
  [
    'a discrepancy is recorded',
    ['RECOVERY', 'DISCHARGED'],
    CHECKING,
    (s, d) => recordDiscrepancy(s, 'a vial broke', d),
  ],
  ['the nurse signs', ['DISCHARGED'], ['nurse'], (s, d) => signRecord(s, 'h1', d)],
  ['the prescriber countersigns', ['DISCHARGED'], ['prescriber'], (s, d) => countersignRecord(s, 'h1', d)],
  [
    'a session is cancelled',
    ['PLANNED', 'AUTHORISED', 'ENTERED_A', 'MISMATCH', 'HELD', 'MATCHED', 'PREPARED', 'READY'],
    ['nurse', 'prescriber'],
    (s, d) => cancelSession(s, 'went home', d),
  ],
];

/** A session with everything in it, so that only its state decides. */
const SESSION = sessionAfter('EscortRecorded');

function refusalIn(state: SessionState, role: Role, decide: Decide): SessionRefusal | null {
  const deciding = { ...by('berg', '11:31:00'), actor: { id: 'somebody', roles: [role] } };
  const decision = decide({ ...SESSION, state }, deciding);
  return decision.ok ? null : decision.failure;
}

describe('only in its states and by its people', () => {
  it.each(RULES)('%s', (_what, states, roles, decide) => {
    const open = SESSION_STATES.filter(
      (state) =>
        JSON.stringify(refusalIn(state, roles[0] ?? 'admin', decide)) !==
        JSON.stringify({ kind: 'notInThisState', state }),
    );
    expect(open).toEqual(states);
    for (const state of states) {
      const allowed = ROLES.filter((role) => refusalIn(state, role, decide)?.kind !== 'roleNeeded');
      expect(allowed.toSorted()).toEqual(roles.toSorted());
      expect(refusalIn(state, 'admin', decide)).toEqual({ kind: 'roleNeeded', roles });
    }
  });
});

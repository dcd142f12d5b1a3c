import type { OpenRecord } from '../../src/main/services/openRecord.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { knownPatient } from '../../src/main/services/patientHistory.ts';
import { loadPatient } from '../../src/main/services/patients.ts';
import { loadSession } from '../../src/main/services/sessionSteps.ts';
import { boardView } from '../../src/main/views/boardView.ts';
import { patientRecordView, patientRows, patientSessions } from '../../src/main/views/patientViews.ts';
import { sessionView } from '../../src/main/views/sessionView.ts';
import { openWorkRecord } from '../fault/script/workRecord.ts';
import { randomFrom } from '../prove/random.ts';
import { ensureBigRecord } from './bigRecord.ts';
import { type Measure, percentile, rounded, times } from './measure.ts';

/** DESIGN 9: list, search, open a session, p99 in the service. */
const GOAL_MILLISECONDS = 5;
export const FEW_SESSIONS = 1_000;
export const MANY_SESSIONS = 100_000;
/** The goal is for the slowest of a hundred; the middle one shows what a busy machine does not. */
const SHARES = [
  { called: 'p99', share: 0.99, goal: GOAL_MILLISECONDS },
  { called: 'middle', share: 0.5, goal: null },
] as const;
const RUNS = 300;
const WARM_UP = 30;
const ONE_HOUR = 3_600_000;

/** What the services answer when somebody looks; asked of another session, patient or name every time. */
const QUESTIONS: Readonly<Record<string, (record: OpenRecord) => (index: number) => unknown>> = {
  board: (record) => () => boardView(record),
  'open a session': openSession,
  'open a patient': openPatient,
  'sessions of a patient': listSessions,
  'what the limits know of a patient': knowPatient,
  'search a name': (record) => search(record, ['castlemoregate', 'ito edda', 'fischerwood']),
  'search one letter': (record) => search(record, ['a', 'c', 'j']),
  'search a record number': (record) => search(record, ['T000000012', '000000150']),
  'patients, nothing typed': (record) => search(record, ['']),
};

/** The same questions to a small and a large record. `floor` is what the small one takes. */
export function measureScale(say: (line: string) => void): readonly Measure[] {
  const few = answerTimes(FEW_SESSIONS, say);
  const many = answerTimes(MANY_SESSIONS, say);
  return Object.keys(QUESTIONS).flatMap((name) =>
    SHARES.map(({ called, share, goal }) => {
      const [value, floor] = [many, few].map((times) => percentile(times[name] ?? [], share));
      const shared = { name: `${name}, ${called}`, value: rounded(value ?? 0), floor: rounded(floor ?? 0) };
      return { ...shared, ratio: null, goal, unit: 'ms' };
    }),
  );
}

/** Every time each question took. */
function answerTimes(
  sessions: number,
  say: (line: string) => void,
): Readonly<Record<string, readonly number[]>> {
  const { record, clock } = openWorkRecord(ensureBigRecord(sessions, say));
  // An hour after the newest session: what is asked about today is a day, and not the whole record.
  clock.set((record.log.lastRecordedAt() ?? 0) + ONE_HOUR);
  try {
    const reader = signedIn(record);
    return Object.fromEntries(
      Object.entries(QUESTIONS).map(([name, question]) => [name, times(RUNS, WARM_UP, question(reader))]),
    );
  } finally {
    closeRecord(record);
  }
}

/** Somebody sits there: a locked board shows less. The people of these records have no passphrases. */
function signedIn(record: OpenRecord): OpenRecord {
  const someone = record.tables.users()[0];
  return { ...record, identity: { ...record.identity, current: () => someone ?? null } };
}

function openSession(record: OpenRecord): (index: number) => unknown {
  const ids = someIds(record, 'session_row');
  return (index) => {
    const loaded = loadSession(record, ids[index % ids.length] ?? '');
    return loaded && sessionView(record, loaded);
  };
}

function openPatient(record: OpenRecord): (index: number) => unknown {
  const ids = someIds(record, 'patient_row');
  return (index) => {
    const patient = loadPatient(record, ids[index % ids.length] ?? '');
    return patient && patientRecordView(record, patient);
  };
}

function listSessions(record: OpenRecord): (index: number) => unknown {
  const ids = someIds(record, 'patient_row');
  return (index) => patientSessions(record, ids[index % ids.length] ?? '', null);
}

function knowPatient(record: OpenRecord): (index: number) => unknown {
  const patients = someIds(record, 'patient_row').flatMap((id) => loadPatient(record, id) ?? []);
  return (index) => {
    const patient = patients[index % patients.length];
    return patient && knownPatient(record, patient, null);
  };
}

function search(record: OpenRecord, texts: readonly string[]): (index: number) => unknown {
  return (index) => patientRows(record, { text: texts[index % texts.length] ?? '', after: null });
}

/** From all over the record, the same ones every time. */
function someIds({ log }: OpenRecord, table: 'session_row' | 'patient_row'): readonly string[] {
  const all = log.database.prepare<[], { id: string }>(`SELECT id FROM ${table}`).all();
  const random = randomFrom(1);
  return Array.from({ length: RUNS }, () => random.pick(all).id);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newEventId } from '../../src/main/eventId.ts';
import { canonicalJson } from '../../src/main/eventLog/canonicalJson.ts';
import type { EventRow } from '../../src/main/eventLog/eventRow.ts';
import type { Database } from '../../src/main/eventLog/openDatabase.ts';
import type { SessionRow } from '../../src/main/projections/readTables.ts';
import type { OpenRecord } from '../../src/main/services/openRecord.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { playClinic } from '../fault/script/playClinic.ts';
import { openWorkRecord, quickFolder, workPlace } from '../fault/script/workRecord.ts';

/** Rows of a clinic that was played through the services, to be written again and again. */
export type Pattern = {
  /** Set up, people and library. */
  readonly clinic: readonly EventRow[];
  /** A patient's first facts, but for the weighing. */
  readonly patient: readonly EventRow[];
  readonly weighing: EventRow;
  /** A session from plan to countersignature. */
  readonly session: readonly EventRow[];
  /** How many of them leave it running. */
  readonly runningUntil: number;
  /** Data of the plan for another patient, number and chair. */
  plannedFor(patient: string, index: number, chair: number): string;
  /** Puts a session's row into the read table as its last event leaves it. */
  finish(database: Database, id: string, later: number): void;
};

/** Events of a session with its weighing: at least the 5,000,000 in 100,000 sessions of DESIGN 9. The checklist made 52. */
const EVENTS_PER_SESSION = 60;

export function patternOfClinic(): Pattern {
  const home = mkdtempSync(join(quickFolder(), 'infusion-desk-pattern-'));
  const { record, clock } = openWorkRecord(workPlace(home));
  try {
    playClinic(record, clock, 1);
    return patternFrom(record);
  } finally {
    closeRecord(record);
    rmSync(home, { recursive: true, force: true });
  }
}

function patternFrom({ log: { database }, tables }: OpenRecord): Pattern {
  const rows = (where: string): readonly EventRow[] =>
    database.prepare<[], EventRow>(`SELECT * FROM event WHERE ${where} ORDER BY seq`).all();
  const played = rows("stream GLOB 'session:*'");
  const planned = JSON.parse(played[0]?.data ?? '{}');
  const patient = rows(`stream = 'patient:${planned.patient}'`);
  const weighing = patient.find(({ type }) => type === 'WeightRecorded');
  const row = tables.session((played[0]?.stream ?? '').slice('session:'.length));
  const outcome =
    row && database.prepare<[string], object>('SELECT * FROM outcome_row WHERE id = ?').get(row.id);
  if (!weighing || !row || !outcome) throw new Error('The played session lacks its weighing or its outcome.');
  const session = withMoreVitals(played, EVENTS_PER_SESSION - 1);
  return {
    clinic: rows("stream NOT GLOB 'session:*' AND stream NOT GLOB 'patient:*'"),
    patient: patient.filter(({ type }) => type !== 'WeightRecorded'),
    weighing,
    session,
    runningUntil: session.findIndex(({ type }) => type === 'InfusionCompleted'),
    plannedFor: (id, index, chair) =>
      canonicalJson({
        ...planned,
        number: `B-${index}`,
        patient: id,
        draft: { ...planned.draft, chair },
      }),
    finish(into, id, later) {
      into
        .prepare(`UPDATE session_row SET state = ?, started_at = ?, ended_at = ?, signed_by = ? WHERE id = ?`)
        .run(
          row.state,
          moment(row, 'started_at') + later,
          moment(row, 'ended_at') + later,
          row.signed_by,
          id,
        );
      into
        .prepare('INSERT INTO outcome_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(...Object.values({ ...outcome, id }));
    },
  };
}

function moment(row: SessionRow, column: 'started_at' | 'ended_at'): number {
  return row[column] ?? 0;
}

/** Vital signs are taken again and again while the infusion runs, until the session has its length. */
function withMoreVitals(played: readonly EventRow[], length: number): readonly EventRow[] {
  const at = played.findLastIndex(({ type }) => type === 'InfusionCompleted');
  const taken = played.slice(0, at).findLast(({ type }) => type === 'VitalsRecorded');
  if (at === -1 || !taken) throw new Error('The played session has no vital signs while it runs.');
  const more = Array.from({ length: Math.max(0, length - played.length) }, () => ({
    ...taken,
    id: newEventId(),
  }));
  return [...played.slice(0, at), ...more, ...played.slice(at)];
}

import { existsSync } from 'node:fs';
import { type Database, openDatabase } from '../../../src/main/eventLog/openDatabase.ts';
import { type FileReport, verifyFile } from '../../../src/main/eventLog/verifyFile.ts';
import { sealAt } from '../../../src/main/eventLog/verifyLog.ts';
import { compareProjections } from '../../../src/main/projections/compareProjections.ts';
import type { Verdict } from '../faultReport.ts';

/** The last head the program had acknowledged when the fault struck; event 0 stands for none. */
export type Acknowledged = { readonly seq: number; readonly hash: string };

/** A record as it was found after a fault, and what it is held against. */
export type Found = {
  readonly file: string;
  readonly anchor: string;
  readonly acknowledged: Acknowledged;
  /** After how many events it may end (`wholeSaves`). */
  readonly ends: ReadonlySet<number>;
};

/**
 * Opens what a fault left behind as the program opens it, and says what is wrong with it: acknowledged events that
 * are gone or are others, a chain, an anchor or read tables that do not fit, half of a save. Events that are there
 * without having been acknowledged are allowed. The seal of an event covers everything before it.
 */
export function judge({ file, anchor, acknowledged, ends }: Found): Verdict {
  const faults: string[] = [];
  const { events, wrong } = examine(file, anchor, (database) => {
    const seal = acknowledged.seq === 0 ? acknowledged.hash : sealAt(database, acknowledged.seq);
    if (seal !== null && seal !== acknowledged.hash) faults.push(`event ${acknowledged.seq} is another one`);
  });
  faults.push(...wrong);
  if (wrong.length === 0 && !ends.has(events)) faults.push(`ends at event ${events}, inside a save`);
  const lost = Math.max(0, acknowledged.seq - events);
  return {
    acknowledged: acknowledged.seq,
    lost,
    corrupt: faults.length > 0,
    unnoticed: false,
    notes: lost > 0 ? [...faults, `${lost} acknowledged events are gone`] : faults,
  };
}

/** How many events a record whose chain is whole has, and everything that is wrong with it. */
export type Examined = { readonly events: number; readonly wrong: readonly string[] };

/** Opens a record as the program does, looks into it, closes it and checks it from outside. */
export function examine(file: string, anchor: string, look: (database: Database) => void): Examined {
  const wrong: string[] = [];
  try {
    const database = openDatabase(file);
    try {
      const check = database.pragma('quick_check', { simple: true });
      if (check !== 'ok') wrong.push(`quick_check says ${String(check)}`);
      look(database);
    } finally {
      database.close();
    }
    const report = verifyFile(file, [anchor], compareProjections);
    wrong.push(...faultsOf(report, existsSync(anchor)));
    const events = report.kind === 'checked' && report.chain.whole ? report.chain.head.seq : 0;
    return { events, wrong };
  } catch (error) {
    return { events: 0, wrong: [...wrong, `cannot be opened: ${messageOf(error)}`] };
  }
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function faultsOf(report: FileReport, hasAnchor: boolean): readonly string[] {
  if (report.kind !== 'checked') return [`is ${report.kind}`];
  const { chain, anchor, projections } = report;
  if (!chain.whole) return [`event ${chain.badSeq} ${chain.why}`];
  const faults: string[] = [];
  if (anchor.kind === 'cut') faults.push(`ends at ${anchor.ends}, anchored at ${anchor.seen}`);
  if (anchor.kind === 'rewritten') faults.push(`differs from its anchor at event ${anchor.seq}`);
  if (anchor.kind === 'none' && hasAnchor) faults.push('has an anchor that cannot be read');
  if (projections === 'differ') faults.push('has read tables that differ from its log');
  return faults;
}

import { existsSync, rmSync, statSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { readAnchor } from './anchor.ts';
import type { Head } from './eventLog.ts';
import { structureFault } from './structureFault.ts';
import { type ChainReport, holdAgainst, verifyChain } from './verifyLog.ts';

/** What a check of a record file from outside found. Each outcome has its own exit code in `log:verify`. */
export type FileReport =
  | { readonly kind: 'missing' | 'busy' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | {
      readonly kind: 'checked';
      readonly chain: ChainReport;
      /** What is wrong with the file around its events; null for nothing, and when the chain is not whole. */
      readonly structure: string | null;
      readonly anchor: AnchorReport;
      readonly projections: 'equal' | 'differ' | 'none';
    };

export type AnchorReport =
  /** Nothing to hold the log against: a cut end would not be seen. */
  | { readonly kind: 'none' }
  | { readonly kind: 'holds'; readonly file: string; readonly seq: number }
  /** The log ends before the last head that was seen. */
  | { readonly kind: 'cut'; readonly file: string; readonly seen: number; readonly ends: number }
  /** The chain is whole, but not the one that was seen. */
  | { readonly kind: 'rewritten'; readonly file: string; readonly seq: number };

/**
 * Checks a record file that no program has open: chain, anchor, structure and read tables. Opens it read-only and writes
 * nothing. `sameProjections` rebuilds the read tables elsewhere and compares them.
 */
export function verifyFile(
  file: string,
  anchors: readonly string[],
  sameProjections: (database: Database) => 'equal' | 'differ' | 'none',
): FileReport {
  if (!existsSync(file)) return { kind: 'missing' };
  const tidy = noteSideFiles(file);
  let database: Database | undefined;
  try {
    database = new Sqlite(file, { readonly: true, timeout: 0 });
    const chain = verifyChain(database);
    const anchor = chain.whole ? anchorReport(database, chain.head, anchors) : { kind: 'none' as const };
    if (!chain.whole) return { kind: 'checked', chain, anchor, structure: null, projections: 'none' };
    const structure = structureFault(database);
    return { kind: 'checked', chain, anchor, structure, projections: sameProjections(database) };
  } catch (error) {
    return failureOf(error);
  } finally {
    database?.close();
    tidy();
  }
}

/** A reader of a closed record leaves an empty log and a map beside it; what was not there before goes again. */
function noteSideFiles(file: string): () => void {
  const wal = `${file}-wal`;
  const added = [wal, `${file}-shm`].filter((side) => !existsSync(side));
  return () => {
    if (existsSync(wal) && statSync(wal).size > 0) return;
    for (const side of added) rmSync(side, { force: true });
  };
}

function anchorReport(database: Database, head: Head, candidates: readonly string[]): AnchorReport {
  for (const file of candidates) {
    const seen = readAnchor(file);
    if (!seen) continue;
    const { seq } = seen;
    const held = holdAgainst(database, seen);
    return held === 'cut' ? { kind: 'cut', file, seen: seq, ends: head.seq } : { kind: held, file, seq };
  }
  return { kind: 'none' };
}

function failureOf(error: unknown): FileReport {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'busy' };
  return { kind: 'unreadable', why: error instanceof Error ? error.message : 'unknown' };
}

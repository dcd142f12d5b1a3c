import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '../../../src/main/eventLog/openDatabase.ts';
import { verifyFile } from '../../../src/main/eventLog/verifyFile.ts';
import { compareProjections } from '../../../src/main/projections/compareProjections.ts';
import { closeRecord } from '../../../src/main/services/openRecordFile.ts';
import { StartFailure } from '../../../src/main/startFailure.ts';
import { type Random, randomFrom } from '../../prove/random.ts';
import { createTally, type FaultRun } from '../faultReport.ts';
import { playClinic } from '../script/playClinic.ts';
import { openWorkRecord, quickFolder, workPlace } from '../script/workRecord.ts';
import { readBack } from './readBack.ts';
import { TAMPERINGS, type Tampering, tamperWith } from './tamperedFile.ts';

export type Tamperings = {
  readonly runs: number;
  readonly seed: number;
  /** Only these ways of falsifying rows, and no flipped bytes. */
  readonly only?: readonly Tampering[];
  /** False is the proof that the anchor is needed. */
  readonly withAnchor?: boolean;
};

const SESSIONS = 3;
/** One run in so many flips a byte of the file instead of changing rows. */
const FLIP_ONE_IN = 2;

/**
 * Falsifies copies of a record that sessions were played into, one change each, and has each checked: chain,
 * anchor, structure, read tables, and opening. A change that alters nothing that can be read is harmless
 * and counted apart.
 */
export function runTamper(tamperings: Tamperings): FaultRun {
  const { runs, seed, only, withAnchor = true } = tamperings;
  const work = mkdtempSync(join(quickFolder(), 'infusion-desk-tamper-'));
  const tally = createTally('tamper');
  const random = randomFrom(seed);
  let harmless = 0;
  try {
    const { file, anchor } = playedRecord(join(work, 'home'));
    const copy = join(work, 'copy.db');
    const original = readBack(file);
    for (let run = 0; run < runs; run += 1) {
      copyFileSync(file, copy);
      const did = tamperOnce(copy, random, only);
      const report = reported(copy, withAnchor ? [anchor] : []);
      const altered = report === null && isAltered(copy, original);
      if (report === null && !altered) harmless += 1;
      const notes = altered ? [`nobody noticed: ${did}`] : [];
      tally.add({ acknowledged: 0, lost: 0, corrupt: false, unnoticed: altered, notes });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  if (harmless > 0) tally.note(`${harmless} changes altered nothing that can be read`);
  return tally.run();
}

function playedRecord(home: string): { readonly file: string; readonly anchor: string } {
  const place = workPlace(home);
  const { record, clock } = openWorkRecord(place);
  playClinic(record, clock, SESSIONS);
  closeRecord(record);
  return place;
}

function tamperOnce(copy: string, random: Random, only: readonly Tampering[] | undefined): string {
  if (!only && random.chance(FLIP_ONE_IN)) return flipByte(copy, random);
  return tamperWith(copy, random.pick(only ?? TAMPERINGS), random);
}

function flipByte(copy: string, random: Random): string {
  const bytes = readFileSync(copy);
  const at = random.whole(bytes.length);
  const owner = ownerOf(copy, at);
  bytes[at] = (bytes[at] ?? 0) ^ (1 + random.whole(255));
  writeFileSync(copy, bytes);
  return `flipped a byte of ${owner}`;
}

/** The table or index a byte of the file belongs to. */
function ownerOf(file: string, at: number): string {
  const database = new Sqlite(file, { readonly: true });
  try {
    const size = database.pragma('page_size', { simple: true }) as number;
    const page = database.prepare<[number], { name: string }>('SELECT name FROM dbstat WHERE pageno = ?');
    return page.get(1 + Math.floor(at / size))?.name ?? 'no table';
  } finally {
    database.close();
  }
}

/** What the checks say is wrong, or null when all of them are content. */
function reported(file: string, anchors: readonly string[]): string | null {
  const report = verifyFile(file, anchors, compareProjections);
  if (report.kind !== 'checked') return report.kind;
  const { chain, anchor, structure, projections } = report;
  if (!chain.whole) return `event ${chain.badSeq} ${chain.why}`;
  if (anchor.kind === 'cut' || anchor.kind === 'rewritten') return `anchor: ${anchor.kind}`;
  if (projections !== 'equal') return `read tables: ${projections}`;
  return structure ?? refusedAtOpening(file);
}

/** Opens another copy, because opening may write. */
function refusedAtOpening(file: string): string | null {
  const other = `${file}.opened`;
  copyFileSync(file, other);
  try {
    openDatabase(other).close();
    return null;
  } catch (error) {
    if (error instanceof StartFailure) return error.kind;
    throw error;
  } finally {
    rmSync(other, { force: true });
  }
}

function isAltered(file: string, original: string): boolean {
  try {
    return readBack(file) !== original;
  } catch {
    return true;
  }
}

import { copyFileSync, rmSync } from 'node:fs';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { openWorkRecord } from '../fault/script/workRecord.ts';
import { ensureBigRecord } from './bigRecord.ts';
import { type Measure, rounded, timed } from './measure.ts';
import { FEW_SESSIONS, MANY_SESSIONS } from './scale.ts';

const MICROSECONDS_PER_MILLISECOND = 1_000;

/** What goes through a whole record: the check of every seal, and a backup beside a bare copy of the same file. */
export async function measureWhole(say: (line: string) => void): Promise<readonly Measure[]> {
  const few = await wholeTimes(FEW_SESSIONS, say);
  const many = await wholeTimes(MANY_SESSIONS, say);
  const verify = { name: 'verify, per event', value: rounded(many.verify), floor: rounded(few.verify) };
  const backup = { name: 'backup, per event', value: rounded(many.backup), floor: rounded(many.copy) };
  return [
    { ...verify, ratio: rounded(many.verify / few.verify), goal: null, unit: 'µs' },
    { ...backup, ratio: rounded(many.backup / many.copy), goal: null, unit: 'µs' },
  ];
}

/** Microseconds per event. */
type WholeTimes = { readonly verify: number; readonly backup: number; readonly copy: number };

async function wholeTimes(sessions: number, say: (line: string) => void): Promise<WholeTimes> {
  const place = ensureBigRecord(sessions, say);
  const { record } = openWorkRecord(place);
  const beside = `${place.file}.backup`;
  try {
    const perEvent = (milliseconds: number): number =>
      (milliseconds * MICROSECONDS_PER_MILLISECOND) / record.log.head().seq;
    const verify = perEvent(timed(() => verifyChain(record.log.database)));
    const began = performance.now();
    await record.log.database.backup(beside);
    const backup = perEvent(performance.now() - began);
    return { verify, backup, copy: perEvent(timed(() => copyFileSync(place.file, beside))) };
  } finally {
    rmSync(beside, { force: true });
    closeRecord(record);
  }
}

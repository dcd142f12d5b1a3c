import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { markChecked } from '../../src/main/eventLog/checkedMark.ts';
import { damagedFiles } from '../../src/main/eventLog/damagedFile.ts';
import { doubtOf } from '../../src/main/eventLog/doubt.ts';
import { BackupFailed } from '../../src/main/eventLog/makeBackup.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { clinicOn, openClinic, type TestClinic, trainingProfile } from '../support/clinic.ts';
import { makeLarge, placeInEvent, placeOfIndexPage, rot } from '../support/largeRecord.ts';
import { spoilByte } from '../support/tamper.ts';

// A record of 70 MB is copied and gone through several times in each.
vi.setConfig({ testTimeout: 120_000 });
const LONG = { timeout: 60_000, interval: 50 };
/** Makes the head of a page that of none. */
const noHead = (): number => 0xff;

function recordOf(clinic: TestClinic) {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return record;
}

/** Made once, and copied for each test. */
let made:
  | Promise<{
      readonly home: string;
      readonly large: number;
      readonly head: number;
      readonly backedUp: number;
    }>
  | undefined;
afterAll(async () => {
  const home = (await made)?.home;
  if (home) rmSync(home, { recursive: true, force: true });
});

/** A record too large to be gone through before a start, backed up, written to after that, and closed in good order. */
async function largeClinic({ backedUp = true } = {}) {
  made ??= makeLargeClinic();
  const from = await made;
  const paths = trainingProfile();
  cpSync(from.home, dirname(paths.data), { recursive: true });
  const file = recordFiles(paths).training;
  markChecked(file);
  if (!backedUp) rmSync(join(paths.data, 'backups'), { recursive: true });
  return { ...from, paths, file };
}

async function makeLargeClinic() {
  const clinic = await openClinic();
  await clinic.signIn('lim');
  const large = makeLarge(recordOf(clinic).log);
  const backup = await clinic.desk.backups.make();
  if (!backup.ok) throw new Error('no backup');
  await weigh(clinic, '71.5');
  const head = recordOf(clinic).log.head().seq;
  clinic.desk.close();
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-large-'));
  cpSync(dirname(clinic.paths.data), home, { recursive: true });
  return { home, large, head, backedUp: backup.value.seq };
}

async function weigh(clinic: TestClinic, weight: string) {
  const patient = await clinic.patient('Okafor');
  const how = { method: 'measured', scale: 'S1', clothed: true, again: null } as const;
  return clinic.call('patient:recordWeight', { patient, weight, ...how });
}

async function standingOf(clinic: TestClinic) {
  return (await clinic.call('app:load', {})).standing;
}

describe('a large record that was closed in good order', () => {
  it('is opened by its last seals and its anchor, and gone through beside the work, which goes on', async () => {
    const { paths, file } = await largeClinic();
    expect(existsSync(`${file}.checked`)).toBe(true);
    const clinic = await clinicOn(paths);
    expect(recordOf(clinic).pages.isDue()).toBe(true);
    expect(await standingOf(clinic)).toEqual({ kind: 'whole' });
    await clinic.signIn('lim');
    clinic.desk.everyMinute();
    await weigh(clinic, '72');
    await expect.poll(() => recordOf(clinic).pages.isDue(), LONG).toBe(false);
    expect(await standingOf(clinic)).toEqual({ kind: 'whole' });
    expect(clinic.desk.backups.all()).toHaveLength(2);
    clinic.desk.close();
    expect(recordOf(await clinicOn(paths)).pages.isDue()).toBe(true);
  });

  it('goes without it once: closed before it was gone through, it is gone through at the next start', async () => {
    const { paths } = await largeClinic();
    (await clinicOn(paths)).desk.close();
    expect(recordOf(await clinicOn(paths)).pages.isDue()).toBe(false);
  });

  it('keeps no frame waiting while it is gone through', async () => {
    const { paths } = await largeClinic();
    const clinic = await clinicOn(paths);
    const used: number[] = [];
    let last = process.threadCpuUsage();
    clinic.desk.everyMinute();
    while (recordOf(clinic).pages.isDue()) {
      await new Promise((resolve) => setImmediate(resolve));
      const now = process.threadCpuUsage();
      used.push((now.user - last.user) / 1_000);
      last = now;
    }
    // Processor time of this thread alone: what the machine did meanwhile is not the program's.
    const inOrder = used.toSorted((left, right) => left - right);
    expect(inOrder[Math.ceil(inOrder.length * 0.99) - 1]).toBeLessThan(16);
  });
});

describe('what a check beside the work finds', () => {
  it('in the pages of a record is damage as at a start: kept, and the newest good backup opened for reading', async () => {
    const { paths, file, backedUp } = await largeClinic();
    rot(file, placeOfIndexPage(file), noHead);
    const bad = readFileSync(file);
    const clinic = await clinicOn(paths);
    expect(await standingOf(clinic)).toEqual({ kind: 'whole' });
    await clinic.signIn('lim');
    await weigh(clinic, '72');
    const seen = recordOf(clinic).log.head().seq;
    clinic.desk.everyMinute();
    await expect.poll(async () => (await standingOf(clinic))?.kind, LONG).toBe('fromBackup');
    const [aside = ''] = damagedFiles(file);
    expect(await standingOf(clinic)).toMatchObject({ aside, ends: backedUp, seen });
    await expect(weigh(clinic, '73')).rejects.toThrow('openForReading');
    expect((await clinic.call('app:load', {})).user?.name).toBe('R. Lim');
    const kept = join(dirname(file), aside);
    expect(readFileSync(kept).subarray(4_096).equals(bad.subarray(4_096, bad.length))).toBe(true);
    expect(existsSync(`${kept}-wal`)).toBe(true);
    clinic.desk.close();
    expect((await standingOf(await clinicOn(paths)))?.kind).toBe('fromBackup');
  });

  it('in an event that no start looks at opens the record for reading, until somebody has recorded it', async () => {
    const { paths, file, large } = await largeClinic();
    rot(file, placeInEvent(file, 17));
    const clinic = await clinicOn(paths);
    await clinic.signIn('amari');
    clinic.desk.everyMinute();
    await expect.poll(async () => (await standingOf(clinic))?.kind, LONG).toBe('broken');
    expect(await standingOf(clinic)).toMatchObject({ badSeq: large + 17 });
    await expect(weigh(clinic, '73')).rejects.toThrow('openForReading');
    const { trainingKeys } = await clinic.call('app:load', {});
    const user = await clinic.idOf('amari');
    const passphrase = trainingKeys?.find((keys) => keys.user === user)?.passphrase ?? '';
    await clinic.call('keeping:acceptStanding', { passphrase });
    await clinic.signIn('lim');
    await weigh(clinic, '73');
    expect((await clinic.desk.backups.make()).ok).toBe(true);
    expect(await standingOf(clinic)).toEqual({ kind: 'whole' });
  });

  it('when somebody checks all events opens the record for reading, too', async () => {
    const { paths, file, large } = await largeClinic();
    rot(file, placeInEvent(file, 17));
    const clinic = await clinicOn(paths);
    await clinic.signIn('amari');
    const found = await clinic.call('keeping:checkAll', {});
    expect(found).toMatchObject({ kind: 'broken', badSeq: large + 17 });
    expect(await standingOf(clinic)).toMatchObject({ kind: 'broken', badSeq: large + 17 });
  });

  it('is acknowledged nothing behind: no fact while the backup is looked for', async () => {
    const { paths, file } = await largeClinic();
    rot(file, placeOfIndexPage(file), noHead);
    const clinic = await clinicOn(paths);
    await clinic.signIn('lim');
    const { log } = recordOf(clinic);
    const seen = log.head().seq;
    const replaced = clinic.desk.doubted(recordOf(clinic), { kind: 'damaged' });
    await expect(weigh(clinic, '73')).rejects.toThrow('notSaved');
    expect(log.head().seq).toBe(seen);
    await replaced;
    expect(await standingOf(clinic)).toMatchObject({ kind: 'fromBackup', seen });
  });

  it('without a good backup closes the record, says so, and leaves it where it is', async () => {
    const { paths, file } = await largeClinic({ backedUp: false });
    rot(file, placeOfIndexPage(file), noHead);
    const clinic = await clinicOn(paths);
    clinic.desk.everyMinute();
    await expect
      .poll(async () => (await clinic.call('app:load', {})).problem?.kind, LONG)
      .toBe('damagedFile');
    expect(clinic.desk.record()).toBeNull();
    expect(existsSync(file)).toBe(true);
    expect(damagedFiles(file)).toEqual([]);
  });

  it('in a copy alone is no doubt about the record', async () => {
    const clinic = await openClinic();
    const { database } = recordOf(clinic).log;
    const copies = [
      { whole: false, why: 'Page 7 is never used', isDamage: true },
      { whole: false, why: 'has been changed', badSeq: 7, events: 6 },
      { whole: false, why: 'the check ended without an answer', isDamage: false },
    ] as const;
    for (const report of copies) expect(doubtOf(database, new BackupFailed(report))).toBeNull();
  });
});

describe('damage to a large record is found before it opens', () => {
  it('after a program that was killed', async () => {
    const { paths, file } = await largeClinic();
    const clinic = await clinicOn(paths);
    // The note is gone as soon as the record is open.
    expect(existsSync(`${file}.checked`)).toBe(false);
    copyFileSync(file, `${file}.killed`);
    clinic.desk.close();
    copyFileSync(`${file}.killed`, file);
    spoilByte(file, placeOfIndexPage(file));
    expect((await standingOf(await clinicOn(paths)))?.kind).toBe('fromBackup');
  });

  it('where something else has written to it', async () => {
    const { paths, file } = await largeClinic();
    spoilByte(file, placeOfIndexPage(file));
    expect(existsSync(`${file}.checked`)).toBe(true);
    expect((await standingOf(await clinicOn(paths)))?.kind).toBe('fromBackup');
  });

  it('in a small one, whatever the system knows of it', async () => {
    const clinic = await openClinic();
    await clinic.desk.backups.make();
    clinic.desk.close();
    const file = recordFiles(clinic.paths).training;
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith('.checked'))).toEqual([]);
    rot(file, placeOfIndexPage(file), noHead);
    expect((await standingOf(await clinicOn(clinic.paths)))?.kind).toBe('fromBackup');
  });
});

import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { damagedFiles } from '../../src/main/eventLog/damagedFile.ts';
import { backUpNow } from '../../src/main/eventLog/makeBackup.ts';
import { openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import type { Paths } from '../../src/main/paths.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { clinicOn, openClinic, type TestClinic, trainingProfile } from '../support/clinic.ts';
import { spoilByte, tamperWith } from '../support/tamper.ts';
import { TODAY } from '../support/times.ts';

const PAGE = 4096;
/** A page in the journal has 24 bytes in front of it. */
const FRAME = PAGE + 24;

/** A clinic that was open, recorded something and was closed; then somebody does something to its file. */
async function closedClinic(): Promise<{
  readonly paths: Paths;
  readonly file: string;
  readonly head: number;
}> {
  const clinic = await openClinic();
  await clinic.signIn('lim');
  await weigh(clinic, '71.5');
  const head = recordOf(clinic).log.head().seq;
  clinic.desk.close();
  return { paths: clinic.paths, file: recordFiles(clinic.paths).training, head };
}

async function weigh(clinic: TestClinic, weight: string) {
  const patient = await clinic.patient('Okafor');
  return clinic.call('patient:recordWeight', {
    patient,
    weight,
    method: 'measured',
    scale: 'S1',
    clothed: true,
    again: null,
  });
}

function recordOf(clinic: TestClinic) {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return record;
}

async function accept(clinic: TestClinic): Promise<void> {
  await clinic.signIn('amari');
  await clinic.call('keeping:acceptStanding', { passphrase: await passphraseOf(clinic) });
}

describe('the standing of a record', () => {
  it('is whole when it holds against the head that was seen last', async () => {
    const { paths } = await closedClinic();
    expect(recordOf(await clinicOn(paths)).standing()).toEqual({ kind: 'whole' });
  });

  it('without a head of its own is said once, and the record is written to', async () => {
    const paths = trainingProfile();
    const first = await clinicOn(paths);
    expect(recordOf(first).standing()).toEqual({ kind: 'unanchored' });
    await first.signIn('lim');
    await weigh(first, '71.5');
    first.desk.close();
    expect(recordOf(await clinicOn(paths)).standing()).toEqual({ kind: 'whole' });
  });

  it('that ends before the last event that was seen is open for reading, with the gap stated', async () => {
    const { paths, file, head } = await closedClinic();
    tamperWith(file, `DELETE FROM event WHERE seq > ${head - 2}`);
    const clinic = await clinicOn(paths);
    expect((await clinic.call('app:load', {})).standing).toMatchObject({
      kind: 'endMissing',
      ends: head - 2,
    });
    await clinic.signIn('lim');
    expect((await clinic.call('app:load', {})).user?.name).toBe('R. Lim');
    await expect(weigh(clinic, '72')).rejects.toThrow('openForReading');
    expect(recordOf(clinic).log.head().seq).toBe(head - 2);
    const { weighings } = await clinic.call('patient:load', { patient: await clinic.patient('Okafor') });
    expect(weighings.length).toBeGreaterThan(0);
  });

  it('is asked about again at the next start, until somebody has accepted it', async () => {
    const { paths, file, head } = await closedClinic();
    tamperWith(file, `DELETE FROM event WHERE seq > ${head - 2}`);
    const first = await clinicOn(paths);
    await first.signIn('lim');
    first.desk.close();
    expect(recordOf(await clinicOn(paths)).standing().kind).toBe('endMissing');
  });

  it('of a disk that lost the last writes it had acknowledged is the gap up to what was seen', async () => {
    const clinic = await openClinic();
    const { file, anchor, log } = recordOf(clinic);
    await clinic.signIn('lim');
    await weigh(clinic, '71.5');
    await weigh(clinic, '72');
    const seen = log.head().seq;
    anchor.write();
    // Power fails: the file and its journal as they are at this moment, less the end of the journal.
    const database = readFileSync(file);
    const journal = readFileSync(`${file}-wal`);
    clinic.desk.close();
    writeFileSync(file, database);
    writeFileSync(`${file}-wal`, journal.subarray(0, journal.length - FRAME));
    const standing = recordOf(await clinicOn(clinic.paths)).standing();
    expect(standing).toMatchObject({ kind: 'endMissing', seen });
  });

  it('of yesterday’s file put back is the gap up to what was seen', async () => {
    const paths = trainingProfile();
    const { training } = recordFiles(paths);
    copyFileSync(training, `${training}.yesterday`);
    const clinic = await clinicOn(paths);
    await clinic.signIn('lim');
    const seen = recordOf(clinic).log.head().seq;
    clinic.desk.close();
    copyFileSync(`${training}.yesterday`, training);
    const standing = recordOf(await clinicOn(paths)).standing();
    expect(standing).toMatchObject({ kind: 'endMissing', seen });
    expect(standing.kind === 'endMissing' && standing.ends < seen).toBe(true);
  });

  it('of a chain that was made anew behind a change is rewritten', async () => {
    const { paths, file, head } = await closedClinic();
    tamperWith(file, `UPDATE event SET actor = 'someone' WHERE seq = 40`, true);
    expect(recordOf(await clinicOn(paths)).standing()).toMatchObject({ kind: 'rewritten', ends: head });
  });

  it('names the event among the last thousand whose seal does not fit', async () => {
    const { paths, file, head } = await closedClinic();
    tamperWith(file, `UPDATE event SET actor = 'someone' WHERE seq = ${head - 1}`);
    expect(recordOf(await clinicOn(paths)).standing()).toMatchObject({
      kind: 'broken',
      badSeq: head - 1,
      why: expect.stringContaining('has been changed'),
    });
  });
});

describe('accepting what is wrong with a record', () => {
  it('takes a medical director or an administrator and their passphrase', async () => {
    const { paths, file, head } = await closedClinic();
    tamperWith(file, `DELETE FROM event WHERE seq > ${head - 2}`);
    const clinic = await clinicOn(paths);
    await clinic.signIn('lim');
    const refused = await clinic.refusal('keeping:acceptStanding', { passphrase: 'whatever it is' });
    expect(refused).toMatchObject({ kind: 'roleNeeded' });
    await clinic.signIn('amari');
    expect(await clinic.refusal('keeping:acceptStanding', { passphrase: 'not the one' })).toEqual({
      kind: 'wrongSecret',
    });
    expect(recordOf(clinic).log.head().seq).toBe(head - 2);
  });

  it.each([
    ['a missing end', (head: number) => `DELETE FROM event WHERE seq > ${head - 2}`],
    ['a broken seal', (head: number) => `UPDATE event SET actor = 'someone' WHERE seq = ${head - 1}`],
  ])(
    'is a fact with what was seen and what is there, and opens the record to writing: %s',
    async (_what, sql) => {
      const { paths, file, head } = await closedClinic();
      tamperWith(file, sql(head));
      const clinic = await clinicOn(paths);
      const found = recordOf(clinic).standing();
      const there = recordOf(clinic).log.head();
      await accept(clinic);
      const facts = recordOf(clinic).log.readStream('workstation');
      expect(facts.find(({ type }) => type === 'RecordStandingAccepted')).toMatchObject({
        known: true,
        actor: await clinic.idOf('amari'),
        data: { standing: found, seen: { seq: expect.any(Number) }, there },
      });
      expect(facts.at(-1)?.type).toBe('ProgramStarted');
      expect((await clinic.call('app:load', {})).standing).toEqual({ kind: 'whole' });
      await clinic.signIn('lim');
      await weigh(clinic, '72');
      clinic.desk.close();
      expect(recordOf(await clinicOn(paths)).standing()).toEqual({ kind: 'whole' });
    },
  );

  it('of one changed event says nothing for the same event changed once more', async () => {
    const { paths, file, head } = await closedClinic();
    tamperWith(file, `UPDATE event SET actor = 'someone' WHERE seq = ${head - 1}`);
    const clinic = await clinicOn(paths);
    await accept(clinic);
    clinic.desk.close();
    const database = openDatabase(file);
    database.exec(`UPDATE event SET actor = 'another' WHERE seq = ${head - 1}`);
    database.close();
    expect(recordOf(await clinicOn(paths)).standing()).toMatchObject({ kind: 'broken', badSeq: head - 1 });
  });

  it('is refused where nothing is wrong', async () => {
    const clinic = await openClinic();
    await clinic.signIn('amari');
    const passphrase = await passphraseOf(clinic);
    expect(await clinic.refusal('keeping:acceptStanding', { passphrase })).toEqual({
      kind: 'nothingToAnswer',
    });
  });
});

async function passphraseOf(clinic: TestClinic): Promise<string> {
  const { trainingKeys } = await clinic.call('app:load', {});
  const user = await clinic.idOf('amari');
  return trainingKeys?.find((keys) => keys.user === user)?.passphrase ?? '';
}

describe('a damaged record', () => {
  const DAMAGES: readonly (readonly [string, (file: string) => void])[] = [
    ['no database any more', (file) => writeFileSync(file, 'not a record')],
    ['its first page', (file) => spoilByte(file, 100)],
    ['its tables', (file) => spoilPages(file)],
  ];

  it.each(DAMAGES)(
    'is kept as it was, and the newest good backup is opened for reading: %s',
    async (_what, damage) => {
      const { paths, file, backedUp, head } = await backedUpClinic();
      damage(file);
      const bad = readFileSync(file);
      const clinic = await clinicOn(paths);
      const [aside = ''] = damagedFiles(file);
      expect(readFileSync(join(dirname(file), aside)).equals(bad)).toBe(true);
      expect(recordOf(clinic).standing()).toMatchObject({
        kind: 'fromBackup',
        aside,
        ends: backedUp,
        seen: head,
      });
      await clinic.signIn('lim');
      await expect(weigh(clinic, '72')).rejects.toThrow('openForReading');
      clinic.desk.close();
      const again = await clinicOn(paths);
      expect(recordOf(again).standing()).toMatchObject({ kind: 'fromBackup', aside });
      await accept(again);
      again.desk.close();
      expect(recordOf(await clinicOn(paths)).standing()).toEqual({ kind: 'whole' });
      expect(existsSync(join(dirname(file), aside))).toBe(true);
    },
  );

  it('keeps what waits in its journal beside it', async () => {
    const { paths, file } = await backedUpClinic();
    const clinic = await clinicOn(paths);
    await clinic.signIn('lim');
    const journal = readFileSync(`${file}-wal`);
    const copy = { db: readFileSync(file), journal };
    clinic.desk.close();
    writeFileSync(file, copy.db);
    writeFileSync(`${file}-wal`, copy.journal);
    spoilPages(file);
    const bad = readFileSync(file);
    const restored = await clinicOn(paths);
    expect(recordOf(restored).standing().kind).toBe('fromBackup');
    const [aside = ''] = damagedFiles(file);
    const kept = join(dirname(file), aside);
    expect(readFileSync(kept).equals(bad)).toBe(true);
    expect(readFileSync(`${kept}-wal`).equals(copy.journal)).toBe(true);
  });

  it('passes over a backup that is bad itself, which counts no more', async () => {
    const { paths, file, backups, backedUp } = await backedUpClinic();
    const database = openDatabase(file);
    const newer = backUpNow(database, backups, TODAY + 60_000);
    database.close();
    spoilPages(newer.file);
    writeFileSync(file, 'not a record');
    expect(recordOf(await clinicOn(paths)).standing()).toMatchObject({ kind: 'fromBackup', ends: backedUp });
    expect(existsSync(newer.file)).toBe(true);
    expect(readdirSync(backups).filter((name) => name.endsWith('.head'))).toHaveLength(1);
  });

  it('without a backup is not opened and stays where it is', async () => {
    const { paths, file } = await closedClinic();
    writeFileSync(file, 'not a record');
    await expect(clinicOn(paths)).rejects.toThrow(expect.objectContaining({ kind: 'damagedFile' }));
    expect(readFileSync(file, 'utf8')).toBe('not a record');
    expect(damagedFiles(file)).toEqual([]);
  });

  it('is restored too when the program ended between the two renamings', async () => {
    const { paths, file, backups, backedUp } = await backedUpClinic();
    // The training clinic would be made anew; a clinic's own record is not.
    const { clinic } = recordFiles(paths);
    renameSync(file, `${clinic}.damaged-20251114T090000`);
    renameSync(backups, join(dirname(backups), 'clinic'));
    const standing = recordOf(await clinicOn(paths, 'clinic')).standing();
    expect(standing).toMatchObject({ kind: 'fromBackup', ends: backedUp });
  });
});

/** A clinic with one backup, and events after it. */
async function backedUpClinic() {
  const { paths, file } = await closedClinic();
  const backups = join(paths.data, 'backups', 'training');
  const database = openDatabase(file);
  const { seq: backedUp } = backUpNow(database, backups, TODAY);
  database.close();
  const clinic = await clinicOn(paths);
  await clinic.signIn('lim');
  await weigh(clinic, '72.5');
  const { seq: head } = recordOf(clinic).log.head();
  clinic.desk.close();
  return { paths, file, backups, backedUp, head };
}

/** Every page but the first: their headers are then none. */
function spoilPages(file: string): void {
  const bytes = readFileSync(file);
  for (let place = PAGE; place < bytes.length; place += PAGE) bytes.fill(0xff, place, place + 8);
  writeFileSync(file, bytes);
}

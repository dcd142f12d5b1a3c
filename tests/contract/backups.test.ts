import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkWhole, checkWholeInSlices, goodBackups } from '../../src/main/eventLog/backupFile.ts';
import { openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { compareProjections } from '../../src/main/projections/compareProjections.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { dischargeAda, runAda, startAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const HOUR = 3_600_000;

function recordOf(clinic: TestClinic) {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return record;
}

/** How many good backups there are as soon as there are that many. */
async function backupsOf(clinic: TestClinic, count: number): Promise<void> {
  await expect.poll(() => clinic.desk.backups.all().length, { timeout: 10_000 }).toBe(count);
}

describe('a backup', () => {
  it('is one file for this user alone, whole to the last seal, with the head it ends with beside it', async () => {
    const clinic = await openClinic();
    const made = await clinic.desk.backups.make();
    if (!made.ok) throw new Error('no backup');
    const { file, ...head } = made.value;
    expect(readdirSync(dirname(file))).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(`${file}.head`, 'utf8'))).toEqual(head);
    expect(head).toEqual({ ...recordOf(clinic).log.head(), madeAt: clinic.clock.now() });
    const copy = openDatabase(file);
    expect(verifyChain(copy)).toMatchObject({ whole: true, head: recordOf(clinic).log.head() });
    expect(compareProjections(copy)).toBe('equal');
    copy.close();
  });

  it('is made while the record is written to as always', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const patient = await clinic.patient('okafor ada');
    let isMade = false;
    const making = clinic.desk.backups.make().finally(() => {
      isMade = true;
    });
    let saved = 0;
    while (!isMade) {
      const weighing = {
        patient,
        weight: '72',
        method: 'measured',
        scale: 'S1',
        clothed: true,
        again: null,
      } as const;
      await clinic.call('patient:recordWeight', weighing);
      saved += 1;
      await setImmediate();
    }
    expect(await making).toMatchObject({ ok: true });
    expect(saved).toBeGreaterThan(1);
    expect(verifyChain(recordOf(clinic).log.database)).toMatchObject({ whole: true });
  });

  it('that does not come out whole never counts, and the one before stays the newest', async () => {
    const clinic = await openClinic();
    await clinic.desk.backups.make();
    const [first] = clinic.desk.backups.all();
    const { database } = recordOf(clinic).log;
    database.exec('DROP TRIGGER event_is_never_changed');
    database.exec("UPDATE event SET actor = 'someone' WHERE seq = 7");
    clinic.clock.set(at('10:00:00'));
    expect(await clinic.desk.backups.make()).toEqual({ ok: false, failure: { kind: 'backupFailed' } });
    expect(clinic.desk.backups.all()).toEqual([first]);
    expect(readdirSync(dirname(first?.file ?? ''))).toHaveLength(2);
  });

  it('without its head file is none', async () => {
    const clinic = await openClinic();
    await clinic.desk.backups.make();
    const { file } = clinic.desk.backups.newest() ?? { file: '' };
    writeFileSync(`${file}.head`, '{"seq":1}');
    expect(goodBackups(dirname(file))).toEqual([]);
  });

  it('that is broken off by the end of the program leaves nothing that counts', async () => {
    const clinic = await openClinic();
    const making = clinic.desk.backups.make();
    const folder = recordOf(clinic).backups;
    clinic.desk.close();
    await making;
    for (const { file } of goodBackups(folder)) expect(checkWhole(file)).toMatchObject({ whole: true });
    expect(existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('.new')) : []).toEqual([]);
  });

  it('is checked the same in slices as in one go', async () => {
    const clinic = await openClinic();
    const made = await clinic.desk.backups.make();
    const file = made.ok ? made.value.file : '';
    expect(await checkWholeInSlices(file)).toEqual(checkWhole(file));
    writeFileSync(join(dirname(file), 'other.db'), 'not a record');
    expect(await checkWholeInSlices(join(dirname(file), 'other.db'))).toMatchObject({ whole: false });
  });
});

describe('a backup is made by itself', () => {
  it('when a session has ended and when it is signed', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    expect(clinic.desk.backups.all()).toEqual([]);
    await runAda(clinic, session);
    await backupsOf(clinic, 1);
    await dischargeAda(clinic, session);
    expect((await clinic.call('app:load', {})).lastBackupAt).not.toBeNull();
  });

  it('every hour while a session runs, and every day', async () => {
    const clinic = await openClinic();
    clinic.desk.backups.makeWhenDue();
    await backupsOf(clinic, 1);
    const first = clinic.clock.now();
    clinic.clock.advance(2 * HOUR);
    clinic.desk.backups.makeWhenDue();
    await startAda({ ...clinic, clock: { ...clinic.clock, set: () => undefined } });
    clinic.desk.backups.makeWhenDue();
    await backupsOf(clinic, 2);
    clinic.clock.advance(HOUR - 1);
    clinic.desk.backups.makeWhenDue();
    clinic.clock.advance(1);
    clinic.desk.backups.makeWhenDue();
    await backupsOf(clinic, 3);
    expect(clinic.desk.backups.all().map(({ madeAt }) => (madeAt - first) / HOUR)).toEqual([3, 2, 0]);
  });
});

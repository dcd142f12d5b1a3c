import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { EXPORT_PART } from '../../src/contract/exportPart.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { goodBackups } from '../../src/main/eventLog/backupFile.ts';
import { openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { verifyInSlices } from '../../src/main/eventLog/verifyInSlices.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { spoilByte } from '../support/tamper.ts';
import { ZONE } from '../support/times.ts';

const PASSPHRASE = 'three grey herons';

async function kept(): Promise<TestClinic> {
  const clinic = await openClinic();
  await clinic.signIn('amari');
  return clinic;
}

function recordOf(clinic: TestClinic) {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return record;
}

function lastFact(clinic: TestClinic, type: string) {
  return recordOf(clinic)
    .log.readStream('workstation')
    .findLast((event) => event.type === type);
}

describe('looking after the record', () => {
  it('is for a medical director and an administrator alone', async () => {
    const clinic = await kept();
    expect((await clinic.call('keeping:load', {})).backups).toEqual([]);
    await clinic.signIn('reyes');
    expect((await clinic.call('keeping:backUp', {})).backups).toHaveLength(1);
    await clinic.signIn('lim');
    for (const channel of ['keeping:load', 'keeping:backUp', 'keeping:checkAll'] as const)
      expect(await clinic.refusal(channel, {}), channel).toMatchObject({ kind: 'roleNeeded' });
  });

  it('shows the last good backup, and the status bar with it', async () => {
    const clinic = await kept();
    expect((await clinic.call('app:load', {})).lastBackupAt).toBeNull();
    const { backups, events } = await clinic.call('keeping:backUp', {});
    expect(backups).toEqual([{ madeAt: clinic.clock.now(), events }]);
    expect((await clinic.call('app:load', {})).lastBackupAt).toBe(clinic.clock.now());
    expect(clinic.shell.pushed.at(-1)?.name).toBe('changed');
  });
});

describe('the check of all events', () => {
  it('finds the chain intact, and pushes how far it is', async () => {
    const clinic = await kept();
    const of = recordOf(clinic).log.head().seq;
    expect(await clinic.call('keeping:checkAll', {})).toEqual({ kind: 'whole', events: of });
  });

  it('names the first event that does not fit', async () => {
    const clinic = await kept();
    const { database } = recordOf(clinic).log;
    database.exec('DROP TRIGGER event_is_never_changed');
    database.exec("UPDATE event SET actor = 'someone' WHERE seq = 7");
    expect(await clinic.call('keeping:checkAll', {})).toMatchObject({ kind: 'broken', badSeq: 7 });
  });

  it('goes in slices, is stopped between two, and finds what the check in one go finds', async () => {
    const clinic = await kept();
    const { database } = recordOf(clinic).log;
    // Every slice is over at once, so that there are many of them.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    onTestFinished(() => clock.mockRestore());
    const told: number[] = [];
    const found = await verifyInSlices(database, { onSlice: (checked) => told.push(checked) });
    expect(found).toEqual(verifyChain(database));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((left, right) => left - right));

    const stopped = clinic.answer('keeping:checkAll', {});
    await clinic.call('keeping:stopCheck', {});
    expect(await stopped).toEqual({ ok: false, failure: { kind: 'checkStopped' } });
    const progress = clinic.shell.pushed.filter(({ name }) => name === 'checking');
    expect(progress[0]?.message).toEqual({ checked: 16, of: found?.events });
  });
});

describe('a restore drill', () => {
  it('opens the newest backup in a place of its own, checks it in full and records that it is whole', async () => {
    const clinic = await kept();
    expect(await clinic.refusal('keeping:drill', {})).toEqual({ kind: 'noBackup' });
    await clinic.call('keeping:backUp', {});
    const [backup] = goodBackups(recordOf(clinic).backups);
    const { lastDrill } = await clinic.call('keeping:drill', {});
    expect(lastDrill).toEqual({ at: clinic.clock.now(), madeAt: backup?.madeAt, fault: null });
    expect(lastFact(clinic, 'RestoreDrillDone')).toMatchObject({
      actor: await clinic.idOf('amari'),
      data: { backup: { seq: backup?.seq, hash: backup?.hash }, fault: null },
    });
    expect(readdirSync(clinic.paths.data).filter((name) => name.startsWith('drill-'))).toEqual([]);
  });

  it('marks a backup that went bad, in the same run, and it counts no more', async () => {
    const clinic = await kept();
    await clinic.call('keeping:backUp', {});
    clinic.clock.advance(60_000);
    await clinic.call('keeping:backUp', {});
    const [newest, before] = goodBackups(recordOf(clinic).backups);
    const file = newest?.file ?? '';
    spoilByte(file, readFileSync(file).indexOf('"number":"KT-2025-000003"') + 12, 'X'.charCodeAt(0));
    const { lastDrill, backups } = await clinic.call('keeping:drill', {});
    expect(lastDrill?.fault).toEqual(expect.any(String));
    expect(backups).toEqual([{ madeAt: before?.madeAt, events: before?.seq }]);
    expect((await clinic.call('app:load', {})).lastBackupAt).toBe(before?.madeAt);
  });
});

describe('an export', () => {
  it('is encrypted, for this user alone, opens beside the record, and states the gap', async () => {
    const clinic = await kept();
    const { path } = await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const sealed = readFileSync(path);
    for (const word of ['SQLite', 'Okafor', 'InfusionStarted']) expect(sealed.includes(word)).toBe(false);
    expect(JSON.parse(/\{.*?\}/.exec(sealed.toString('latin1'))?.[0] ?? '')).toMatchObject({
      kdf: 'scrypt',
      N: 131_072,
      r: 8,
      p: 1,
      cipher: 'aes-256-gcm',
    });
    expect(lastFact(clinic, 'RecordExported')).toBeDefined();

    const exported = recordOf(clinic).log.head().seq - 1;
    const { exports: names } = await clinic.call('keeping:load', {});
    const request = { chosen: { from: 'documents', name: names[0] ?? '' }, passphrase: PASSPHRASE } as const;
    const restored = await clinic.call('keeping:restore', request);
    expect(restored).toMatchObject({ events: exported, isOfThisRecord: true, missing: 1 });
    const file = openDatabase(restored.path);
    expect(verifyChain(file)).toMatchObject({ whole: true, events: exported });
    file.close();
    expect(lastFact(clinic, 'RecordRestored')).toMatchObject({ data: { isOfThisRecord: true, missing: 1 } });
    const again = await clinic.call('keeping:restore', request);
    expect(again.path).not.toBe(restored.path);
  });

  it('does not open with another passphrase, nor when a byte, a chunk or the end of it was changed', async () => {
    const clinic = await kept();
    const { path } = await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    const sealed = readFileSync(path);
    const header = 12 + sealed.readUInt32BE(8);
    const chunk = 65_536 + 16;
    const swapped = Buffer.concat([
      sealed.subarray(0, header),
      sealed.subarray(header + chunk, header + 2 * chunk),
      sealed.subarray(header, header + chunk),
      sealed.subarray(header + 2 * chunk),
    ]);
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(flipped.readUInt8(header + 100) ^ 1, header + 100);
    const files: readonly (readonly [string, Buffer])[] = [
      ['one byte', flipped],
      ['two chunks changed places', swapped],
      ['cut at a chunk', sealed.subarray(0, header + chunk)],
      ['cut off', sealed.subarray(0, -1)],
      ['longer', Buffer.concat([sealed, Buffer.from([0])])],
      ['another salt', Buffer.from(sealed.toString('latin1').replace(/"salt":"./, '"salt":"_'), 'latin1')],
    ];
    const refused = { kind: 'exportNotOpened', why: 'passphraseOrDamaged' };
    const restore = (name: string, passphrase: string) =>
      clinic.refusal('keeping:restore', { chosen: { from: 'documents', name }, passphrase });
    const [name = ''] = (await clinic.call('keeping:load', {})).exports;
    expect(await restore(name, 'another passphrase')).toEqual(refused);
    for (const [what, bytes] of files) {
      const other = `${what}.infusiondesk`;
      writeFileSync(join(clinic.paths.documents, other), bytes);
      expect(await restore(other, PASSPHRASE), what).toEqual(refused);
    }
    expect(readdirSync(clinic.paths.data).filter((file) => file.includes('restored'))).toEqual([]);
  });

  it('that is none, or is named from outside the folder of documents, is not opened', async () => {
    const clinic = await kept();
    await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    const other = join(clinic.paths.documents, 'other.infusiondesk');
    writeFileSync(other, 'not an export');
    copyFileSync(other, join(clinic.paths.data, 'elsewhere.infusiondesk'));
    const refused = { kind: 'exportNotOpened', why: 'notSealed' };
    for (const name of ['other.infusiondesk', '../data/elsewhere.infusiondesk']) {
      const chosen = { from: 'documents', name } as const;
      expect(await clinic.refusal('keeping:restore', { chosen, passphrase: PASSPHRASE }), name).toEqual(
        refused,
      );
    }
  });

  it('that could not be recorded leaves no copy anywhere', async () => {
    const clinic = await kept();
    const refuse = vi
      .spyOn(recordOf(clinic).log, 'append')
      .mockReturnValue({ ok: false, failure: { kind: 'notSaved', why: 'fault' } });
    onTestFinished(() => refuse.mockRestore());
    const refusal = await clinic.refusal('keeping:export', { passphrase: PASSPHRASE });
    expect(refusal).toMatchObject({ kind: 'notSaved' });
    expect((await clinic.call('keeping:load', {})).exports).toEqual([]);
  });

  it('takes a passphrase of at least eight characters', async () => {
    const clinic = await kept();
    expect(await clinic.refusal('keeping:export', { passphrase: 'short' })).toEqual({
      kind: 'weakSecret',
      need: 'passphraseLength',
    });
  });
});

/** Hands a file over as the window does. */
async function handOver(clinic: TestClinic, bytes: Buffer): Promise<string> {
  const file = newEventId();
  for (let part = 0, from = 0; part === 0 || from < bytes.length; part += 1, from += EXPORT_PART) {
    const some = bytes.subarray(from, from + EXPORT_PART).toString('base64');
    await clinic.call('keeping:takeExport', { file, part, bytes: some });
  }
  return file;
}

describe('an export from elsewhere', () => {
  const from = (file: string) => ({ chosen: { from: 'elsewhere', file } as const, passphrase: PASSPHRASE });

  it('comes over part by part, still encrypted, opens beside the record, and is let go of at the end', async () => {
    const clinic = await kept();
    const { path } = await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    const sealed = readFileSync(path);
    rmSync(path);
    const file = await handOver(clinic, sealed);
    const incoming = join(clinic.paths.data, 'incoming.infusiondesk');
    expect(readFileSync(incoming).equals(sealed)).toBe(true);
    expect(statSync(incoming).mode & 0o777).toBe(0o600);
    const restored = await clinic.call('keeping:restore', from(file));
    expect(restored).toMatchObject({ isOfThisRecord: true, missing: 1 });
    expect(restored.path).not.toBe(recordOf(clinic).file);
    clinic.desk.close();
    expect(existsSync(incoming)).toBe(false);
  });

  it('that misses a part, was let go of for another, or is none, is not opened and says why', async () => {
    const clinic = await kept();
    const gone = { kind: 'exportNotOpened', why: 'gone' };
    const bytes = Buffer.from('not an export').toString('base64');
    const file = newEventId();
    expect(await clinic.refusal('keeping:takeExport', { file, part: 1, bytes })).toEqual(gone);
    await clinic.call('keeping:takeExport', { file, part: 0, bytes });
    expect(await clinic.refusal('keeping:takeExport', { file, part: 2, bytes })).toEqual(gone);
    expect(await clinic.refusal('keeping:takeExport', { file: newEventId(), part: 1, bytes })).toEqual(gone);
    expect(await clinic.refusal('keeping:restore', from(file))).toEqual({
      kind: 'exportNotOpened',
      why: 'notSealed',
    });
    await handOver(clinic, Buffer.from('another'));
    expect(await clinic.refusal('keeping:restore', from(file))).toEqual(gone);
    for (const why of ['gone', 'noRoom'] as const)
      expect(errorText({ kind: 'exportNotOpened', why }, ZONE)).toContain('Nothing was restored.');
    await clinic.signIn('lim');
    expect(await clinic.refusal('keeping:takeExport', { file, part: 0, bytes })).toMatchObject({
      kind: 'roleNeeded',
    });
  });

  it('chosen in the program’s own dialog is opened from where it lies, and stays there', async () => {
    const clinic = await kept();
    const { path } = await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    const elsewhere = join(clinic.paths.data, 'on a drive.infusiondesk');
    renameSync(path, elsewhere);
    const handed = await handOver(clinic, Buffer.from('another'));
    clinic.shell.chosen = { asked: 'shell', path: null };
    expect(await clinic.call('keeping:chooseExport', {})).toEqual({ asked: 'shell', chosen: null });
    clinic.shell.chosen = { asked: 'shell', path: elsewhere };
    const asked = await clinic.call('keeping:chooseExport', {});
    if (asked.asked === 'window' || !asked.chosen) throw new Error('nothing chosen');
    expect(asked.chosen.name).toBe('on a drive.infusiondesk');
    expect(await clinic.refusal('keeping:restore', from(handed))).toMatchObject({ why: 'gone' });
    const restored = await clinic.call('keeping:restore', from(asked.chosen.file));
    expect(restored).toMatchObject({ isOfThisRecord: true, missing: 1 });
    clinic.desk.close();
    expect(existsSync(elsewhere)).toBe(true);
  });

  it('is asked for by the window where the shell has no dialog, and only of those who keep the record', async () => {
    const clinic = await kept();
    expect(await clinic.call('keeping:chooseExport', {})).toEqual({ asked: 'window' });
    await clinic.signIn('lim');
    expect(await clinic.refusal('keeping:chooseExport', {})).toMatchObject({ kind: 'roleNeeded' });
  });

  it('that finds no room is let go of, and says so', async () => {
    const clinic = await kept();
    // Where the file would be written lies a folder: nothing can be written there.
    mkdirSync(join(clinic.paths.data, 'incoming.infusiondesk'));
    const bytes = Buffer.from('x').toString('base64');
    const refusal = await clinic.refusal('keeping:takeExport', { file: newEventId(), part: 0, bytes });
    expect(refusal).toEqual({ kind: 'exportNotOpened', why: 'noRoom' });
  });

  it('leaves no second copy where its opening could not be recorded', async () => {
    const clinic = await kept();
    await clinic.call('keeping:export', { passphrase: PASSPHRASE });
    const [name = ''] = (await clinic.call('keeping:load', {})).exports;
    const { log } = recordOf(clinic);
    const refuse = vi
      .spyOn(log, 'append')
      .mockReturnValue({ ok: false, failure: { kind: 'notSaved', why: 'fault' } });
    onTestFinished(() => refuse.mockRestore());
    const chosen = { from: 'documents', name } as const;
    expect(await clinic.refusal('keeping:restore', { chosen, passphrase: PASSPHRASE })).toMatchObject({
      kind: 'notSaved',
    });
    expect(readdirSync(clinic.paths.data).filter((each) => each.includes('restored'))).toEqual([]);
  });
});

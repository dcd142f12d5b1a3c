import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Disk } from '../../src/main/disk.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { type Paths, userPaths } from '../../src/main/paths.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { clinicOn, type TestClinic, trainingProfile } from '../support/clinic.ts';
import {
  ADA_SAID,
  matchAda,
  orderForAda,
  prepareForAda,
  readyAda,
  startAda,
  weighAda,
} from '../support/referenceSession.ts';
import { ZONE } from '../support/times.ts';

const MEGABYTE = 1_000_000;
const BALLAST = 32 * 1024 * 1024;
const SMALL = 56 * 1024 * 1024;

function diskWith(megabytes: number): Disk & { free: number } {
  const disk = { free: megabytes * MEGABYTE, freeBytes: () => disk.free };
  return disk;
}

describe('room on the disk', () => {
  it.each([
    [1_000, 'enough'],
    [999, 'low'],
    [200, 'low'],
    [199, 'tooLittle'],
  ])('of %i MB is said to be %s', async (megabytes, level) => {
    const clinic = await clinicOn(trainingProfile(), 'training', diskWith(megabytes));
    expect((await clinic.call('app:load', {})).disk).toEqual({ level, megabytes });
  });

  it('that gets short is told to the window within the minute', async () => {
    const disk = diskWith(5_000);
    const clinic = await clinicOn(trainingProfile(), 'training', disk);
    clinic.desk.everyMinute();
    const before = clinic.shell.pushed.length;
    disk.free = 150 * MEGABYTE;
    clinic.desk.everyMinute();
    expect(clinic.shell.pushed.slice(before).map(({ name }) => name)).toContain('changed');
  });

  it('under 200 MB keeps a session from being ordered, with both figures', async () => {
    const disk = diskWith(150);
    const clinic = await clinicOn(trainingProfile(), 'training', disk);
    const patient = await weighAda(clinic);
    await expect(orderForAda(clinic, patient)).rejects.toThrow(
      '"kind":"diskTooFull","megabytes":150,"needed":200',
    );
  });

  it('under 200 MB keeps a session from being started, and nothing else', async () => {
    const disk = diskWith(5_000);
    const clinic = await clinicOn(trainingProfile(), 'training', disk);
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    disk.free = 150 * MEGABYTE;
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toMatchObject({
      kind: 'diskTooFull',
    });
    disk.free = 200 * MEGABYTE;
    await clinic.call('infusion:start', { session, ...ADA_SAID });
  });

  it('is kept for a full disk: 32 MB, as soon as there is enough, once', async () => {
    const disk = diskWith(900);
    const clinic = await clinicOn(trainingProfile(), 'training', disk);
    const ballast = join(clinic.paths.data, 'ballast');
    clinic.desk.everyMinute();
    expect(existsSync(ballast)).toBe(false);
    disk.free = 5_000 * MEGABYTE;
    clinic.desk.everyMinute();
    expect(statSync(ballast)).toMatchObject({ size: BALLAST });
    expect(statSync(ballast).mode & 0o777).toBe(0o600);
  });
});

/** A profile on a real disk of 48 MB, in memory or with a file system of its own. Mounting one takes root. */
function smallProfile(disk: 'tmpfs' | 'ext4'): Paths | undefined {
  const place = mkdtempSync(join(tmpdir(), 'infusion-desk-small-'));
  const image = `${place}.image`;
  const mounted =
    disk === 'tmpfs' ? mount('-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', place) : loop(image, place);
  onTestFinished(() => {
    if (mounted) spawnSync('umount', ['-l', place]);
    rmSync(place, { recursive: true, force: true });
    rmSync(image, { force: true });
  });
  if (!mounted) return undefined;
  const paths = trainingProfile();
  cpSync(join(paths.data, '..'), place, { recursive: true });
  return userPaths(place);
}

function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0;
}

function loop(image: string, place: string): boolean {
  writeFileSync(image, Buffer.alloc(SMALL));
  const made = spawnSync('mkfs.ext4', ['-q', '-F', '-m', '0', image]).status === 0;
  return made && mount('-o', 'loop', image, place);
}

/** Records one more fact, past every screen: what counts here is the disk. */
function save(clinic: TestClinic) {
  const log = logOf(clinic);
  const fact = { id: newEventId(), type: 'ProgramStarted', version: 1, data: { lastAlive: null } };
  const event = { ...fact, happenedAt: clinic.clock.now(), actor: 'program', witness: null };
  return log.append([{ stream: 'workstation', after: log.position('workstation'), events: [event] }]);
}

function logOf({ desk }: TestClinic) {
  const record = desk.record();
  if (!record) throw new Error('no record');
  return record.log;
}

/** Saves until it is refused: how many facts were acknowledged, and the refusal. */
function untilRefused(clinic: TestClinic) {
  for (let saved = 0; ; saved += 1) {
    const reply = save(clinic);
    if (!reply.ok) return { saved, refusal: reply.failure };
  }
}

describe.each(['tmpfs', 'ext4'] as const)('a full disk, %s,', (disk) => {
  it('answers not saved, gives its kept room once, reads on, and loses nothing that was acknowledged', async (test) => {
    const paths = smallProfile(disk);
    if (!paths) return test.skip('a small disk cannot be mounted here');
    const clinic = await clinicOn(paths, 'training', diskWith(5_000));
    clinic.desk.everyMinute();
    await clinic.desk.backups.make();
    await clinic.signIn('lim');
    const patient = await clinic.patient('okafor ada');
    const before = logOf(clinic).head().seq;
    fill(paths);
    const first = untilRefused(clinic);
    expect(first.refusal).toEqual({ kind: 'notSaved', why: 'roomMade' });
    expect(existsSync(join(paths.data, 'ballast'))).toBe(false);
    for (let fact = 0; fact < 1_000; fact += 1) expect(save(clinic).ok).toBe(true);

    fill(paths);
    const second = untilRefused(clinic);
    expect(second.refusal).toEqual({ kind: 'notSaved', why: 'diskFull' });
    const weighing = {
      patient,
      weight: '72',
      method: 'measured',
      scale: 'S1',
      clothed: true,
      again: null,
    } as const;
    expect(await clinic.refusal('patient:recordWeight', weighing)).toEqual(second.refusal);
    const { weighings } = await clinic.call('patient:load', { patient });
    expect(logOf(clinic).head().seq).toBe(before + first.saved + 1_000 + second.saved);
    clinic.desk.close();

    const again = await clinicOn(paths, 'training', diskWith(0));
    await again.signIn('lim');
    expect((await again.call('patient:load', { patient })).weighings).toEqual(weighings);
    expect(await again.answer('identity:lock', {})).toMatchObject({ ok: true });
    const events = before + first.saved + 1_000 + second.saved;
    expect(verifyChain(logOf(again).database)).toMatchObject({ whole: true, events });
  }, 120_000);
});

describe('paper on a full disk', () => {
  it('comes out of the printer all the same, a PDF is refused whole, and both say so', async (test) => {
    const paths = smallProfile('tmpfs');
    if (!paths) return test.skip('a small disk cannot be mounted here');
    const clinic = await clinicOn(paths, 'training', diskWith(5_000));
    const session = await startAda(clinic);
    fill(paths);
    // The kept room was never made here: the disk is full to the last byte for the next save.
    untilRefused(clinic);
    const { print } = await clinic.call('document:load', { kind: 'sessionSummary', session });
    const page = { kind: 'sessionSummary', session, paper: 'A4', position: print.position } as const;
    const refusal = await clinic.refusal('document:savePdf', page);
    expect(refusal).toMatchObject({ kind: 'notPrinted', why: 'diskFull' });
    expect(errorText(refusal, ZONE)).toMatch(
      /^The disk is full: the PDF was not saved\. Nothing was lost, and/,
    );
    expect(existsSync(paths.documents) ? readdirSync(paths.documents) : []).toEqual([]);
    expect(await clinic.refusal('document:print', page)).toEqual({ kind: 'printNotRecorded' });
    expect((await clinic.call('document:load', { kind: 'sessionSummary', session })).print.copy).toBe(1);
  }, 120_000);
});

/** Takes every byte there is. */
function fill({ data }: Paths): void {
  for (let part = 0; part < 64; part += 1) {
    try {
      writeFileSync(join(data, `filler-${Date.now()}-${part}`), Buffer.alloc(1_000_000));
    } catch {
      return;
    }
  }
}

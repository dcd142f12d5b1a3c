import { expect } from 'vitest';
import type { ChannelName } from '../../src/contract/channels.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { firstSaveFails } from '../e2e/support/firstSaveFails.ts';
import { callerOver } from './caller.ts';
import { type ClinicSetup, openClinic, type TestClinic, trainingProfile } from './clinic.ts';
import { TODAY, ZONE } from './times.ts';

/** The channels that were tried and saved at the second try. */
export type Tried = Set<ChannelName>;

/**
 * The training clinic on a disk that fails at the first try of everything that is recorded. Every failed try is held
 * against the log, which must stand as it stood; then the same request is sent again, and its answer handed on.
 */
export async function openOnBrokenDisk(
  tried: Tried,
  { paths = trainingProfile(), clock = createSetClock(TODAY, ZONE), ...setup }: ClinicSetup = {},
): Promise<TestClinic> {
  const disk = firstSaveFails(`${recordFiles(paths).training}-wal`);
  const clinic = await openClinic({ ...setup, paths, clock: disk.clock(clock) });
  const send = disk.between(clinic.answer);
  const answer: TestClinic['answer'] = async (channel, request) => {
    const before = clinic.desk.record()?.log.head();
    const failed = disk.saves.length;
    const reply = await send(channel, request);
    if (disk.saves.length === failed) return reply;
    const log = clinic.desk.record()?.log;
    expect(log?.head(), `${channel} left something behind`).toEqual(before);
    const again = await send(channel, request);
    if ((again as { readonly ok: boolean }).ok) {
      tried.add(channel as ChannelName);
      expect(disk.saves.at(-1)?.savedAfterwards, channel).toBe(true);
      expect(log?.head(), `${channel} was not recorded`).not.toEqual(before);
    }
    return again;
  };
  return { ...clinic, clock, ...callerOver(answer) };
}

import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorFile } from '../../src/main/eventLog/anchor.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { canBreakDisk } from '../support/brokenDisk.ts';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import {
  dischargeAda,
  enter,
  orderForAda,
  runAda,
  startAda,
  vitals,
  weighAda,
} from '../support/referenceSession.ts';
import { at } from '../support/times.ts';
import { type BrokenWindow, openOnBrokenDisk, savedAfterwards } from './support/brokenWindow.ts';

const SLIP = { weight: '74.2', pumpRate: '55.6', volumeToGive: '37.1' };
const PASSPHRASE = 'three grey herons';

/** Does something while the disk is whole. */
async function whole<Value>({ disk }: BrokenWindow, act: () => Promise<Value>): Promise<Value> {
  disk.on = false;
  try {
    return await act();
  } finally {
    disk.on = true;
  }
}

describe.runIf(canBreakDisk)('a disk that fails at the first try, away from the way of every session', () => {
  it('is said of a second attempt and of a hold that is released', async () => {
    const broken = await openOnBrokenDisk();
    const { window, clock, hands, disk } = broken;
    const scene = { ...window, clock };
    const session = await whole(broken, async () => {
      const id = await orderForAda(scene, await weighAda(scene));
      clock.set(at('09:21:00'));
      await enter(scene, id, null, 1);
      await enter(scene, id, 'osei', 2, SLIP);
      return id;
    });
    await openChair(hands, 2);
    await hands.press('Start attempt 2 of 2 — Chair 2');
    await hands.page.getByRole('button', { name: 'Start attempt 2 of 2' }).waitFor({ state: 'hidden' });
    await whole(broken, async () => {
      await enter(scene, session, null, 1);
      await enter(scene, session, 'osei', 2, SLIP);
      await window.signIn('amari');
    });
    await hands.key('Escape');
    await openChair(hands, 2);
    await hands.press('Review the hold — Chair 2');
    await hands.press('Open the two entries');
    await hands.pick(/^Set /);
    await hands.page.getByRole('textbox', { name: 'Reason' }).fill('the wrong slip was read');
    await hands.press(/^Release the hold of Chair 2/);
    await hands.page.getByRole('button', { name: /^Release the hold/ }).waitFor({ state: 'hidden' });
    expect(savedAfterwards(disk)).toMatchObject({ 'entry:secondAttempt': 1, 'hold:release': 1 });
    expect((await window.call('session:load', { session })).state).toBe('ORDERED');
  });

  it('is said of a correction and of a page that was printed', async () => {
    const broken = await openOnBrokenDisk();
    const { window, clock, hands, disk } = broken;
    const { page } = window;
    const session = await whole(broken, async () => {
      const id = await startAda({ ...window, clock });
      clock.set(at('10:05:00'));
      const seen = { session: id, vitals: vitals(141, 88, 91, 98), effects: [], ended: [] };
      await window.call('observation:record', seen);
      return id;
    });
    await openChair(hands, 2);
    const timeline = handsOn(hands.page, page.getByRole('region', { name: 'Timeline' }));
    await timeline.press('Correct Vitals of 10:05:00');
    const sheet = inDialog(hands, 'Correct');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Systolic' }).fill('131');
    await sheet.pick('mistyped', 'What was wrong');
    await sheet.press(/^Correct for Chair 2/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const { vitals: rows } = await window.call('session:load', { session });
    expect(rows.at(-1)).toMatchObject({ systolic: 131 });

    await whole(broken, async () => {
      await runAda({ ...window, clock }, session);
      await dischargeAda({ ...window, clock }, session);
    });
    await page.getByRole('region', { name: 'To finish' }).waitFor();
    await hands.press(/^Print/);
    await page.getByText(/^It was handed to the print dialog, but/).waitFor({ state: 'hidden' });
    await disk.quiet(page);
    expect(savedAfterwards(disk)).toEqual({ 'observation:correct': 1, 'document:print': 1 });
  });

  it('is said of what the pump shows after a restart', async () => {
    const paths = trainingProfile();
    const before = await openClinic({ paths, ticks: true });
    const session = await startAda(before);
    before.clock.set(at('10:17:32'));
    before.desk.close();
    const { window, hands, disk } = await openOnBrokenDisk({ paths, now: at('10:19:10') });
    disk.on = false;
    await window.signIn('lim');
    disk.on = true;
    await hands.press('Type what the pump shows');
    const sheet = inDialog(hands);
    await sheet.pick('running', 'The pump is');
    await sheet.type('Volume shown by the pump', '17.2');
    await sheet.press(/^Save for Chair 2/);
    await window.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(savedAfterwards(disk)).toEqual({ 'interruption:answer': 1 });
    expect((await window.call('session:load', { session })).interruption).toBeNull();
  });

  it('is said of a drill, an export and what is opened again from it', async () => {
    const broken = await openOnBrokenDisk();
    const { window, hands, disk } = broken;
    const { page } = window;
    await whole(broken, () => window.signIn('amari'));
    await hands.press('Record');
    await hands.press('Make a backup now');
    await hands.sees('Backup 14-Nov-2025 09:00');
    await hands.press('Run a restore drill');
    await hands.sees('14-Nov-2025 09:00 · whole');
    await hands.secret('Passphrase for this export', PASSPHRASE);
    await hands.secret('The same passphrase again', PASSPHRASE);
    await hands.press('Export encrypted');
    await hands.sees(/^Exported to/);
    await hands.choose(/Choose/, 'TRAINING');
    await hands.secret('Passphrase of this export', PASSPHRASE);
    await hands.press('Open beside the record');
    await page.getByText(/came later and are not in it/).waitFor();
    expect(savedAfterwards(disk)).toEqual({ 'keeping:drill': 1, 'keeping:export': 1, 'keeping:restore': 1 });
    // What was not recorded left nothing behind.
    expect((await window.call('keeping:load', {})).exports).toHaveLength(1);
  });

  it('is said of what somebody records about a missing end', async () => {
    const paths = trainingProfile();
    const lost = { seq: 1_000_000, hash: '0'.repeat(64) };
    writeFileSync(anchorFile(paths.config, recordFiles(paths).training), JSON.stringify(lost));
    const broken = await openOnBrokenDisk({ paths });
    const { window, hands, disk } = broken;
    await whole(broken, () => window.signIn('amari'));
    const { trainingKeys } = await window.call('app:load', {});
    const user = await window.idOf('amari');
    await hands.press('Record what happened');
    const sheet = inDialog(hands);
    await sheet.secret('Your passphrase', trainingKeys?.find((key) => key.user === user)?.passphrase ?? '');
    await window.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(savedAfterwards(disk)).toEqual({ 'keeping:acceptStanding': 1 });
    expect((await window.call('app:load', {})).standing).toEqual({ kind: 'whole' });
  });
});

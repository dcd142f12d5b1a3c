import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../src/main/eventLog/backupFile.ts';
import { fileStamp } from '../../src/main/eventLog/damagedFile.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { inDialog } from '../play/hands.ts';
import { canBreakDisk } from '../support/brokenDisk.ts';
import { clinicOn, trainingProfile } from '../support/clinic.ts';
import { tamperWith } from '../support/tamper.ts';
import { at } from '../support/times.ts';
import { openOnBrokenDisk, savedAfterwards } from './support/brokenWindow.ts';

const PASSPHRASE = 'three grey herons';

describe.runIf(canBreakDisk)('a save that fails while the record is looked after', () => {
  it('is said of a drill, an export and what is opened again, leaves no file behind, and the next press does it once', async () => {
    const { window, disk, hands, set } = await openOnBrokenDisk();
    await set('amari', async () => undefined);
    await hands.press('Record');
    await hands.press('Make a backup now');
    await hands.sees(/^14-Nov-2025 09:00 · [\d,]+ events/);
    await hands.press('Run a restore drill');
    await hands.sees('14-Nov-2025 09:00 · whole');
    await hands.secret('Passphrase for this export', PASSPHRASE);
    await hands.secret('The same passphrase again', PASSPHRASE);
    await hands.press('Export encrypted');
    await hands.sees(/^Exported to/);
    expect((await window.call('keeping:load', {})).exports).toHaveLength(1);
    await hands.choose(/Choose/, 'TRAINING');
    await hands.secret('Passphrase of this export', PASSPHRASE);
    await hands.press('Open beside the record');
    await hands.sees(/came later and are not in it/);
    expect(savedAfterwards(disk)).toEqual({ 'keeping:drill': 1, 'keeping:export': 1, 'keeping:restore': 1 });
  });

  it('is said of a backup that could not be written, and the last good one stays the newest', async () => {
    const paths = trainingProfile();
    const { window, clock, hands, set } = await openOnBrokenDisk({ paths });
    await set('amari', async () => undefined);
    await hands.press('Record');
    await hands.press('Make a backup now');
    await hands.sees(/^14-Nov-2025 09:00 · [\d,]+ events/);
    clock.set(at('09:30:00'));
    // Where the copy would be written stands something that no file can take the place of.
    const folder = backupFolder(paths.data, recordFiles(paths).training);
    const inItsWay = join(folder, `${fileStamp(clock.now())}.db.new`);
    mkdirSync(inItsWay);
    await hands.press('Make a backup now');
    await hands.sees(/^No backup was made: the copy could not be written/);
    await hands.sees(/^14-Nov-2025 09:00 · [\d,]+ events/);
    expect((await window.call('keeping:load', {})).backups).toHaveLength(1);
    rmdirSync(inItsWay);
    await hands.press('Make a backup now');
    await hands.sees(/^14-Nov-2025 09:30 · [\d,]+ events/);
    expect((await window.call('keeping:load', {})).backups).toHaveLength(2);
  });

  it('is said of what opening found, and the record stays closed for entries until it is recorded', async () => {
    const paths = trainingProfile();
    const earlier = await clinicOn(paths);
    await earlier.signIn('lim');
    const seen = earlier.desk.record()?.log.head().seq ?? 0;
    earlier.desk.close();
    tamperWith(recordFiles(paths).training, `DELETE FROM event WHERE seq > ${seen - 2}`);
    const { window, disk, hands, set } = await openOnBrokenDisk({ paths });
    await set('amari', async () => undefined);
    await hands.press('Record what happened');
    await inDialog(hands).secret('Your passphrase', 'stone-bridge');
    await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(savedAfterwards(disk)).toEqual({ 'keeping:acceptStanding': 1 });
    expect((await window.call('app:load', {})).standing).toEqual({ kind: 'whole' });
  });
});

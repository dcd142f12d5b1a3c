import { describe, expect, it, onTestFinished } from 'vitest';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn } from '../play/hands.ts';
import { clinicOn, trainingProfile } from '../support/clinic.ts';
import { makeLarge, placeOfIndexPage, rot } from '../support/largeRecord.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';

describe('a large record that a disk has damaged since it was closed', () => {
  it('is shown at once, gone through beside the work, and said to be damaged: the backup is open for reading', async () => {
    const paths = trainingProfile();
    const { training } = recordFiles(paths);
    const before = await clinicOn(paths);
    const record = before.desk.record();
    if (!record) throw new Error('no record');
    makeLarge(record.log);
    const backup = await before.desk.backups.make();
    before.desk.close();
    rot(training, placeOfIndexPage(training), () => 0xff);

    const clock = createSetClock(TODAY + 60_000, ZONE);
    const window = await openWindow({ paths, clock, open: 'training' });
    onTestFinished(() => window.app.close());
    const { page } = window;
    await window.signIn('lim');
    const hands = handsOn(page);
    await hands.sees('Lock F8');
    expect(await page.getByText('The record file was damaged.').count()).toBe(0);
    clock.advance(1_000);
    await page.getByText('The record file was damaged.').waitFor({ timeout: 60_000 });
    const said = await page.locator('body').innerText();
    expect(said).toContain(`up to event ${backup.ok ? backup.value.seq : 0}`);
    expect(said).toContain('The damaged file is kept as training.db.damaged-');
    expect(said).toContain('Until then write on downtime forms: nothing is recorded here.');
    // Whoever was signed in still is.
    await hands.sees('Lock F8');
  });
});

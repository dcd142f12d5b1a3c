import { describe, expect, it, onTestFinished } from 'vitest';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn } from '../play/hands.ts';
import { openPatient } from '../play/referencePlay.ts';
import { breakDisk, canBreakDisk } from '../support/brokenDisk.ts';
import { trainingProfile } from '../support/clinic.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';

describe.runIf(canBreakDisk)('a save that fails, in the window', () => {
  it('says so, keeps what was typed, shows nothing of it as recorded, and takes it when it is sent again', async () => {
    const paths = trainingProfile();
    const window = await openWindow({ paths, clock: createSetClock(TODAY, ZONE), open: 'training' });
    onTestFinished(() => window.app.close());
    const { page } = window;
    await window.signIn('lim');
    const hands = handsOn(page);
    await hands.sees('Lock F8');
    await openPatient(hands);
    await hands.type('Weight', '71.5');
    await hands.type('Scale', 'scale 1');
    await hands.pick('Measured', 'How');
    await hands.pick('Yes', 'Clothed');
    const list = page.getByRole('region', { name: 'Weighings' });
    const before = await list.innerText();

    breakDisk(`${recordFiles(paths).training}-wal`, 'sync');
    await hands.press('Record weight for OKAFOR, Ada');
    await hands.sees('Not saved. Your entry is still here. Write it on the downtime form too.');
    expect(await page.getByRole('textbox', { name: 'Weight' }).inputValue()).toBe('71.5');
    expect(await page.getByRole('textbox', { name: 'Scale' }).inputValue()).toBe('scale 1');
    expect(await list.innerText()).toBe(before);

    await hands.press('Record weight for OKAFOR, Ada');
    await list.getByText('71.5').waitFor();
    expect(await list.getByText('71.5').count()).toBe(1);
  });
});

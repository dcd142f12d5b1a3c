import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { type Hands, handsOn } from '../play/hands.ts';
import { trainingProfile } from '../support/clinic.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

const DAY = 24 * 3_600_000;

describe('the record and its backups, in the window', () => {
  it('are looked after by a director: backup, check of all events, drill, export and restore', async () => {
    const clock = createSetClock(TODAY, ZONE);
    const window = await openWindow({
      paths: trainingProfile(),
      clock,
      open: 'training',
      theme: 'dim',
      attended: false,
    });
    onTestFinished(() => window.app.close());
    const { page } = window;
    await window.signIn('lim');
    const hands = handsOn(page);
    await hands.sees('No backup yet');
    expect(await page.getByRole('button', { name: 'Record', exact: true }).count()).toBe(0);
    await window.signIn('amari');
    await hands.press('Record');
    // The copy of the training clinic came without a kept head: said here, and nowhere is anything stopped for it.
    await hands.sees(/no last event of it had been kept on this computer/);
    await hands.press('Make a backup now');
    await hands.sees('Backup 14-Nov-2025 09:00');
    await hands.press('Check all events');
    await hands.sees(/events, chain intact/);
    await hands.press('Run a restore drill');
    await hands.sees('14-Nov-2025 09:00 · whole');
    await hands.secret('Passphrase for this export', 'three grey herons');
    await hands.secret('The same passphrase again', 'three grey herons');
    await hands.press('Export encrypted');
    await hands.sees(/^Exported to/);
    await hands.choose(/Choose/, 'TRAINING');
    await hands.secret('Passphrase of this export', 'three grey herons');
    await hands.press('Open beside the record');
    await hands.sees(/came later and are not in it/);
    await openFromElsewhere(window, hands);
    const logins = page.getByRole('table', { name: 'Sign-ins' });
    expect(await logins.getByRole('row').nth(1).innerText()).toMatch(
      /14-Nov-2025.*Dr L\. Amari.*signed in.*passphrase/s,
    );
    expect(await logins.getByRole('row').nth(2).innerText()).toMatch(/R\. Lim.*signed in/s);
    expect(await axeViolations(page)).toEqual([]);

    clock.advance(DAY + 60_000);
    await hands.sees('Backup 15-Nov-2025 09:01');
  });
});

/** The same export, brought from a folder the program does not know, as from a drive that was plugged in. */
async function openFromElsewhere({ page, call }: OpenWindow, hands: Hands): Promise<void> {
  const { exports: names } = await call('keeping:load', {});
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-drive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const elsewhere = join(folder, 'from the drive.infusiondesk');
  const exported = (await page.getByText(/^Exported to/).innerText()).replace('Exported to ', '');
  expect(exported).toContain(names[0]);
  copyFileSync(exported, elsewhere);
  const chooser = page.waitForEvent('filechooser');
  await hands.press('Choose a file from elsewhere');
  await (await chooser).setFiles(elsewhere);
  await hands.sees('from the drive.infusiondesk');
  await hands.secret('Passphrase of this export', 'not this passphrase');
  await hands.press('Open beside the record');
  await hands.sees(/^It did not open: the passphrase is not the one it was made with/);
  await page.getByLabel('Passphrase of this export').fill('');
  await hands.secret('Passphrase of this export', 'three grey herons');
  await hands.press('Open beside the record');
  await page.getByText(/^It did not open/).waitFor({ state: 'hidden' });
  await hands.sees(/restored-.*-2\.db$/);
}

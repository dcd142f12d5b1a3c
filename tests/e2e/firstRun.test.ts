import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userPaths } from '../../src/main/paths.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { type Hands, handsOn } from '../play/hands.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

const PERMISSIONS = 0o777;

/** A computer on which the program was never started. */
async function freshWindow(home = mkdtempSync(join(tmpdir(), 'infusion-desk-first-'))): Promise<OpenWindow> {
  const window = await openWindow({ paths: userPaths(home), clock: createSetClock(TODAY, ZONE) });
  onTestFinished(async () => {
    await window.app.close();
    rmSync(home, { recursive: true, force: true });
  });
  return window;
}

async function typePerson(hands: Hands, fullName: string, passphrase: string): Promise<void> {
  await hands.type('Full name', fullName);
  await hands.secret('Passphrase', passphrase);
  await hands.secret('Passphrase again', passphrase);
}

describe('the first run of a real clinic', () => {
  it('makes a director and an administrator, names clinic and chairs, and ends on a board that authorises nothing', async () => {
    const home = mkdtempSync(join(tmpdir(), 'infusion-desk-first-'));
    const { page, call } = await freshWindow(home);
    const hands = handsOn(page);
    await hands.press('Set up this workstation');
    await typePerson(hands, 'Dr Mara Quill', 'amber-windmill');
    await hands.type('Day', '31');
    const next = page.getByRole('button', { name: 'Next: administrator' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await hands.type(/^Month/, '3');
    await hands.type('Year', '2027');
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/firstRun.png` });
    await hands.press('Next: administrator');
    await typePerson(hands, 'Jonas Field', 'silver-anchor');
    expect(await axeViolations(page)).toEqual([]);
    await hands.press('Next: clinic and chairs');
    await hands.type('Name of the clinic', 'Harbour Clinic');
    await hands.type('Name of this workstation', 'Room 2');
    await hands.choose(/Number of chairs/, '4');
    await hands.press('Set up this workstation');

    await hands.press(/Quill/);
    await hands.secret(/^Passphrase of/, 'amber-windmill');
    await hands.sees('No published library. Sessions cannot be authorised.');
    expect(await page.getByRole('article').count()).toBe(4);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain('TRAINING');

    const app = await call('app:load', {});
    expect(app.staff.map(({ fullName }) => fullName).sort()).toEqual(['Dr Mara Quill', 'Jonas Field']);
    const expires = app.staff.map(({ fullName, licenceExpires }) => [fullName, licenceExpires]);
    expect(Object.fromEntries(expires)).toEqual({ 'Dr Mara Quill': '2027-03-31', 'Jonas Field': null });
    const { clinic, training } = recordFiles(userPaths(home));
    expect(statSync(clinic).mode & PERMISSIONS).toBe(0o600);
    expect(() => statSync(training)).toThrow();
  });

  it('refuses one person for both and one passphrase for both, beside the field', async () => {
    const { page } = await freshWindow();
    const hands = handsOn(page);
    await hands.press('Set up this workstation');
    await typePerson(hands, 'Dr Mara Quill', 'short');
    await hands.sees(/at least 8/);
    await hands.secret('Passphrase', '-and-more');
    await hands.secret('Passphrase again', '-and-more');
    await hands.press('Next: administrator');
    await typePerson(hands, 'Dr Mara Quill', 'short-and-more');
    const next = page.getByRole('button', { name: 'Next: clinic and chairs' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
  });
});

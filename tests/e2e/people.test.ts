import { describe, expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { trainingProfile } from '../support/clinic.ts';
import { startAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

const FIRST_PASSPHRASE = 'seven quiet boats';
const OWN_PASSPHRASE = 'eight loud boats';

describe('people, in the window', () => {
  it('are added by an administrator, choose their own passphrase and PIN, and leave', async () => {
    const clock = createSetClock(TODAY, ZONE);
    const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
    onTestFinished(() => window.app.close());
    const { page } = window;
    const hands = handsOn(page);
    await hands.press(/^A\. Reyes/);
    await hands.secret('Passphrase of A. Reyes', 'winter-almond');
    await hands.press('People');
    await hands.sees('8 work here');
    expect(await axeViolations(page)).toEqual([]);

    await hands.press('Add a person');
    const sheet = inDialog(hands, 'Add a person');
    await sheet.type('Full name', 'Mara Field');
    await sheet.tick('Nurse');
    await sheet.pick('I choose it; they replace it at the next sign-in');
    await sheet.secret('New passphrase', FIRST_PASSPHRASE);
    await sheet.secret('New passphrase again', FIRST_PASSPHRASE);
    expect(await axeViolations(page)).toEqual([]);
    await sheet.press('Add Mara Field');
    await hands.sees('9 work here');
    await hands.sees('passphrase to be replaced, no PIN');
    await hands.key('F8');

    await hands.press(/^M\. Field/);
    await hands.secret('Passphrase of M. Field', FIRST_PASSPHRASE);
    await hands.sees('Choose your own passphrase');
    expect(await axeViolations(page)).toEqual([]);
    await hands.secret('Passphrase you have now', FIRST_PASSPHRASE);
    await hands.secret(/^New passphrase$/, OWN_PASSPHRASE);
    await hands.secret('New passphrase again', OWN_PASSPHRASE);
    await hands.press('My keys');
    await hands.secret('Your passphrase', OWN_PASSPHRASE);
    await hands.secret(/^New PIN$/, '123456');
    await hands.secret('New PIN again', '123456');
    await hands.sees(/^This PIN is too plain\./);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('a desk that was left, in the window', () => {
  it('locks, says what was not saved, keeps the key’s time under one PIN, and has a loud way in', async () => {
    const clock = createSetClock(TODAY, ZONE);
    const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
    onTestFinished(() => window.app.close());
    const { page } = window;
    const hands = handsOn(page);
    await startAda({ ...window, clock });
    clock.set(at('10:05:00'));
    await hands.sees('Lock F8');
    await hands.key('2');
    await hands.key('v');
    const pad = inDialog(hands);
    await pad.type('Systolic, mmHg', '141');
    await window.call('identity:lock', {});
    await hands.sees(/^Typed and not saved when this desk locked: Chair 2, record\./);
    expect(await axeViolations(page)).toEqual([]);

    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await hands.key('2');
    await hands.key('p');
    const press = inDialog(hands, /^Pause at 10:05:00 — Chair 2, A\.O\./);
    await press.choose(/Who you are/, 'R. Lim RN');
    expect(await axeViolations(page)).toEqual([]);
    clock.set(at('10:05:30'));
    await press.secret('PIN of R. Lim', '204816');
    await hands.sees('PAUSED');

    await hands.press('Emergency access');
    const door = inDialog(hands, 'Emergency access');
    await door.type('Your full name', 'Sam Field');
    await hands.sees(/^EMERGENCY ACCESS is open: “Sam Field”/);
    expect(await axeViolations(page)).toEqual([]);
    await hands.key('F8');
    await hands.press(/^Dr L\. Amari/);
    await hands.secret('Passphrase of Dr L. Amari', 'stone-bridge');
    await hands.press('Look at it');
    const review = inDialog(hands, /^Emergency access by “Sam Field”/);
    await review.sees('Nothing was recorded under it.');
    await review.type('Who it was, and what follows from it', 'S. Field, relief nurse.');
    await review.secret('Your passphrase', 'stone-bridge');
    await page.getByText(/waits for a medical director/).waitFor({ state: 'hidden' });
  });
});

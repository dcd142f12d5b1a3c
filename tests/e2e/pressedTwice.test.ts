import { describe, expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { identify } from '../play/checklistPlay.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { matchAda, prepareForAda, readyAda } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';

describe('a button that is pressed twice, and an Enter that bounces', () => {
  it('record one thing: the start, a round of vital signs, a change of the rate, a pause, a stop', async () => {
    const clock = createSetClock(TODAY, ZONE);
    const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
    onTestFinished(() => window.app.close());
    const { page } = window;
    const scene = { ...window, clock };
    const session = await matchAda(scene);
    await prepareForAda(scene, session);
    const before = await readyAda(scene, session);
    const recorded = async (): Promise<number> => {
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      return (await window.call('session:load', { session })).events;
    };
    await page.reload();
    const hands = handsOn(page);
    await openChair(hands, 2);
    clock.set(at('10:00:00'));
    await identify(hands);
    await page.getByRole('button', { name: /^Start Chair 2/ }).dblclick();
    // The second press of the two stops the count: nothing starts on a press that was not meant.
    await page.getByRole('button', { name: /^Start Chair 2/ }).waitFor();
    await page.getByRole('button', { name: /^Start Chair 2/ }).click();
    await page.getByRole('region', { name: 'Given' }).waitFor();
    const started = await recorded();
    expect(started).toBe(before.events + 1);

    await hands.key('v');
    const pad = inDialog(hands);
    for (const [name, value] of [
      ['Systolic', '141'],
      ['Diastolic', '88'],
      ['HR', '91'],
    ] as const)
      await pad.type(name, value);
    const last = page.getByRole('dialog').getByRole('textbox', { name: 'SpO2' });
    await last.focus();
    await page.keyboard.type('98');
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    expect(await recorded()).toBe(started + 1);

    clock.set(at('10:12:00'));
    await hands.key('r');
    const rate = inDialog(hands);
    await rate.press(/^40\.5/);
    await rate.pick(/nausea/i);
    await rate.type('Pump shows', '40.5');
    await page.getByRole('button', { name: /^Change the rate of/ }).dblclick();
    expect(await recorded()).toBe(started + 2);

    // The same rate again, at once: asked about while it is typed, and there is nothing to press.
    await hands.key('r');
    await rate.press(/^40\.5/);
    await rate.sees(/was recorded less than 3 s ago\. Did you mean it once\?/);
    await rate.press('Close');
    await rate.sees(/Typed and not saved/);
    await rate.press('Close');
    expect(await recorded()).toBe(started + 2);

    clock.set(at('10:20:00'));
    await hands.key('p');
    await page.getByRole('button', { name: /^Record pause at/ }).dblclick();
    expect(await recorded()).toBe(started + 3);
    await hands.key('s');
    await page.getByRole('button', { name: /^Record stop at/ }).dblclick();
    // The stop and the beginning of the recovery.
    expect(await recorded()).toBe(started + 5);
  });
});

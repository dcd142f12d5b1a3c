import { describe, expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, inDialog, settle } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { dischargeAda, runAda, startAda, vitals } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

async function running(theme: 'light' | 'dim') {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, theme, open: 'training' });
  onTestFinished(() => window.app.close());
  const scene = { ...window, clock };
  const session = await startAda(scene);
  clock.set(at('10:10:00'));
  const seen = { effects: [{ effect: 'nausea' as const, severity: 1 }], ended: [] };
  await window.call('observation:record', { session, vitals: vitals(141, 88, 91, 98), ...seen });
  clock.set(at('10:14:00'));
  await window.page.reload();
  const hands = handsOn(window.page);
  await openChair(hands, 2);
  const timeline = window.page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('Nausea 1 (mild)').waitFor();
  return { window, scene, session, hands, timeline };
}

describe('a mistyped round of vital signs', () => {
  it('is put right from its line of the timeline by the keyboard alone, and stays readable, struck through', async () => {
    const { window, hands, timeline } = await running('dim');
    const { page } = window;
    await handsOn(page, timeline).press('Correct Vitals of 10:10:00');
    const sheet = inDialog(hands, 'Correct');
    await sheet.sees(/^Recorded 10:10 by R\. Lim: BP\s141\/88/);
    const systolic = page.getByRole('dialog').getByRole('textbox', { name: 'Systolic' });
    expect(await systolic.inputValue()).toBe('141');
    await systolic.focus();
    for (let digit = 0; digit < 3; digit += 1) await hands.key('Backspace');
    await page.keyboard.type('128');
    await sheet.pick('mistyped', 'What was wrong');
    await settle(page);
    expect(await axeViolations(page)).toEqual([]);
    await sheet.press(/^Correct for Chair 2 — OKAFOR, Ada/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await timeline.getByText('corrected 10:14: mistyped').waitFor();
    expect(await timeline.locator('del').innerText()).toMatch(/BP\s141\/88/);
    expect(await timeline.getByText(/BP\s128\/88/).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    await settle(page);
  });

  it('and an effect are put right after the infusion too, until the record is signed', async () => {
    const { window, scene, session, hands } = await running('light');
    const { page } = window;
    await runAda(scene, session);
    await hands.press('Timeline');
    const rows = inDialog(hands, 'Timeline');
    await rows.press('Correct Nausea 1 (mild) of 10:10:00');
    const sheet = inDialog(hands, 'Correct');
    await sheet.press(/^Dizzy/);
    await sheet.pick('mistyped', 'What was wrong');
    await settle(page);
    await sheet.press(/^Correct for Chair 2 — OKAFOR, Ada/);
    await rows.sees(/corrected 10:54: mistyped/);
    await rows.sees('Dizzy 1 (mild)');
    await rows.press('Close');
    await dischargeAda(scene, session);
    await page.getByRole('region', { name: 'To finish' }).waitFor();
    await hands.press('Timeline');
    await rows.press('Correct Vitals during pause of 10:20:40');
    const at1020 = inDialog(hands, 'Correct');
    const seen = page.getByRole('dialog').getByRole('textbox', { name: 'Seen at' });
    await seen.fill('10:2');
    await at1020.sees('Type the time as hours and minutes: 09:05');
    await seen.fill('10:18');
    await at1020.pick('wrong time', 'What was wrong');
    await at1020.press(/^Correct for Chair 2/);
    await rows.sees(/corrected 11:32: wrong time/);
    const view = await window.call('session:load', { session });
    expect(view.vitals.some(({ done }) => done.happenedAt === at('10:18:40'))).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });
});

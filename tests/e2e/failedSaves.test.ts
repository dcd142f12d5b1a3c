import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { openChair } from '../play/referencePlay.ts';
import { canBreakDisk } from '../support/brokenDisk.ts';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import {
  enter,
  matchAda,
  mixForAda,
  orderForAda,
  startAda,
  vitals,
  weighAda,
} from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';
import { type BrokenWindow, openOnBrokenDisk, savedAfterwards } from './support/brokenWindow.ts';

/** Another weight than on the slip, and what follows from it. */
const SLIP = { weight: '74.2', pumpRate: '55.6', volumeToGive: '37.1' };

/** Two entries that do not agree. */
async function differ(clinic: Parameters<typeof enter>[0], session: string): Promise<void> {
  clinic.clock.set(clinic.clock.now() + 60_000);
  await enter(clinic, session, null, 1);
  await enter(clinic, session, 'osei', 2, SLIP);
}

/** Ada’s infusion runs at chair 2, in front of R. Lim. */
async function running(): Promise<BrokenWindow & { readonly session: string }> {
  const broken = await openOnBrokenDisk();
  const session = await broken.set('lim', startAda);
  return { ...broken, session };
}

describe.runIf(canBreakDisk)(
  'a save that fails is said, keeps what was typed, and is stored once by the next press',
  () => {
    it('of a second attempt after a mismatch', async () => {
      const { window, disk, hands, set } = await openOnBrokenDisk();
      const session = await set('lim', async (clinic) => {
        const ordered = await orderForAda(clinic, await weighAda(clinic));
        await differ(clinic, ordered);
        return ordered;
      });
      await openChair(hands, 2);
      await hands.press('Start attempt 2 of 2 — Chair 2');
      await hands.sees('First entry waiting, Chair 2');
      expect(savedAfterwards(disk)).toEqual({ 'entry:secondAttempt': 1 });
      expect((await window.call('session:load', { session })).state).toBe('AUTHORISED');
    });

    it('of a hold that is opened, and of its release', async () => {
      const { window, disk, hands, set } = await openOnBrokenDisk();
      const session = await set('amari', async (clinic) => {
        const ordered = await orderForAda(clinic, await weighAda(clinic));
        await differ(clinic, ordered);
        await clinic.call('entry:secondAttempt', { session: ordered });
        await differ(clinic, ordered);
        return ordered;
      });
      await openChair(hands, 2);
      await hands.press('Review the hold — Chair 2');
      await hands.press('Open the two entries');
      await hands.pick('Both sets', 'Which source was wrong?');
      await hands.page.getByRole('textbox', { name: 'Reason' }).fill('the slip was read from the wrong line');
      await hands.press(/^Release the hold of Chair 2/);
      await hands.sees('First entry waiting, Chair 2');
      expect(savedAfterwards(disk)).toEqual({ 'hold:load': 1, 'hold:release': 1 });
      expect((await window.call('session:load', { session })).state).toBe('AUTHORISED');
    });

    it('of what the pump shows after an interruption', async () => {
      const paths = trainingProfile();
      const clock = createSetClock(TODAY, ZONE);
      const before = await openClinic({ paths, clock, ticks: true });
      const session = await startAda(before);
      clock.set(at('10:17:32'));
      before.desk.close();
      const { window, disk, hands, set } = await openOnBrokenDisk({ paths, now: at('10:19:10') });
      await set('lim', async () => undefined);
      await hands.press('Type what the pump shows');
      const sheet = inDialog(hands);
      await sheet.pick('running', 'The pump is');
      await sheet.type('Volume shown by the pump', '17.2');
      await sheet.press(/^Save for Chair 2/);
      await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(savedAfterwards(disk)).toEqual({ 'interruption:answer': 1 });
      expect((await window.call('session:load', { session })).interruption).toBeNull();
    });

    it('of a correction and a note', async () => {
      const { window, clock, disk, hands, set, session } = await running();
      await set('lim', async ({ call }) => {
        clock.set(at('10:10:00'));
        const seen = { vitals: vitals(141, 88, 91, 98), effects: [], ended: [] };
        await call('observation:record', { session, ...seen });
        clock.set(at('10:14:00'));
      });
      await openChair(hands, 2);
      const timeline = hands.page.getByRole('region', { name: 'Timeline' });
      await handsOn(hands.page, timeline).press('Correct Vitals of 10:10:00');
      const sheet = inDialog(hands, 'Correct');
      const systolic = hands.page.getByRole('dialog').getByRole('textbox', { name: 'Systolic' });
      await systolic.focus();
      for (let digit = 0; digit < 3; digit += 1) await hands.key('Backspace');
      await hands.page.keyboard.type('128');
      await sheet.pick('mistyped', 'What was wrong');
      await sheet.press(/^Correct for Chair 2 — OKAFOR, Ada/);
      await timeline.getByText('corrected 10:14: mistyped').waitFor();
      await hands.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await hands.key('n');
      await inDialog(hands).type('Note', 'calm, eyes closed');
      await timeline.getByText('Note: calm, eyes closed').waitFor();
      expect(savedAfterwards(disk)).toEqual({ 'observation:correct': 1, 'observation:note': 1 });
      expect(await timeline.locator('del').innerText()).toMatch(/BP\s141\/88/);
      const { timeline: rows } = await window.call('session:load', { session });
      expect(rows.filter(({ text }) => text === 'Note: calm, eyes closed')).toHaveLength(1);
    });

    it('of paper: a PDF is made again, and what left the printer says that it is not in the record', async () => {
      const paths = trainingProfile();
      const { disk, hands, set } = await openOnBrokenDisk({ paths });
      await set('patel', async (clinic) => orderForAda(clinic, await weighAda(clinic)));
      await openChair(hands, 2);
      await hands.press('Order sheet');
      await hands.sees('cut here, one copy for each person');
      await hands.press('Save PDF, A4');
      await hands.sees(/^Saved as .*\.pdf$/);
      expect(readdirSync(paths.documents)).toHaveLength(1);
      await hands.press('Print');
      await hands.sees('Handed to the print dialog.');
      expect(savedAfterwards(disk)).toEqual({ 'document:savePdf': 1, 'document:print': 1 });
    });

    it('of a label: its PDF, its print, and its copy by hand with the reason for it', async () => {
      const { disk, hands, set } = await openOnBrokenDisk();
      await set('lim', async (clinic) => mixForAda(clinic, await matchAda(clinic)));
      await openChair(hands, 2);
      await hands.press('Save PDF');
      await hands.sees(/^Saved as .*label\.pdf$/);
      await hands.type('Why REPRINT 2', 'torn');
      await hands.press(/^Print label, REPRINT 2/);
      await hands.sees('Handed to the print dialog.');
      await hands.type('Why REPRINT 3', 'smudged');
      await hands.press('Copy by hand');
      await hands.sees('Label, to copy by hand');
      expect(savedAfterwards(disk)).toEqual({
        'label:savePdf': 1,
        'label:print': 1,
        'label:copyByHand': 1,
      });
    });
  },
);

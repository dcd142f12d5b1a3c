import { describe, expect, it } from 'vitest';
import { handsOn, inDialog } from '../play/hands.ts';
import { openChair, playReferenceSession } from '../play/referencePlay.ts';
import { canBreakDisk } from '../support/brokenDisk.ts';
import { dischargeAda, matchAda, startAda } from '../support/referenceSession.ts';
import { at, DAY, ZONE } from '../support/times.ts';
import type { OpenWindow } from '../support/window.ts';
import { NOT_SAVED, openOnBrokenDisk, savedAfterwards } from './support/brokenWindow.ts';
import type { FirstSaveFails } from './support/firstSaveFails.ts';

describe.runIf(canBreakDisk)('a disk that fails at the first try of everything that is recorded', () => {
  it('is said each time from the weighing to the signed record, nothing typed is lost, nothing of it shown, and the next press saves it once', async () => {
    const { window, clock, disk, hands } = await openOnBrokenDisk();
    await window.call('app:leave', {});
    await window.page.reload();
    await playReferenceSession({
      page: hands.page,
      clock,
      zone: ZONE,
      day: DAY,
      at: async (scene) => {
        if (scene === 'beforeStart') await startOnBrokenDisk(window, disk);
      },
    });
    expect(savedAfterwards(disk)).toEqual({
      'patient:recordWeight': 1,
      'plan:save': 1,
      'plan:authorise': 1,
      'document:savePdf': 3,
      'entry:submit': 2,
      'preparation:takeVial': 1,
      'preparation:draw': 1,
      'preparation:addDiluent': 1,
      'preparation:witness': 1,
      'preparation:checkLabel': 1,
      'checklist:answer': 15,
      'pump:readBack': 1,
      'infusion:start': 1,
      'observation:record': 10,
      'infusion:changeRate': 1,
      'infusion:pause': 1,
      'infusion:resume': 1,
      'infusion:complete': 1,
      'recovery:recordCriterion': 8,
      'recovery:recordEscort': 1,
      'recovery:discharge': 1,
      'waste:record': 1,
      'record:sign': 2,
    });
    const patient = await window.patient('okafor ada');
    const { rows } = await window.call('patient:sessions', { patient, after: null });
    const record = await window.call('session:load', { session: rows[0]?.id ?? '' });
    // As many facts as the same session has on a good disk: nothing was stored twice.
    expect({ state: record.state, events: record.events }).toEqual({ state: 'SIGNED', events: 62 });
  });

  it('is said of a pause, a stop, their reasons, the pump’s reading, a discrepancy and a cancelled session, too', async () => {
    const { window, clock, disk, hands } = await openOnBrokenDisk();
    const { page } = window;
    const scene = { ...window, clock };
    disk.on = false;
    await matchAda(scene);
    await page.reload();
    await page.getByText('OKAFOR').first().waitFor();
    disk.on = true;
    await openChair(hands, 2);
    await hands.press('Cancel session');
    const cancel = inDialog(hands);
    await cancel.type('Reason', 'wrong chair');
    await cancel.press(/^Cancel Chair 2/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    disk.on = false;
    const session = await startAda(scene);
    disk.on = true;
    await openChair(hands, 2);
    clock.set(at('10:05:00'));
    await hands.key('p');
    await inDialog(hands).press(/^Record pause at 10:05:00/);
    const why = handsOn(hands.page, page.getByRole('region', { name: 'Reason for the pause' }));
    await why.pick(/pump/i);
    await why.press(/^Save for Chair 2/);
    await page.getByRole('region', { name: 'Reason for the pause' }).waitFor({ state: 'hidden' });
    await hands.key('s');
    await inDialog(hands).press(/^Record stop at 10:05:00/);
    await hands.press('Read the pump');
    const pump = inDialog(hands);
    await pump.type('Volume given, as the pump shows', '4.5');
    await pump.pick('diluent', 'Line primed with');
    await pump.pick('yes', 'Line flushed at the end');
    await pump.press(/^Save for Chair 2/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await hands.press('Give the reason for the stop');
    const stop = inDialog(hands);
    await stop.type('Reason', 'pump fault');
    await stop.press(/^Save for Chair 2/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    disk.on = false;
    await dischargeAda(scene, session);
    const wasted = { vial: '150', syringe: '40', line: '0' };
    const witness = await window.second('osei');
    await window.call('waste:record', { session, typed: wasted, witness, witnessTyped: wasted });
    disk.on = true;
    await hands.press('Record the discrepancy');
    const rest = inDialog(hands);
    await rest.type('What became of it', 'spilt at the pump');
    await rest.choose(/Witness/, 'J. Osei');
    await rest.secret('PIN of J. Osei', '731952');
    await rest.press(/^Save for Chair 2/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(savedAfterwards(disk)).toEqual({
      'session:cancel': 1,
      'infusion:pause': 1,
      'infusion:givePauseReason': 1,
      'infusion:stop': 1,
      'infusion:readPump': 1,
      'infusion:giveStopReason': 1,
      'waste:recordDiscrepancy': 1,
    });
  });
});

/** The start is sent three seconds after its press. The session is not running until it was saved. */
async function startOnBrokenDisk({ page }: OpenWindow, disk: FirstSaveFails): Promise<void> {
  await page.getByRole('button', { name: /^Start Chair 2/ }).press('Enter');
  await page.getByText(NOT_SAVED).waitFor();
  await disk.quiet(page);
  expect(await page.getByRole('region', { name: 'Given' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Start Chair 2/ }).count()).toBe(1);
}

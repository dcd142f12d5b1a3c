import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn } from '../play/hands.ts';
import { trainingProfile } from '../support/clinic.ts';
import { orderForAda, REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

it('the pharmacist sees which limits signed orders passed and why; a nurse has no such screen', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  const text = async () => (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');
  const hands = handsOn(page);
  const signIn = async (person: 'lim' | 'novak') => {
    await window.signIn(person);
    await page.reload();
    await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  };
  const rail = page.getByRole('navigation', { name: 'Screens' });

  await signIn('lim');
  expect(await rail.getByRole('button').allInnerTexts()).not.toContain('Limits');

  await signIn('novak');
  await hands.press('Limits');
  await hands.sees('6 orders signed. None has passed a limit.');
  expect(await axeViolations(page)).toEqual([]);

  const typed = { ...REFERENCE_PLAN, dose: '0.8', amount: '75' };
  const reason = { limit: 'soft above dose', reason: 'tolerance shown in last session' };
  const session = await orderForAda({ ...window, clock }, await weighAda({ ...window, clock }), typed, [
    reason,
  ]);
  await window.signIn('patel');
  await window.call('session:cancel', { session, reason: 'patient went home' });

  await signIn('novak');
  await hands.press('Limits');
  await hands.sees('7 orders signed.');
  await hands.sees(/^Dose above the soft limit 0\.75\smg\/kg$/);
  const shown = (await text()).replace(/\s+/g, ' ');
  expect(shown).toContain('14.3 % 1 of 7 orders 14-Nov-2025 Dr S. Patel tolerance shown in last session');
  expect(await axeViolations(page)).toEqual([]);
  await hands.key('F8');
  await page.getByRole('region', { name: 'Who signs in' }).waitFor();
});

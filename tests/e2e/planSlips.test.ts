import { expect, it, onTestFinished } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn } from '../play/hands.ts';
import { openPatient } from '../play/referencePlay.ts';
import { trainingProfile } from '../support/clinic.ts';
import { weigh, weighAda } from '../support/referenceSession.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

it('the prescriber sees at once what a typed dose or duration looks like, beside its rule or alone', async () => {
  const clock = createSetClock(TODAY, ZONE);
  const window = await openWindow({ paths: trainingProfile(), clock, open: 'training' });
  onTestFinished(() => window.app.close());
  const { page } = window;
  await weigh(window, await weighAda({ ...window, clock }), '50', 'twice');
  await window.signIn('patel');
  await page.reload();
  await page.getByRole('heading', { name: 'Chairs' }).waitFor();
  const hands = handsOn(page);
  await openPatient(hands);
  await hands.press(/^Plan a session for OKAFOR/);
  await hands.choose(/Protocol/, 'ketamine — mood');

  await hands.type('Dose', '5');
  const rules = page.getByRole('list', { name: 'Rules that are broken' });
  await rules.getByText('is 10 times the usual').waitFor();
  expect((await rules.innerText()).replaceAll('\u00a0', ' ')).toContain(
    'The library owner can change limits. 5 mg/kg is 10 times the usual 0.5 mg/kg. Check the point.',
  );
  expect(await page.getByRole('list', { name: 'Values to look at again' }).count()).toBe(0);

  await hands.type('Dose', '0.5');
  await hands.type('Over', '50');
  const again = page.getByRole('list', { name: 'Values to look at again' });
  await again.getByText('50 min has the number of the weight, 50 kg. Check the field.').waitFor();
  expect(await rules.count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);

  await hands.type('Over', '40');
  await again.waitFor({ state: 'detached' });
});

import { expect, it } from 'vitest';
import { openClinic, trainingProfile } from '../support/clinic.ts';
import { publishProtocol } from '../support/publish.ts';
import { planForAda, typeRate } from './support/planByHand.ts';
import { openTrainingWindow } from './support/trainingWindow.ts';

it('scenario 3: 0.25 mL/h on a pump with steps of 0.1 would be 20 % less, and is refused until the concentration is changed', async () => {
  const window = await openTrainingWindow();
  const { page, hands, seen } = window;
  await planForAda(window, 'ketamine — pain, days');
  // 5 mg/h of 20 mg per mL.
  const rate = { dose: '5', over: { days: '1', hours: '0', minutes: '0' }, vial: '50 mg per mL' };
  await typeRate(hands, { ...rate, amount: '10000', volume: '500' });
  await hands.sees(
    /This concentration cannot give the dose within 5.% on this pump\. Change the concentration\./,
  );
  const refused = await seen('scenario-3');
  expect(refused).not.toMatch(/0\.2[05]? mL\/h/);
  expect(await page.getByRole('button', { name: /^Authorise/ }).count()).toBe(0);
  // Of 10 mg per mL it is 0.5 mL/h.
  await hands.type('Drug amount', '5000');
  await page.getByText('cannot give the dose').waitFor({ state: 'detached' });
  expect(await seen('scenario-3-changed')).toContain('0.5 mL/h');
}, 60_000);

it('scenario 4: 36 mg added to a bag of 100 mL make 0.3574 mg per mL, made up to 100 mL 0.36, and neither is chosen before', async () => {
  const paths = trainingProfile();
  const clinic = await openClinic({ paths });
  // A bag holds more than it is named after: the library says what it holds.
  await publishProtocol(clinic, { container: { name: '100 mL bag', volume: '130 mL' } });
  clinic.desk.close();
  const window = await openTrainingWindow({ paths });
  const { page, hands, seen } = window;
  await planForAda(window, 'ketamine — mood');
  await hands.type('Dose', '0.5');
  await hands.type('Over', '40');
  await hands.choose(/Vial/, '50 mg per mL');
  await hands.type('Drug amount', '36');
  await hands.type('Volume', '100');
  const ways = page.getByRole('radio', { name: /made up to|added to/ });
  expect(await ways.evaluateAll((each) => each.map((way) => (way as HTMLInputElement).checked))).toEqual([
    false,
    false,
  ]);
  expect(await seen('scenario-4')).not.toMatch(/0\.3574|0\.36 mg per mL/);
  await hands.pick(/added to/);
  await hands.sees(/0\.3574.mg.per.mL/);
  const added = await seen('scenario-4-added');
  expect(added).toContain('0.72 mL');
  expect(added).not.toContain('0.36 mg per mL');
  await hands.pick(/made up to/);
  await hands.sees(/0\.36.mg.per.mL/);
  const made = await seen('scenario-4-made');
  expect(made).toContain('0.72 mL');
  expect(made).not.toContain('0.3574');
}, 60_000);

import { expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { askedEverything } from '../support/askedEverything.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { enter, orderForAda, weighAda } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const MEDICINES = [
  { name: 'lorazepam', dose: '1 mg', lastTaken: '12-Nov-2025 21:00', action: 'withhold' },
  { name: 'sertraline', dose: '100 mg', lastTaken: '', action: 'take' },
  { name: 'zolpidem', dose: '10 mg', lastTaken: '', action: 'withhold' },
] as const;

/** Ada's assessment is signed anew with medicines; then her session is matched. */
async function matchedWithMedicines(clinic: TestClinic): Promise<string> {
  const patient = await weighAda(clinic);
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  await clinic.signIn('patel');
  const { position } = await clinic.call('patient:load', { patient });
  const assessment = { ...askedEverything(record), medicines: [...MEDICINES] };
  await clinic.call('patient:signAssessment', {
    patient,
    position,
    assessment,
    passphrase: 'green-orchard',
  });
  const session = await orderForAda(clinic, patient);
  clinic.clock.set(at('09:21:00'));
  await enter(clinic, session, null, 1);
  clinic.clock.set(at('09:26:00'));
  await enter(clinic, session, 'osei', 2);
  return session;
}

it('each medicine that the signed assessment withholds is said with when it was last taken', async () => {
  const clinic = await openClinic();
  const session = await matchedWithMedicines(clinic);
  const { checklist } = await clinic.call('session:load', { session });
  expect(checklist.toWithhold).toEqual([
    { name: 'lorazepam', asTold: '12-Nov-2025 21:00' },
    { name: 'zolpidem', asTold: '' },
  ]);

  const lorazepam = { name: 'lorazepam', lastTaken: { day: '2025-11-12', time: '21:00' } };
  const answer = (medicines: readonly (typeof lorazepam | { name: string; lastTaken: null })[]) => ({
    session,
    item: 'withheld',
    answer: { kind: 'withheld', medicines: [...medicines] } as const,
  });
  const nothing = await clinic.refusal('checklist:answer', answer([]));
  expect(errorText(nothing, ZONE)).toBe(
    'The assessment withholds lorazepam and zolpidem. Say of each when it was last taken.',
  );
  expect(await clinic.refusal('checklist:answer', answer([lorazepam]))).toEqual({
    kind: 'medicinesNotSaid',
    medicines: ['zolpidem'],
  });
  const both = answer([lorazepam, { name: 'zolpidem', lastTaken: null }]);
  const said = await clinic.call('checklist:answer', both);
  const item = said.checklist.items.find((each) => each.item.id === 'withheld');
  expect(item?.answer).toEqual({
    kind: 'withheld',
    medicines: [
      { name: 'lorazepam', lastTaken: Date.parse('2025-11-12T21:00:00Z') },
      { name: 'zolpidem', lastTaken: null },
    ],
  });
});

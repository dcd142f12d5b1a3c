import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/contract/failures.ts';
import { formatQuantityText } from '../../src/core/quantity/format.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { enter, orderForAda, weighAda } from '../support/referenceSession.ts';
import { ZONE } from '../support/times.ts';

const POUNDS = '160 kg (= 353 lb) is about 2.2 times 72.4 kg; BMI 54.1. Weigh again.';
const WITHOUT_NUMBERS = 'Weigh again and type the weight a second time.';

const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null;
const said = (failure: Failure): string | null => plain(errorText(failure, ZONE));

/** Ada as the day finds her: weighed last on 10 November 2025, 72.4 kg. */
async function beforeWeighing(clinic: TestClinic): Promise<string> {
  await clinic.signIn('osei');
  await clinic.signIn('lim');
  return clinic.patient('okafor ada');
}

const measured = (patient: string, weight: string, again: string | null) =>
  ({ patient, weight, again, method: 'measured', scale: 'scale 1', clothed: true }) as const;

const considered = async (clinic: TestClinic, patient: string, weight: string): Promise<string | null> =>
  plain((await clinic.call('patient:considerWeight', { patient, weight })).weighAgain);

const weighings = (clinic: TestClinic, patient: string) =>
  (clinic.desk.record()?.log.readStream(`patient:${patient}`) ?? []).filter(
    ({ type }) => type === 'WeightRecorded',
  );

describe('pounds typed as kilograms (scenario 13)', () => {
  it('are named before they are recorded, and refused until a second weighing shows the same', async () => {
    const clinic = await openClinic();
    const patient = await beforeWeighing(clinic);
    expect(await considered(clinic, patient, '160')).toBe(POUNDS);
    const { pounds } = await clinic.call('patient:considerWeight', { patient, weight: '160' });
    expect(formatQuantityText(pounds)).toBe('353\u00a0lb');
    const before = weighings(clinic, patient).length;
    const refusal = await clinic.refusal('patient:recordWeight', measured(patient, '160', null));
    expect(said(refusal)).toBe(POUNDS);
    expect(JSON.stringify(refusal)).not.toContain('72.6');
    expect(weighings(clinic, patient)).toHaveLength(before);
    const record = await clinic.call('patient:recordWeight', measured(patient, '160', '160.0'));
    expect(record.weighings[0]).toMatchObject({ weight: '160 kg', weighedTwice: true });
    expect(weighings(clinic, patient).at(-1)).toMatchObject({
      version: 2,
      data: { weight: '160 kg', weighedTwice: true },
    });
  });

  it('are refused with a second weighing that shows another weight, and the refusal shows none', async () => {
    const clinic = await openClinic();
    const patient = await beforeWeighing(clinic);
    const before = weighings(clinic, patient).length;
    for (const again of ['72.6', '160.1']) {
      const refusal = await clinic.refusal('patient:recordWeight', measured(patient, '160', again));
      expect(refusal).toEqual({ kind: 'weighingsDiffer' });
      expect(said(refusal)).toMatch(/^The two weighings differ\. Weigh a third time\./);
    }
    const malformed = await clinic.refusal('patient:recordWeight', measured(patient, '160', '16O'));
    expect(said(malformed)).toBe('Second weighing: Digits and one point only.');
    expect(weighings(clinic, patient)).toHaveLength(before);
  });

  it('are not held up when the weight is only stated: it is never dosed from', async () => {
    const clinic = await openClinic();
    const patient = await beforeWeighing(clinic);
    const stated = { ...measured(patient, '160', null), method: 'stated' } as const;
    await clinic.call('patient:recordWeight', stated);
    expect(await considered(clinic, patient, '72')).toBeNull();
  });
});

describe('a change of the weight (scenario 14)', () => {
  it('of 10.2 % asks for a second weighing and one of 9.9 % does not', async () => {
    const clinic = await openClinic();
    const patient = await beforeWeighing(clinic);
    expect(await considered(clinic, patient, '79.8')).toMatch(/is 10\.2 % above 72\.4 kg; .*Weigh again\.$/);
    expect((await clinic.refusal('patient:recordWeight', measured(patient, '79.8', null))).kind).toBe(
      'weighAgain',
    );
    expect(await considered(clinic, patient, '79.6')).toBeNull();
    const record = await clinic.call('patient:recordWeight', measured(patient, '79.6', null));
    expect(record.weighings[0]).toMatchObject({ weight: '79.6 kg', weighedTwice: false });
  });

  it('that was recorded is answered as recorded when the same request comes again', async () => {
    const clinic = await openClinic();
    const patient = await beforeWeighing(clinic);
    const request = { ...measured(patient, '79.6', null), requestId: newEventId() };
    expect(await clinic.answer('patient:recordWeight', request)).toMatchObject({ ok: true });
    await orderForAda(clinic, patient);
    const stored = weighings(clinic, patient).length;
    expect(await clinic.answer('patient:recordWeight', request)).toMatchObject({ ok: true });
    expect(weighings(clinic, patient)).toHaveLength(stored);
  });
});

describe('while an entry is blind', () => {
  it('every weighing is asked for twice in the same words, and no answer tells the last weight', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const session = await orderForAda(clinic, patient);
    await enter(clinic, session, null, 1);
    await clinic.signIn('osei');
    for (const weight of ['72', '72.4', '79.8', '160']) {
      expect(await considered(clinic, patient, weight)).toBe(WITHOUT_NUMBERS);
      const refusal = await clinic.refusal('patient:recordWeight', measured(patient, weight, null));
      expect(refusal).toEqual({ kind: 'weighAgain', sentence: WITHOUT_NUMBERS });
    }
    const record = await clinic.call('patient:recordWeight', measured(patient, '72', '72'));
    expect(JSON.stringify(record)).not.toMatch(/72(?:\.4)? kg/);
  });
});

it('a weighing of an older version is read as weighed once', async () => {
  const clinic = await openClinic();
  const patient = await beforeWeighing(clinic);
  const record = clinic.desk.record();
  const stream = `patient:${patient}`;
  const data = { weight: '72 kg', method: 'measured', scale: 'scale 1', clothed: false };
  const event = { id: newEventId(), type: 'WeightRecorded', version: 1, data } as const;
  const by = { happenedAt: clinic.clock.now(), actor: await clinic.idOf('lim'), witness: null };
  const after = record?.log.readStream(stream).length ?? 0;
  expect(record?.log.append([{ stream, after, events: [{ ...event, ...by }] }])).toMatchObject({ ok: true });
  const view = await clinic.call('patient:load', { patient });
  expect(view.weighings[0]).toMatchObject({ weight: '72 kg', clothed: false, weighedTwice: false });
});

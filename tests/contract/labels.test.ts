import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { labelData } from '../../src/contract/views/labels.ts';
import { labelWords } from '../../src/renderer/documents/label/labelWords.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { FOUR_HOURS, prepareNext, startFourHours } from '../support/containerOrders.ts';
import { fillSpray, matchSprays } from '../support/countedOrder.ts';
import { matchAda, mixForAda, prepareForAda, weigh } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const FIRST = { size: 'bag', reason: null } as const;

/** The reference session with its syringe labelled, and the number of that label. */
async function labelled(): Promise<{ clinic: TestClinic; session: string; label: string }> {
  const clinic = await openClinic();
  const session = await matchAda(clinic);
  await prepareForAda(clinic, session);
  const { preparation } = await clinic.call('session:load', { session });
  return { clinic, session, label: preparation?.witnessed?.label ?? '' };
}

type Printed = Omit<Request<'label:print'>, 'requestId' | 'position'>;

/** Read and sent as the window does it. */
async function print(clinic: TestClinic, request: Printed): Promise<void> {
  const { session, label } = request;
  const { position } = await clinic.call('label:load', { session, label });
  await clinic.call('label:print', { ...request, position });
}

async function saidOfLabels(clinic: TestClinic, session: string): Promise<readonly string[]> {
  const { timeline } = await clinic.call('session:load', { session });
  return timeline
    .filter(({ text }) => /^Label .*(printed|by hand)/.test(text))
    .map(({ text, detail }) => (detail === null ? text : `${text}: ${detail}`));
}

describe('the label of the next container', () => {
  it('is printed before it is connected, with its own number, and void once it was discarded', async () => {
    const clinic = await openClinic();
    const { id: session } = await startFourHours(clinic);
    const ready = await prepareNext(clinic, session, FOUR_HOURS);
    const label = ready.nextPreparation?.witnessed?.label ?? '';
    const data = await clinic.call('label:load', { session, label });
    expect(labelData.parse(data)).toEqual(data);
    expect(data).toMatchObject({ label, printing: 1, concentration: '2 mg/mL', volume: '50 mL', copies: 1 });
    await print(clinic, { session, label, ...FIRST });
    const hanging = ready.preparation?.witnessed?.label ?? '';
    expect(await clinic.call('label:load', { session, label: hanging })).toMatchObject({ printing: 1 });
    expect(await saidOfLabels(clinic, session)).toEqual([`Label ${label} printed`]);
    await clinic.call('container:discardNext', { session, reason: 'dropped' });
    expect(await clinic.refusal('label:load', { session, label })).toEqual({ kind: 'labelVoid', label });
  });
});

describe('the label of counted doses', () => {
  it('says what the device holds and what is given of it, undiluted and by which way alone', async () => {
    const clinic = await openClinic();
    const session = await matchSprays(clinic);
    const { preparation } = await fillSpray(clinic, session);
    const label = preparation?.witnessed?.label ?? '';
    const data = await clinic.call('label:load', { session, label });
    expect(labelData.parse(data)).toEqual(data);
    expect(data).toMatchObject({
      amount: '35 mg',
      volume: '0.7 mL',
      concentration: '50 mg/mL',
      diluent: '',
      doses: { of: 'spray', count: 3, each: '10 mg' },
      copies: 1,
      fitting: 'syringe',
      route: 'intranasal',
    });
    expect(labelWords(data, '')).toMatchObject({
      mixed: '0.7\u00a0mL',
      sign: 'of',
      diluentLine: 'undiluted, 3\u00a0sprays\u00a0of\u00a010\u00a0mg',
      route: 'INTRANASAL ONLY',
    });
    await print(clinic, { session, label, ...FIRST });
    expect(await saidOfLabels(clinic, session)).toEqual([`Label ${label} printed`]);
  });
});

describe('the label of a preparation', () => {
  it('says what was made up for whom, by whom and until when, and no rate', async () => {
    const { clinic, session, label } = await labelled();
    const data = await clinic.call('label:load', { session, label });
    expect(labelData.parse(data)).toEqual(data);
    expect(data).toMatchObject({
      label,
      fitting: 'syringe',
      printing: 1,
      drugName: 'ketamine',
      amount: '50 mg',
      volume: '50 mL',
      concentration: '1 mg/mL',
      diluent: 'sodium chloride 0.9 %',
      route: 'IV infusion',
      patient: { familyName: 'Okafor', givenName: 'Ada', born: '1984-03-09', recordNumber: 'T004-271-88' },
      chair: 2,
      preparedAt: at('09:40:00'),
      preparedBy: 'R. Lim',
      checkedBy: 'J. Osei',
      useBy: at('21:38:00'),
      training: true,
      libraryNotice: 'EXAMPLE — NOT FOR CLINICAL USE',
    });
    expect(JSON.stringify(data)).not.toContain('mL/h');
  });

  it('is printed once, and after that as a reprint with its number and a reason, each a fact', async () => {
    const { clinic, session, label } = await labelled();
    await print(clinic, { session, label, ...FIRST });
    const { printing, position } = await clinic.call('label:load', { session, label });
    expect(printing).toBe(2);
    const again = { session, label, size: 'syringe', position } as const;
    expect(await clinic.refusal('label:print', { ...again, reason: ' ' })).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
    await clinic.call('label:print', { ...again, reason: 'torn' });
    expect(await saidOfLabels(clinic, session)).toEqual([
      `Label ${label} printed`,
      `Label ${label} printed, REPRINT 2: torn`,
    ]);
  });

  it('becomes a PDF under a name that says whose label it is, and which printing', async () => {
    const { clinic, session, label } = await labelled();
    const { position } = await clinic.call('label:load', { session, label });
    const { path } = await clinic.call('label:savePdf', { session, label, ...FIRST, position });
    expect(path).toMatch(new RegExp(`/TRAINING OKAFOR ${label} label\\.pdf$`));
    expect(existsSync(path)).toBe(true);
    const second = await clinic.call('label:savePdf', {
      session,
      label,
      size: 'bag',
      reason: 'wet',
      position: position + 1,
    });
    expect(second.path).toMatch(/ label REPRINT 2\.pdf$/);
  });

  it('can be copied by hand where no printer would, and the record says so', async () => {
    const { clinic, session, label } = await labelled();
    clinic.shell.failPrinting = true;
    const { position } = await clinic.call('label:load', { session, label });
    expect(await clinic.refusal('label:print', { session, label, ...FIRST, position })).toMatchObject({
      kind: 'notPrinted',
    });
    await clinic.call('label:copyByHand', { session, label, ...FIRST, position });
    expect(await saidOfLabels(clinic, session)).toEqual([`Label ${label} copied by hand`]);
  });

  it('is refused when something was recorded after it was made', async () => {
    const { clinic, session, label } = await labelled();
    const { position } = await clinic.call('label:load', { session, label });
    for (const channel of ['label:print', 'label:savePdf', 'label:copyByHand'] as const)
      expect(
        await clinic.refusal(channel, { session, label, ...FIRST, position: position - 1 }),
        channel,
      ).toEqual({ kind: 'changedMeanwhile' });
  });

  it('is void with its preparation, and the next preparation has a number of its own', async () => {
    const { clinic, session, label } = await labelled();
    const patient = await clinic.patient('okafor ada');
    await weigh(clinic, patient, '73');
    expect(
      await clinic.refusal('preparation:checkLabel', { session, lastFour: label.slice(-4) }),
    ).toMatchObject({ kind: 'checkVoid' });
    expect(await clinic.refusal('label:load', { session, label })).toEqual({ kind: 'labelVoid', label });
    const request = { session, label, ...FIRST, position: 0 };
    expect(await clinic.refusal('label:print', request)).toEqual({ kind: 'labelVoid', label });
    expect(await saidOfLabels(clinic, session)).toEqual([]);
  });

  it('is not there before the witness has agreed, nor under a number nobody gave', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    expect(await clinic.refusal('label:load', { session, label: 'KT-0001' })).toEqual({
      kind: 'notInThisState',
      state: 'MATCHED',
    });
    await prepareForAda(clinic, session);
    expect(await clinic.refusal('label:load', { session, label: 'KT-9999' })).toEqual({
      kind: 'labelVoid',
      label: 'KT-9999',
    });
    expect(await clinic.refusal('label:load', { session: 'nobody', label: 'KT-9999' })).toMatchObject({
      kind: 'notFound',
    });
  });

  it('is checked by its last four or by a scan of the whole of it, and by no other label', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const label = await mixForAda(clinic, session);
    for (const lastFour of ['KT-9999', '9999', `${label}0`])
      expect(await clinic.refusal('preparation:checkLabel', { session, lastFour }), lastFour).toEqual({
        kind: 'labelDiffers',
      });
    const { preparation } = await clinic.call('preparation:checkLabel', { session, lastFour: label });
    expect(preparation?.labelChecked).not.toBeNull();
  });

  it('is for those who prepare and check', async () => {
    const { clinic, session, label } = await labelled();
    const { position } = await clinic.call('label:load', { session, label });
    await clinic.signIn('bell');
    for (const channel of ['label:print', 'label:savePdf', 'label:copyByHand'] as const)
      expect(await clinic.refusal(channel, { session, label, ...FIRST, position }), channel).toMatchObject({
        kind: 'roleNeeded',
      });
    expect(await clinic.refusal('label:load', { session, label })).toMatchObject({ kind: 'roleNeeded' });
  });
});

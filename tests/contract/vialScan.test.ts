import { describe, expect, it } from 'vitest';
import { openClinic } from '../support/clinic.ts';
import { matchAda, orderForAda, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const ORDERED = '02000000102054';
const CODE = `(01)${ORDERED}(17)270831(10)K24B117`;
const VIAL = { product: 'ketamine-10-20', lot: 'K24B117', expiry: '2027-08', vials: 1 };

async function matched() {
  const clinic = await openClinic();
  const session = await matchAda(clinic);
  clinic.clock.set(at('09:33:00'));
  const read = (scan: string) => clinic.refusal('preparation:readScan', { session, scan });
  return { clinic, session, read };
}

describe('a vial that is scanned', () => {
  it('gives its product, and lot and expiry where the code has both', async () => {
    const { clinic, session } = await matched();
    expect(await clinic.call('preparation:readScan', { session, scan: CODE })).toEqual({
      product: 'ketamine-10-20',
      label: { lot: 'K24B117', expiry: '2027-08' },
    });
    for (const scan of [ORDERED, '2000000102054', `01${ORDERED}17270831`])
      expect(await clinic.call('preparation:readScan', { session, scan }), scan).toEqual({
        product: 'ketamine-10-20',
        label: null,
      });
  });

  it('is refused in words when it is another product, unknown, expired or not understood', async () => {
    const { read } = await matched();
    expect(await read('02000000501031')).toEqual({
      kind: 'otherVialScanned',
      drug: 'ketamine',
      strength: '50 mg/mL',
      vialVolume: '10 mL',
    });
    expect(await read('09506000134352')).toEqual({ kind: 'scanUnknown', code: '09506000134352' });
    expect(await read(`(01)${ORDERED}(17)251031(10)X1`)).toEqual({
      kind: 'lotExpired',
      lot: 'X1',
      expiry: '2025-10',
    });
    expect(await read('KT-0412')).toEqual({ kind: 'scanNotRead', why: 'field' });
  });

  it('is asked for with its class and the drugs it is easily taken for', async () => {
    const { clinic, session } = await matched();
    expect(await clinic.call('session:load', { session })).toMatchObject({
      lookAlikes: ['ketorolac'],
      drugClass: { kind: 'inductionAgent', words: 'induction agent' },
    });
  });

  it('is taken with what the scan says, and the record says that it was scanned', async () => {
    const { clinic, session } = await matched();
    const differs = { kind: 'scanDiffers' };
    for (const other of [{ lot: 'K24B118' }, { expiry: '2027-09' }])
      expect(
        await clinic.refusal('preparation:takeVial', { session, ...VIAL, ...other, scan: CODE }),
      ).toEqual(differs);
    expect(
      await clinic.refusal('preparation:takeVial', { session, ...VIAL, scan: '02000000501031' }),
    ).toEqual(differs);
    expect(await clinic.refusal('preparation:takeVial', { session, ...VIAL, scan: 'nothing' })).toMatchObject(
      { kind: 'scanNotRead' },
    );
    const view = await clinic.call('preparation:takeVial', { session, ...VIAL, scan: CODE });
    expect(view.preparation?.vial).toMatchObject({ lot: 'K24B117', expiry: '2027-08' });
    expect(view.timeline.map(({ text }) => text)).toContain(
      'Product, lot and expiry agree with the scan of the vial',
    );
  });

  it('of which only the product was read has its lot and expiry typed', async () => {
    const { clinic, session } = await matched();
    await clinic.call('preparation:takeVial', { session, ...VIAL, lot: 'typed 1', scan: ORDERED });
    const { preparation } = await clinic.call('session:load', { session });
    expect(preparation?.vial).toMatchObject({ lot: 'typed 1' });
  });

  it('says nothing of the order while the entries are blind, and is for those who prepare', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    expect(await clinic.refusal('preparation:readScan', { session, scan: CODE })).toEqual({
      kind: 'notInThisState',
      state: 'AUTHORISED',
    });
    expect(await clinic.refusal('preparation:readScan', { session: 'nobody', scan: CODE })).toMatchObject({
      kind: 'notFound',
    });
    await clinic.signIn('bell');
    expect(await clinic.refusal('preparation:readScan', { session, scan: CODE })).toMatchObject({
      kind: 'roleNeeded',
    });
  });
});

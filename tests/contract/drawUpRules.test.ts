import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { smallDrawUpSentences } from '../../src/renderer/screens/plan/planRules.ts';
import { openClinic } from '../support/clinic.ts';
import { SPRAYS } from '../support/countedOrder.ts';
import { DEMO_LIBRARY, publishLibrary } from '../support/publish.ts';
import { REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';

type Typed = Request<'plan:save'>['typed'];

/** Ada is weighed, a prescriber sits at the desk, and no vial of the library may be given undiluted. */
async function planning() {
  const clinic = await openClinic();
  const patient = await weighAda(clinic);
  const drugs = DEMO_LIBRARY.drugs.map((drug) => ({
    ...drug,
    products: drug.products.map((product) => ({ ...product, undilutedForbidden: true })),
  }));
  await publishLibrary(clinic, { drugs });
  await clinic.signIn('patel');
  const judged = async (typed: Typed) => {
    const shown = await clinic.call('plan:calculate', { patient, session: null, typed });
    const { session, position } = await clinic.call('plan:save', { patient, session: null, typed });
    const sign = { session: session ?? '', position, overrideReasons: [], passphrase: 'green-orchard' };
    return { shown, refusal: () => clinic.refusal('plan:authorise', sign) };
  };
  return { clinic, patient, judged };
}

describe('a vial the library never lets be given undiluted', () => {
  it('closes a plan without diluent, on screen and when it is signed all the same', async () => {
    const { judged } = await planning();
    const { shown, refusal } = await judged({ ...REFERENCE_PLAN, volume: '5' });
    const never = { kind: 'undilutedForbidden', strength: '10 mg/mL' } as const;
    expect(shown.impossible).toEqual([never]);
    expect(await refusal()).toMatchObject({
      kind: expect.stringMatching(/undilutedForbidden|hardLimits|reasonsMissing/),
    });
    expect(errorText(never, '').replaceAll('\u00a0', ' ')).toBe(
      'The vial of 10 mg per mL is never given undiluted. Choose another vial, or a preparation with diluent.',
    );
  });

  it('closes counted doses, which are given as they are in the vial', async () => {
    const { judged } = await planning();
    const { shown, refusal } = await judged(SPRAYS);
    const never = { kind: 'undilutedForbidden', strength: '50 mg/mL' };
    expect(shown.impossible).toEqual([never]);
    expect(await refusal()).toEqual(never);
  });

  it('is taken with diluent', async () => {
    const { judged } = await planning();
    expect((await judged(REFERENCE_PLAN)).shown.impossible).toEqual([]);
  });
});

describe('a draw-up below 0.1 mL', () => {
  it('is warned of while the plan is typed, and one of 0.1 mL is not', async () => {
    const { clinic, patient } = await planning();
    const warned = async (typed: Typed) =>
      smallDrawUpSentences(await clinic.call('plan:calculate', { patient, session: null, typed })).map(
        (text) => text.replaceAll('\u00a0', ' '),
      );
    const of = (amount: string): Typed => ({
      ...REFERENCE_PLAN,
      product: 'ketamine-50-10',
      amount,
      volume: '2',
    });
    expect(await warned(of('4'))).toEqual([
      '0.08 mL is less than 0.1 mL: a tenfold slip is easily made. Read the syringe twice, or order a weaker vial.',
    ]);
    expect(await warned(of('5'))).toEqual([]);
    expect(await warned(REFERENCE_PLAN)).toEqual([]);
  });
});

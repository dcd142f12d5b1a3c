import { afterEach, expect, it, vi } from 'vitest';
import { openClinic } from '../support/clinic.ts';
import { REFERENCE_PLAN, startAda, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const engines = vi.hoisted(() => ({ disagree: false }));

vi.mock('../../src/core/crosscheck/planBackward.ts', async (original) => {
  const second = await original<typeof import('../../src/core/crosscheck/planBackward.ts')>();
  return {
    ...second,
    disagreements: (...asked: Parameters<typeof second.disagreements>) =>
      engines.disagree ? ['rate'] : second.disagreements(...asked),
  };
});

vi.mock('../../src/core/crosscheck/givenBackward.ts', async (original) => {
  const second = await original<typeof import('../../src/core/crosscheck/givenBackward.ts')>();
  return {
    ...second,
    endDisagreements: (...asked: Parameters<typeof second.endDisagreements>) =>
      engines.disagree ? ['end'] : second.endDisagreements(...asked),
  };
});

afterEach(() => {
  engines.disagree = false;
});

it('a sum the second engine does not confirm is withheld and recorded, once however often it is asked', async () => {
  const clinic = await openClinic();
  const patient = await weighAda(clinic);
  await clinic.signIn('patel');
  const calculate = () => clinic.call('plan:calculate', { patient, session: null, typed: REFERENCE_PLAN });
  expect((await calculate()).refusal).toBeNull();
  engines.disagree = true;
  const { sum, working, refusal } = await calculate();
  expect({ sum, working, refusal }).toEqual({
    sum: null,
    working: [],
    refusal: { kind: 'enginesDisagree', on: ['rate'] },
  });
  await calculate();
  const screen = await clinic.call('plan:save', { patient, session: null, typed: REFERENCE_PLAN });
  const session = screen.session ?? '';
  const order = { session, position: screen.position, overrideReasons: [], passphrase: 'green-orchard' };
  expect(await clinic.refusal('plan:authorise', order)).toEqual({ kind: 'enginesDisagree', on: ['rate'] });
  engines.disagree = false;
  await calculate();

  await clinic.signIn('amari');
  const { disagreements } = await clinic.call('keeping:load', {});
  expect(disagreements.map(({ calculation, on }) => ({ calculation, on }))).toEqual([
    { calculation: 'plan:authorise', on: ['rate'] },
    { calculation: 'plan:calculate', on: ['rate'] },
  ]);
  const facts = clinic.desk.record()?.log.readStream('workstation') ?? [];
  const [first, second] = facts.filter(({ type }) => type === 'EnginesDisagreed').map(({ data }) => data);
  expect(first).toMatchObject({ patient, session: null });
  expect(JSON.parse((first as { typed: string }).typed)).toEqual(REFERENCE_PLAN);
  expect(second).toMatchObject({ session, typed: null });
});

it('an end that is not confirmed is not shown, and everything else of the chair is', async () => {
  const clinic = await openClinic();
  const session = await startAda(clinic);
  clinic.clock.set(at('10:11:00'));
  const shown = async () => (await clinic.call('session:load', { session })).infusion;
  const before = await shown();
  expect(before?.endsAt).not.toBeNull();
  engines.disagree = true;
  // Whether the syringe or the infusion ends first is not known then: its change is announced.
  const due = { at: before?.container.emptyAt, because: 'empty' };
  expect(before?.container.due).toBeNull();
  expect(await shown()).toEqual({ ...before, endsAt: null, container: { ...before?.container, due } });
  await shown();
  engines.disagree = false;
  expect(await shown()).toEqual(before);
  await clinic.signIn('amari');
  const { disagreements } = await clinic.call('keeping:load', {});
  expect(disagreements).toMatchObject([{ calculation: 'endsAt', on: ['end'] }]);
});

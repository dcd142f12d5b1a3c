import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { failedRules, slipsWithinLimits } from '../../src/renderer/screens/plan/planRules.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { publishProtocol } from '../support/publish.ts';
import { completeAda, REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';
import { ZONE } from '../support/times.ts';

type Typed = Request<'plan:save'>['typed'];

/** What the prescriber's own screen says of a plan as typed: rules it breaks, and what else looks like a slip. */
async function screenOf(clinic: TestClinic, patient: string, change: Partial<Typed>) {
  const typed = { ...REFERENCE_PLAN, ...change };
  await clinic.signIn('patel');
  const view = await clinic.call('plan:start', { patient });
  const calculation = await clinic.call('plan:calculate', { patient, session: null, typed });
  const protocol = view.choices[0]?.protocol;
  if (!protocol) throw new Error('no protocol');
  const entry = { typed, entered: { dose: true, duration: true, amount: true, volume: true }, copied: {} };
  const rules = failedRules({ calculation, view, entry, protocol, now: clinic.clock.now(), zone: ZONE });
  return {
    slips: calculation.slips.map(({ value, sentence }) => `${value}: ${plain(sentence)}`),
    rules: rules.map(({ text }) => plain(text)),
    within: slipsWithinLimits(calculation).map(plain),
  };
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a value of a plan that looks like a slip', () => {
  it('names ten times the usual dose in the rule that stops it (scenario 10)', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const { rules } = await screenOf(clinic, patient, { dose: '5' });
    expect(rules).toContain(
      '5 mg/kg is above the hard limit 1 mg/kg for this protocol. It cannot be authorised. The library owner can change limits. 5 mg/kg is 10 times the usual 0.5 mg/kg. Check the point.',
    );
  });

  it('is named at once, before the rest of the plan is typed', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const alone = { duration: '', amount: '', volume: '', product: null, mixing: null };
    const { slips } = await screenOf(clinic, patient, { ...alone, dose: '0.05' });
    expect(slips).toEqual(['dose: 0.05 mg/kg is 1/10 of the usual 0.5 mg/kg. Check the point.']);
  });

  it('is named for the duration too, and nothing is said of what is usual', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    expect((await screenOf(clinic, patient, {})).slips).toEqual([]);
    expect((await screenOf(clinic, patient, { duration: '400' })).slips).toEqual([
      'duration: 400 min is 10 times the usual 40 min. Check the point.',
    ]);
  });

  it('is held against the last order of this patient within limits that let it pass', async () => {
    const clinic = await openClinic();
    const patient = await completeAda(clinic);
    await publishProtocol(clinic, {
      dose: { usual: '0.06 mg/kg', hardMinimum: '0.01 mg/kg', hardMaximum: '0.55 mg/kg' },
      rate: { hardMinimum: '0.01 mg/kg/h', hardMaximum: '0.85 mg/kg/h' },
    });
    const { within, rules } = await screenOf(clinic, patient, { chair: 5, dose: '0.05' });
    expect(within).toEqual(['0.05 mg/kg is 1/10 of the last 0.5 mg/kg. Check the point.']);
    expect(rules.filter((text) => text.includes('the last'))).toEqual([]);
  });
});

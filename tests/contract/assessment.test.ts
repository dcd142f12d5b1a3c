import { describe, expect, it } from 'vitest';
import { EMPTY_ASSESSMENT } from '../../src/contract/emptyAssessment.ts';
import type { AssessmentData } from '../../src/contract/events/assessment.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { askedEverything } from '../support/askedEverything.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { NEWCOMER } from '../support/newcomer.ts';
import {
  ADA_SAID,
  matchAda,
  orderForAda,
  prepareForAda,
  REFERENCE_PLAN,
  readyAda,
  weigh,
  weighAda,
} from '../support/referenceSession.ts';
import { ZONE } from '../support/times.ts';

const PASSPHRASE = 'green-orchard';

function whole(clinic: TestClinic): AssessmentData {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return askedEverything(record);
}

/** A patient with everything but an assessment and a consent, weighed today; a prescriber is signed in. */
async function newcomer(clinic: TestClinic): Promise<string> {
  await clinic.signIn('lim');
  const { banner } = await clinic.call('patients:register', {
    details: NEWCOMER,
    allergies: { status: 'none', items: [] },
    anyway: false,
  });
  await weigh(clinic, banner.id, '72');
  await clinic.signIn('patel');
  return banner.id;
}

async function sign(clinic: TestClinic, patient: string, assessment: AssessmentData) {
  const { position } = await clinic.call('patient:load', { patient });
  return { patient, position, assessment, passphrase: PASSPHRASE };
}

async function orderRefusal(clinic: TestClinic, patient: string) {
  await clinic.signIn('patel');
  const typed = { ...REFERENCE_PLAN, chair: 5 };
  const { session, position } = await clinic.call('plan:save', { patient, session: null, typed });
  const order = { session: session ?? '', position, overrideReasons: [], passphrase: PASSPHRASE };
  return clinic.refusal('plan:authorise', order);
}

const CONSENT = {
  form: 'v3',
  signedOn: '2025-11-14',
  validUntil: '2025-11-14',
  witnessedBy: 'R. Lim',
  concerns: 'afraid of losing control',
};

describe('an assessment', () => {
  it('leads from nothing to an order: signed, asked, consented', async () => {
    const clinic = await openClinic();
    const patient = await newcomer(clinic);
    expect(errorText(await orderRefusal(clinic, patient), ZONE)).toBe(
      'This plan has no signed assessment. A prescriber must complete it before authorising.',
    );
    const partly = { ...whole(clinic), questions: [] };
    const signed = await clinic.call('patient:signAssessment', await sign(clinic, patient, partly));
    expect(signed.assessments).toMatchObject([{ data: partly, signed: { by: { name: 'Dr S. Patel' } } }]);
    expect(await orderRefusal(clinic, patient)).toEqual({
      kind: 'questionsNotAsked',
      questions: signed.questions.map(({ text }) => text),
    });
    await clinic.call('patient:signAssessment', await sign(clinic, patient, whole(clinic)));
    expect(await orderRefusal(clinic, patient)).toEqual({ kind: 'noConsent' });
    await clinic.call('patient:recordConsent', { patient, ...CONSENT });
    const session = await orderForAda(clinic, patient, { ...REFERENCE_PLAN, chair: 5 });
    expect((await clinic.call('session:load', { session })).state).toBe('AUTHORISED');
    const { assessments } = await clinic.call('patient:load', { patient });
    expect(assessments.map(({ data }) => data.questions.length)).toEqual([signed.questions.length, 0]);
  });

  it('is kept as a draft that is no part of the record, by nurse or prescriber', async () => {
    const clinic = await openClinic();
    const patient = await newcomer(clinic);
    await clinic.signIn('lim');
    const assessment = { ...EMPTY_ASSESSMENT, goals: 'to sleep' };
    const drafted = await clinic.call('patient:draftAssessment', { patient, assessment });
    expect(drafted).toMatchObject({
      assessments: [],
      draft: { data: assessment, saved: { by: { name: 'R. Lim' } } },
    });
    expect((await orderRefusal(clinic, patient)).kind).toBe('noSignedAssessment');
    const signed = await clinic.call('patient:signAssessment', await sign(clinic, patient, whole(clinic)));
    expect(signed.draft).toBeNull();
  });

  it('is signed by a prescriber with the passphrase, as it was seen, and only when it is whole', async () => {
    const clinic = await openClinic();
    const patient = await newcomer(clinic);
    const request = await sign(clinic, patient, whole(clinic));
    const wrong = { ...request, passphrase: 'not it at all' };
    expect(await clinic.refusal('patient:signAssessment', wrong)).toEqual({ kind: 'wrongSecret' });
    await clinic.call('patient:draftAssessment', { patient, assessment: EMPTY_ASSESSMENT });
    expect(await clinic.refusal('patient:signAssessment', request)).toEqual({ kind: 'changedMeanwhile' });
    const yes = whole(clinic).questions.map((question) => ({ ...question, answer: 'yes' as const }));
    const undecided = await sign(clinic, patient, { ...whole(clinic), questions: yes });
    expect(await clinic.refusal('patient:signAssessment', undecided)).toMatchObject({
      kind: 'decisionMissing',
    });
    const empty = await sign(clinic, patient, { ...whole(clinic), indications: [' '] });
    expect(await clinic.refusal('patient:signAssessment', empty)).toEqual({ kind: 'indicationMissing' });
    await clinic.signIn('lim');
    expect(await clinic.refusal('patient:signAssessment', request)).toEqual({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
    await clinic.signIn('quist');
    const draft = { patient, assessment: EMPTY_ASSESSMENT };
    expect((await clinic.refusal('patient:draftAssessment', draft)).kind).toBe('roleNeeded');
    expect((await clinic.refusal('patient:recordConsent', { patient, ...CONSENT })).kind).toBe('roleNeeded');
  });
});

describe('a consent', () => {
  it.each([
    [{ form: ' ' }, 'form'],
    [{ witnessedBy: '' }, 'witness'],
    [{ signedOn: '2025-11-15' }, 'signedInFuture'],
    [{ validUntil: '2025-11-13' }, 'lapsesBeforeSigned'],
  ])('with %j is refused for its %s', async (change, why) => {
    const clinic = await openClinic();
    const patient = await newcomer(clinic);
    const refusal = await clinic.refusal('patient:recordConsent', { patient, ...CONSENT, ...change });
    expect(refusal).toEqual({ kind: 'consentRefused', why });
  });

  it('that has lapsed stops the order', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('lim');
    const lapsed = { ...CONSENT, signedOn: '2025-11-01', validUntil: '2025-11-13' };
    const record = await clinic.call('patient:recordConsent', { patient, ...lapsed });
    expect(record.consent).toMatchObject({ lapsed: true, data: lapsed });
    expect(await orderRefusal(clinic, patient)).toEqual({ kind: 'noConsent' });
  });
});

describe('an allergy to the drug', () => {
  it('stops the order until a prescriber gives a reason, which stands among the overrides', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('lim');
    const item = { kind: 'class', substance: 'arylcyclohexylamines', reaction: 'rash', year: 2020 } as const;
    await clinic.call('patient:recordAllergies', { patient, allergies: { status: 'known', items: [item] } });
    expect(errorText(await orderRefusal(clinic, patient), ZONE)).toBe(
      'An allergy to arylcyclohexylamines is recorded: it may be this drug, its class or the diluent. A prescriber decides, with a reason.',
    );
    const plan = await clinic.call('plan:start', { patient });
    // Every protocol of the drug says so, whatever its mode.
    const allergies = ['arylcyclohexylamines'];
    const protocols = [
      'ketamine-mood-40',
      'ketamine-pain-hours',
      'ketamine-pain-days',
      'ketamine-intranasal',
      'ketamine-pain-adjusted',
      'ketamine-pain-loading',
      'ketamine-pain-steps',
    ];
    expect(plan.clearances).toEqual(protocols.map((protocol) => ({ protocol, lacking: [], allergies })));
    const { session, position } = await clinic.call('plan:save', {
      patient,
      session: null,
      typed: REFERENCE_PLAN,
    });
    const reasons = [{ limit: 'allergy to arylcyclohexylamines', reason: 'tested since, tolerated' }];
    const order = { session: session ?? '', position, overrideReasons: reasons, passphrase: PASSPHRASE };
    expect((await clinic.call('plan:authorise', order)).state).toBe('AUTHORISED');
  });

  it('that is recorded after the order was signed stops the start', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    const patient = await clinic.patient('okafor ada');
    const item = { kind: 'drug', substance: 'ketamine', reaction: null, year: null } as const;
    await clinic.call('patient:recordAllergies', { patient, allergies: { status: 'known', items: [item] } });
    await clinic.signIn('lim');
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual({
      kind: 'allergyMatches',
      substance: 'ketamine',
    });
    const known = { status: 'none', items: [] } as const;
    await clinic.call('patient:recordAllergies', { patient, allergies: known });
    expect((await clinic.call('infusion:start', { session, ...ADA_SAID })).state).toBe('RUNNING');
  });

  it('that turns out not to be asked stops the start', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    const patient = await clinic.patient('okafor ada');
    await clinic.signIn('patel');
    const open = { ...whole(clinic), questions: [] };
    await clinic.call('patient:signAssessment', await sign(clinic, patient, open));
    await clinic.signIn('lim');
    expect((await clinic.refusal('infusion:start', { session, ...ADA_SAID })).kind).toBe('questionsNotAsked');
  });

  it('is recorded in one of three states, by those who care', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('bell');
    expect(
      errorText(await clinic.refusal('patient:recordAllergies', { patient, allergies: null }), ZONE),
    ).toBe(
      'Allergy status is not recorded. Choose Known allergies, No known allergies, or Could not be obtained.',
    );
    const unobtainable = { status: 'unobtainable', items: [] } as const;
    const record = await clinic.call('patient:recordAllergies', { patient, allergies: unobtainable });
    expect(record.banner.allergies).toEqual(unobtainable);
    await clinic.signIn('quist');
    expect((await clinic.refusal('patient:recordAllergies', { patient, allergies: unobtainable })).kind).toBe(
      'roleNeeded',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { DoseOverTimeProtocol, WeightRule } from '../../../src/core/library/library.ts';
import { weightRuleOf } from '../../../src/core/library/planWeight.ts';
import { type QuantityText, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compareEntries, type EntryReference } from '../../../src/core/session/compareEntries.ts';
import { pumpedOf } from '../../../src/core/session/countedSession.ts';
import { authorisePlan } from '../../../src/core/session/decisions/authorisePlan.ts';
import { entryFieldsOf } from '../../../src/core/session/decisions/makeEntry.ts';
import { matchEnds } from '../../../src/core/session/decisions/voidMatch.ts';
import { ENTRY_FIELDS, ENTRY_FIELDS_WITH_HEIGHT } from '../../../src/core/session/entryFields.ts';
import { orderShapeOf, pumpedEntryFields } from '../../../src/core/session/entryRules.ts';
import type { PlanAuthorised } from '../../../src/core/session/events.ts';
import { dosedWeight, matchedWeight, meaning } from '../../../src/core/session/nurseRange.ts';
import { orderInput } from '../../../src/core/session/orderInput.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { type ParsedEntry, parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { BODY } from '../../support/libraryPlans.ts';
import {
  ASKED,
  by,
  outcome,
  PATIENT,
  REFERENCE,
  RIGHT,
  sessionAfter,
  WEIGHING,
} from '../../support/playedSession.ts';
import { at } from '../../support/times.ts';

/** The reference order, its doses counting on another weight. Ideal, female, 172 cm: 63.2 kg; 0.5 mg/kg is 31.6 mg. */
function byRule(dosingWeight: WeightRule): EntryReference {
  const protocol: DoseOverTimeProtocol = {
    ...(REFERENCE.rules.protocol as DoseOverTimeProtocol),
    dosingWeight,
  };
  return { ...REFERENCE, rules: { ...REFERENCE.rules, protocol } };
}

const IDEAL = byRule({ basis: 'ideal' });
const SHAPE = orderShapeOf(IDEAL.rules.protocol);
const BY_IDEAL = { ...RIGHT, height: '172', pumpRate: '47.4', volumeToGive: '31.6' };

function entry(slip: Partial<typeof BY_IDEAL> = {}): ParsedEntry {
  const parsed = parseEntryValues({ ...BY_IDEAL, ...slip }, SHAPE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

function verdict(first: Partial<typeof BY_IDEAL>, second = first, reference = IDEAL) {
  const compared = compareEntries(entry(first), entry(second), reference);
  return compared.ok ? quantityText(compared.value.input.weight) : compared.failure;
}

describe('two blind entries of an order by ideal weight', () => {
  it('agree on the measured weight, the height and what follows from the formula', () => {
    expect(verdict({})).toBe('63.2 kg');
    expect(verdict({ height: '172.0' }, {})).toBe('63.2 kg');
    const agreed = compareEntries(entry(), entry(), IDEAL);
    expect(agreed).toMatchObject({
      ok: true,
      value: { sum: { weight: { basis: { order: { basis: 'ideal' } } } } },
    });
    const { height: _, ...plain } = entry({ pumpRate: '54', volumeToGive: '36' });
    const measured = compareEntries(plain, plain, REFERENCE);
    expect(measured.ok && 'basis' in measured.value.input).toBe(false);
  });

  it('that differ in the height are told so by name, and what follows only where it differs', () => {
    expect(verdict({}, { height: '170' })).toEqual({ against: 'eachOther', fields: ['height'] });
    expect(verdict({}, { height: '170', pumpRate: '46', volumeToGive: '30.7' })).toEqual({
      against: 'eachOther',
      fields: ['height', 'pumpRate', 'volumeToGive'],
    });
  });

  it('that share a height which is not the recorded one differ from the order', () => {
    // 170 cm: 61.4 kg, 30.7 mg, 46.05 → 46 mL/h.
    const shorter = { height: '170', pumpRate: '46', volumeToGive: '30.7' };
    expect(verdict(shorter)).toEqual({ against: 'order', fields: ['height', 'pumpRate', 'volumeToGive'] });
    const unrecorded = { ...IDEAL, body: { ...BODY, height: null } };
    expect(verdict({}, {}, unrecorded)).toEqual({
      against: 'order',
      fields: ['height', 'pumpRate', 'volumeToGive'],
    });
  });

  it('whose own height no formula takes fit no rate, and say no more than the fields', () => {
    const short = { height: '150', pumpRate: '47.4', volumeToGive: '31.6' };
    expect(verdict(short, { ...short, pumpRate: '47.5', volumeToGive: '31.7' })).toEqual({
      against: 'eachOther',
      fields: ['pumpRate', 'volumeToGive'],
    });
  });

  it('whose own mixture has no sum fit no rate either', () => {
    // 50 mg of 10 mg per mL do not go into 2 mL.
    const strong = { volume: '2', pumpRate: '47.4', volumeToGive: '31.6' };
    expect(verdict(strong, { ...strong, pumpRate: '47.5', volumeToGive: '31.7' })).toEqual({
      against: 'eachOther',
      fields: ['pumpRate', 'volumeToGive'],
    });
  });

  it('differ from an order that was never theirs: by one with a height, by the other without', () => {
    const { height: _, ...without } = entry();
    const compared = compareEntries(entry(), without, IDEAL);
    expect(compared.ok ? null : compared.failure.fields).toContain('height');
    const neither = compareEntries(without, without, IDEAL);
    expect(neither.ok).toBe(true);
  });
});

describe('the height in an entry', () => {
  it('is asked for where a formula takes it, in its own range, and nowhere else', () => {
    expect(SHAPE.height).toBe(true);
    expect(pumpedEntryFields(SHAPE)).toEqual(ENTRY_FIELDS_WITH_HEIGHT);
    expect(pumpedEntryFields({})).toEqual(ENTRY_FIELDS);
    const refused = (height: string | undefined) => {
      const { height: _, ...rest } = BY_IDEAL;
      const parsed = parseEntryValues({ ...rest, ...(height !== undefined && { height }) }, SHAPE);
      return parsed.ok ? null : parsed.failure;
    };
    expect(refused(undefined)).toEqual([{ input: 'height', refusal: { kind: 'notEntered' } }]);
    expect(refused('1.72')).toMatchObject([{ input: 'height' }]);
    expect(refused('172')).toBeNull();
    const plain = parseEntryValues(BY_IDEAL);
    expect(plain.ok && 'height' in plain.value).toBe(false);
  });

  it('is a field of the session that is ordered so', () => {
    expect(entryFieldsOf(sessionAfter('LabelChecked'))).toEqual(ENTRY_FIELDS);
    expect(entryFieldsOf({ authorised: null, match: null })).toBe(ENTRY_FIELDS);
    expect(entryFieldsOf(ordered(IDEAL))).toEqual(ENTRY_FIELDS_WITH_HEIGHT);
  });
});

/** The reference session between match and start, as if it had been ordered by a rule. */
function ordered(reference: EntryReference, dosed?: QuantityText<'kg'>): Session {
  const session = sessionAfter('LabelChecked');
  const { authorised, match } = pumpedOf(session) ?? {};
  if (!authorised || !match) throw new Error('nothing was matched');
  const dosing = {
    weight: dosed ?? ('72 kg' as const),
    basis: 'ideal',
    used: 'ideal',
    exact: '63.248 kg',
    actual: '72 kg',
    isCapped: false,
  } as const;
  const sum = dosed === undefined ? match.sum : { ...match.sum, dosingWeight: dosing };
  return {
    ...session,
    authorised: { ...authorised, rules: reference.rules as PlanAuthorised['rules'] },
    match: { ...match, sum },
  };
}

describe('a match of an order by ideal weight', () => {
  const ended = (session: Session, body = BODY) =>
    matchEnds(session, { ...PATIENT, body }, at('09:50:00')).map(({ type, data }) => ({ type, ...data }));

  it('counts every per kilogram of its session on that weight, beside the agreed one', () => {
    const session = ordered(IDEAL, '63.2 kg');
    expect([matchedWeight(session), dosedWeight(session)]).toEqual(['72 kg', '63.2 kg']);
    expect(quantityText(meaning(session, readQuantity('47.4 mL/h', 'mL/h')))).toBe('0.75 mg/kg/h');
    expect(dosedWeight(ordered(REFERENCE))).toBe('72 kg');
  });

  it('holds while sex and height come to the same weight, and ends like one of another weight', () => {
    const session = ordered(IDEAL, '63.2 kg');
    expect(ended(session)).toEqual([]);
    expect(ended(session, { ...BODY, height: '170 cm' })).toMatchObject([
      { type: 'MatchVoided', because: 'weight' },
    ]);
    expect(ended(session, { ...BODY, sex: 'male' })).toMatchObject([{ because: 'weight' }]);
    // Another measured weight is another weight, although the formula comes to the same.
    const weighed = { ...PATIENT, body: BODY, weighing: { ...WEIGHING, weight: '73 kg' } } as const;
    expect(matchEnds(session, weighed, at('09:50:00')).map(({ type }) => type)).toEqual(['MatchVoided']);
  });

  it('takes the order back too when there is no weight to dose on any more', () => {
    expect(ended(ordered(IDEAL, '63.2 kg'), { ...BODY, height: null })).toEqual([
      { type: 'MatchVoided', because: 'weight', breaches: [] },
      { type: 'AuthorisationVoided', breaches: [] },
    ]);
  });
});

describe('signing an order whose formula does not hold', () => {
  it('is refused by name', () => {
    const planned = sessionAfter('SessionPlanned');
    const { rules } = IDEAL;
    const command = {
      orderNumber: 'O-1',
      rules,
      allergyNames: [],
      patient: {
        known: PATIENT.known,
        body: { ...BODY, height: null },
        allergies: [],
        assessment: ASKED,
        consentDated: true,
        weighing: WEIGHING,
      },
      overrideReasons: [],
    };
    expect(outcome(authorisePlan(planned, command, by('patel', '09:15:00')))).toEqual({
      kind: 'heightMissing',
    });
    expect(orderInput({ ...IDEAL, body: { ...BODY, height: '150 cm' } }, IDEAL.weight)).toMatchObject({
      ok: false,
      failure: { kind: 'heightBelowFormula' },
    });
    expect(weightRuleOf(rules.protocol)).toEqual({ basis: 'ideal' });
  });
});

import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';
import { sameRateRefusal } from '../../../src/core/session/decisions/changeRate.ts';
import {
  type Correction,
  correctObservation,
} from '../../../src/core/session/decisions/correctObservation.ts';
import type { Deciding } from '../../../src/core/session/decisions/deciding.ts';
import { severityRefusal, vitalsRefusal } from '../../../src/core/session/decisions/recordCare.ts';
import type { Vitals } from '../../../src/core/session/events.ts';
import {
  correctedEffects,
  correctedVitals,
  type EffectFact,
  effectSpans,
  movedTo,
} from '../../../src/core/session/observations.ts';
import type { Role } from '../../../src/core/session/roles.ts';
import type { Session, SessionState } from '../../../src/core/session/session.ts';

const MINUTE = 60_000;
/** The session's axis is the wall clock less an hour, so that no test takes one for the other. */
const HOUR = 3_600_000;
const NOW = 100 * HOUR;

const ROUND: Vitals = {
  systolic: 141,
  diastolic: 88,
  heartRate: 91,
  spo2: 98,
  oxygen: 'air',
  respiration: null,
  temperature: '36.8 °C',
  moaas: 5,
  pain: null,
};

function done(minutesAgo: number, by = 'lim') {
  const happenedAt = NOW - minutesAgo * MINUTE;
  return { by, witness: null, happenedAt, recordedAt: happenedAt, at: happenedAt - HOUR };
}

const NAUSEA: EffectFact = { ...done(20), id: 'e1', effect: 'nausea', severity: 1 };
const ENDED: EffectFact = { ...done(10), id: 'e2', effect: 'nausea', severity: null };

const SESSION = {
  state: 'RUNNING' as SessionState,
  signed: null,
  match: { weighing: { weighedAt: NOW - 3 * HOUR } },
  vitals: [{ ...ROUND, ...done(20), id: 'v1' }],
  effectFacts: [NAUSEA, ENDED],
  effects: [],
} as unknown as Session;

function deciding(id = 'osei', roles: readonly Role[] = ['nurse']): Deciding {
  return { actor: { id, roles }, second: null, now: NOW, at: NOW - HOUR, late: 0 };
}

const VITALS: Correction = {
  corrects: 'v1',
  vitals: { ...ROUND, systolic: 114 },
  effect: null,
  seenAt: null,
  reason: 'mistyped',
  note: null,
};
const EFFECT: Correction = {
  ...VITALS,
  corrects: 'e1',
  vitals: null,
  effect: { effect: 'dizzy', severity: 2 },
};

function refusalOf(correction: Partial<Correction>, session = SESSION, by = deciding()) {
  const decision = correctObservation(session, { ...VITALS, ...correction }, by);
  return decision.ok ? undefined : decision.failure.kind;
}

describe('the decision to correct', () => {
  it('says what stands there instead, with its reason', () => {
    expect(correctObservation(SESSION, VITALS, deciding())).toMatchObject({
      ok: true,
      value: [
        {
          type: 'VitalsCorrected',
          version: 1,
          data: {
            corrects: 'v1',
            vitals: { ...ROUND, systolic: 114 },
            seenAt: null,
            reason: 'mistyped',
            note: null,
          },
        },
      ],
    });
    const noted = { ...EFFECT, reason: 'other', note: ' it was not nausea ' } as const;
    expect(correctObservation(SESSION, noted, deciding())).toMatchObject({
      ok: true,
      value: [{ type: 'EffectCorrected', data: { effect: 'dizzy', severity: 2, note: 'it was not nausea' } }],
    });
  });

  it.each([
    ['PREPARED', 'notInThisState'],
    ['READY', undefined],
    ['RUNNING', undefined],
    ['PAUSED', undefined],
    ['RECOVERY', undefined],
    ['DISCHARGED', undefined],
    ['SIGNED', 'notInThisState'],
    ['CANCELLED', 'notInThisState'],
  ] as const)('in %s gives %s', (state, kind) => {
    expect(refusalOf({}, { ...SESSION, state })).toBe(kind);
  });

  it('is taken by whoever recorded it and by every nurse, and refused to others and after the signature', () => {
    expect(refusalOf({}, SESSION, deciding('lim', ['assistant']))).toBeUndefined();
    expect(refusalOf({}, SESSION, deciding('osei', ['nurse']))).toBeUndefined();
    expect(refusalOf({}, SESSION, deciding('patel', ['prescriber']))).toBe('othersObservation');
    expect(refusalOf(EFFECT, SESSION, deciding('patel', ['prescriber']))).toBe('othersObservation');
    expect(refusalOf({}, SESSION, deciding('lim', ['auditor']))).toBe('roleNeeded');
    const signed = { ...SESSION, signed: { recordVersion: 1, recordHash: '', ...done(1) } };
    expect(refusalOf({}, { ...signed, state: 'SIGNED' })).toBe('alreadySigned');
    expect(refusalOf({}, signed)).toBe('alreadySigned');
  });

  it('names one observation of this session, as the kind it is', () => {
    expect(refusalOf({ corrects: 'v9' })).toBe('nothingToCorrect');
    expect(refusalOf({ corrects: 'e1' })).toBe('nothingToCorrect');
    expect(refusalOf({ ...EFFECT, corrects: 'v1' })).toBe('nothingToCorrect');
    expect(refusalOf({ ...EFFECT, corrects: 'e2' })).toBe('nothingToCorrect');
    expect(refusalOf({ effect: { effect: 'dizzy', severity: 1 } })).toBe('nothingToCorrect');
    expect(refusalOf({ ...EFFECT, vitals: ROUND })).toBe('nothingToCorrect');
  });

  it('changes a value or the time', () => {
    expect(refusalOf({ vitals: ROUND })).toBe('nothingCorrected');
    expect(refusalOf({ vitals: ROUND, seenAt: done(20).happenedAt })).toBe('nothingCorrected');
    expect(refusalOf({ vitals: ROUND, seenAt: done(21).happenedAt })).toBeUndefined();
    expect(refusalOf({ vitals: { ...ROUND, pain: 3 } })).toBeUndefined();
    const same = { effect: 'nausea', severity: 1 } as const;
    expect(refusalOf({ ...EFFECT, effect: same })).toBe('nothingCorrected');
    expect(refusalOf({ ...EFFECT, effect: { ...same, severity: 2 } })).toBeUndefined();
    expect(refusalOf({ ...EFFECT, effect: { ...same, effect: 'dizzy' } })).toBeUndefined();
    expect(refusalOf({ ...EFFECT, effect: { ...same, severity: 4 } })).toBe('severityUnknown');
  });

  it('says in words what was wrong where no word of the list fits', () => {
    expect(refusalOf({ reason: 'other' })).toBe('textMissing');
    const unsaid = correctObservation(SESSION, { ...VITALS, reason: 'other' }, deciding());
    expect(unsaid).toEqual({ ok: false, failure: { kind: 'textMissing', field: 'note' } });
    expect(refusalOf({ reason: 'other', note: '  ' })).toBe('textMissing');
    expect(refusalOf({ reason: 'other', note: 'cuff' })).toBeUndefined();
  });

  it('keeps its time between the arrival and now, on the axis of the session', () => {
    expect(refusalOf({ seenAt: NOW + MINUTE })).toBeUndefined();
    expect(refusalOf({ seenAt: NOW + MINUTE + 1 })).toBe('saidInFuture');
    // Weighed three hours ago on the axis, which is an hour behind the wall clock here.
    expect(refusalOf({ seenAt: NOW - 2 * HOUR })).toBeUndefined();
    expect(refusalOf({ seenAt: NOW - 2 * HOUR - 1 })).toBe('saidBeforeArrival');
  });

  it('lets no effect begin after its own end, and asks for no reason of its lateness', () => {
    const nausea = { ...EFFECT, effect: { effect: 'nausea' as const, severity: 1 } };
    expect(refusalOf({ ...nausea, seenAt: ENDED.happenedAt })).toBeUndefined();
    expect(refusalOf({ ...nausea, seenAt: ENDED.happenedAt + 1 })).toBe('timeNotAllowed');
    const open = { ...SESSION, effectFacts: [NAUSEA] };
    expect(refusalOf({ ...nausea, seenAt: NOW }, open)).toBeUndefined();
    const before = { ...SESSION, effectFacts: [ENDED, NAUSEA] };
    expect(refusalOf({ ...nausea, seenAt: NOW }, before)).toBeUndefined();
    const others = { ...SESSION, effectFacts: [NAUSEA, { ...ENDED, effect: 'dizzy' as const }] };
    expect(refusalOf({ ...nausea, seenAt: NOW }, others)).toBeUndefined();
    const again = { ...SESSION, effectFacts: [NAUSEA, { ...NAUSEA, id: 'e3', severity: 2 }] };
    expect(refusalOf({ ...nausea, seenAt: NOW }, again)).toBeUndefined();
  });
});

describe('a round and a severity', () => {
  it('are refused when empty, upside down or beyond their scale', () => {
    const empty = Object.fromEntries(Object.keys(ROUND).map((name) => [name, null])) as unknown as Vitals;
    expect(vitalsRefusal(empty)).toEqual({ kind: 'vitalsEmpty' });
    expect(vitalsRefusal({ ...ROUND, systolic: 88 })).toEqual({ kind: 'vitalsInverted' });
    expect(vitalsRefusal({ ...ROUND, systolic: 89 })).toBeUndefined();
    expect(vitalsRefusal({ ...ROUND, systolic: null })).toBeUndefined();
    expect(severityRefusal({ effect: 'none', severity: 1 })).toEqual({
      kind: 'severityUnknown',
      effect: 'none',
    });
    expect(severityRefusal({ effect: 'none', severity: 0 })).toBeUndefined();
  });
});

describe('what stands after corrections', () => {
  it('is the corrected round under its first id and name, moved on both axes', () => {
    const other = { ...ROUND, ...done(5), id: 'v2' };
    const rows = [...SESSION.vitals, other];
    const seenAt = NOW - 25 * MINUTE;
    expect(correctedVitals(rows, { ...why('v1'), vitals: { ...ROUND, systolic: 114 }, seenAt })).toEqual([
      { ...ROUND, systolic: 114, ...done(20), id: 'v1', happenedAt: seenAt, at: seenAt - HOUR },
      other,
    ]);
    expect(movedTo(done(20), null)).toEqual({ happenedAt: done(20).happenedAt, at: done(20).at });
  });

  it('is the corrected effect alone', () => {
    const facts = correctedEffects([NAUSEA, ENDED], {
      ...why('e1'),
      effect: 'dizzy',
      severity: 2,
      seenAt: null,
    });
    expect(facts).toEqual([{ ...NAUSEA, effect: 'dizzy', severity: 2 }, ENDED]);
    expect(effectSpans(facts)).toMatchObject([{ effect: 'dizzy', worst: 2, ended: null }]);
  });
});

describe('effects from their facts', () => {
  it('stay one while they are open, with the worst that was seen, and end when it is said', () => {
    const facts = [
      NAUSEA,
      { ...NAUSEA, ...done(18), id: 'e3', severity: 3 },
      { ...NAUSEA, ...done(16), id: 'e4', severity: 2 },
      { ...NAUSEA, ...done(15), id: 'e5', effect: 'dizzy' as const },
      ENDED,
      { ...NAUSEA, ...done(4), id: 'e6' },
      { ...ENDED, ...done(2), id: 'e7' },
    ];
    expect(effectSpans(facts)).toEqual([
      { effect: 'nausea', severity: 2, worst: 3, began: done(20), ended: done(10) },
      { effect: 'dizzy', severity: 1, worst: 1, began: done(15), ended: null },
      { effect: 'nausea', severity: 1, worst: 1, began: done(4), ended: done(2) },
    ]);
  });
});

describe('the rate that runs', () => {
  const run = { stretches: [{ from: 0, rate: '40.5 mL/h' as const }] };
  const change = { from: '54 mL/h', to: '40.5 mL/h', ...done(0), at: 10_000 };
  const at = (
    rate: '40.5 mL/h' | '54 mL/h',
    now: number,
    changes: readonly unknown[] = [change],
    runs: unknown = run,
  ) =>
    sameRateRefusal(
      { run: runs, rateChanges: changes } as unknown as Session,
      readQuantity(rate, 'mL/h'),
      now,
    );
  it('is asked about for 3 s after it was set, and plainly refused from then on', () => {
    expect(at('54 mL/h', 10_000)).toBeUndefined();
    expect(at('40.5 mL/h', 13_000)).toEqual({ kind: 'rateJustSet', from: '54 mL/h', to: '40.5 mL/h' });
    expect(at('40.5 mL/h', 13_001)).toEqual({ kind: 'rateUnchanged' });
    expect(at('40.5 mL/h', 13_000, [])).toEqual({ kind: 'rateUnchanged' });
    expect(at('40.5 mL/h', 13_000, [{ ...change, to: '27 mL/h' }])).toEqual({ kind: 'rateUnchanged' });
    expect(at('40.5 mL/h', 13_000, [change], null)).toBeUndefined();
  });
});

function why(corrects: string) {
  return { corrects, reason: 'mistyped', note: null } as const;
}

import { describe, expect, it } from 'vitest';
import type { QuantityText } from '../../../../src/core/quantity/quantity.ts';
import { pumpedOf } from '../../../../src/core/session/countedSession.ts';
import { checkLabel } from '../../../../src/core/session/decisions/prepare.ts';
import { recordObservation } from '../../../../src/core/session/decisions/recordCare.ts';
import { startSecondAttempt } from '../../../../src/core/session/decisions/releaseHold.ts';
import {
  identityChanged,
  matchEnds,
  type PatientNow,
  reopenOrder,
  voidDrugRefusal,
} from '../../../../src/core/session/decisions/voidMatch.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import {
  by,
  ENTRY,
  factOf,
  outcome,
  PATIENT,
  played,
  type Step,
  sessionAfter,
  step,
  storyTo,
  WEIGHING,
  withPump,
} from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

const weighing = (weight: QuantityText<'kg'>): PatientNow => ({
  ...PATIENT,
  weighing: { ...WEIGHING, weight },
});
const VOIDED: Step = step('MatchVoided', { because: 'weight', breaches: [] }, '09:50:00', 'lim');

function ended(now: PatientNow, time = '09:50:00', session: Session = sessionAfter('LabelChecked')) {
  return matchEnds(session, now, at(time)).map(({ type, data }) => ({ type, ...data }));
}

describe('a match', () => {
  it('holds while the newest weighing shows the matched weight, however it is written', () => {
    expect(ended(PATIENT)).toEqual([]);
    expect(ended(weighing('72.0 kg'))).toEqual([]);
    expect(ended({ ...PATIENT, weighing: null })).toEqual([]);
  });

  it('ends with another weight, and the order stands while nothing of it is passed', () => {
    expect(ended(weighing('73 kg'))).toEqual([{ type: 'MatchVoided', because: 'weight', breaches: [] }]);
  });

  it('ends 4 h after the second entry, not before', () => {
    expect(ended(PATIENT, '13:26:00')).toEqual([]);
    expect(ended(PATIENT, '13:26:01')).toEqual([{ type: 'MatchVoided', because: 'lapsed', breaches: [] }]);
    expect(ended({ ...PATIENT, weighing: null }, '13:26:01')).toMatchObject([{ because: 'lapsed' }]);
  });

  it('takes the order with it when a limit is passed that nobody gave a reason for', () => {
    // 160 kg: 80 mg in total, above the soft limit of 75 mg.
    const breaches = [expect.objectContaining({ value: 'total', strength: 'soft' })];
    expect(ended(weighing('160 kg'))).toEqual([
      { type: 'MatchVoided', because: 'weight', breaches },
      { type: 'AuthorisationVoided', breaches },
    ]);
  });

  it('takes the order with it for a soft limit alone, where pump and container could do it', () => {
    const labelled = sessionAfter('LabelChecked');
    const authorised = pumpedOf(labelled)?.authorised;
    if (!authorised) throw new Error('no order');
    const order = { ...authorised.order, amount: '100 mg' } as const;
    const stronger = { ...labelled, authorised: { ...authorised, order } };
    const types = (weight: QuantityText<'kg'>) =>
      ended(weighing(weight), '09:50:00', stronger).map(({ type }) => type);
    expect(types('150 kg')).toEqual(['MatchVoided']);
    expect(types('151 kg')).toEqual(['MatchVoided', 'AuthorisationVoided']);
  });

  it('takes the order with it when pump or container can no longer do it, or there is no sum', () => {
    const labelled = sessionAfter('LabelChecked');
    // 110 kg: 82.5 mL/h.
    const slow = withPump(labelled, '80 mL/h');
    expect(ended(weighing('110 kg'), '09:50:00', slow).map(({ type }) => type)).toEqual([
      'MatchVoided',
      'AuthorisationVoided',
    ]);
    // 55 mL from preparations of 50 mL are two.
    expect(ended(weighing('110 kg')).map(({ type }) => type)).toEqual(['MatchVoided']);
    const authorised = pumpedOf(labelled)?.authorised;
    if (!authorised) throw new Error('no order');
    const order = { ...authorised.order, amount: '5000 mg' } as const;
    const noSum = { ...labelled, authorised: { ...authorised, order } };
    expect(ended(weighing('73 kg'), '09:50:00', noSum)).toEqual([
      { type: 'MatchVoided', because: 'weight', breaches: [] },
      { type: 'AuthorisationVoided', breaches: [] },
    ]);
    const unsigned = { ...labelled, authorised: null };
    expect(ended(weighing('73 kg'), '09:50:00', unsigned)).toEqual([
      { type: 'MatchVoided', because: 'weight', breaches: [] },
    ]);
  });

  it('no longer ends once the infusion has started, nor before there is one', () => {
    expect(ended(weighing('73 kg'), '10:01:00', sessionAfter('InfusionStarted'))).toEqual([]);
    expect(ended(weighing('73 kg'), '09:22:00', sessionAfter('FirstEntryMade'))).toEqual([]);
    expect(ended(weighing('73 kg'), '09:30:00', { ...sessionAfter('EntriesMatched'), match: null })).toEqual(
      [],
    );
  });

  it('ends for another identity', () => {
    const changed = (session: Session) => outcome(identityChanged(session, PATIENT));
    expect(changed(sessionAfter('SessionReady'))).toEqual(['MatchVoided']);
    expect(factOf(identityChanged(sessionAfter('SessionReady'), PATIENT), 'MatchVoided')).toEqual({
      because: 'identity',
      breaches: [],
    });
    expect(changed(sessionAfter('PlanAuthorised'))).toEqual([]);
    expect(changed(sessionAfter('InfusionStarted'))).toEqual([]);
    expect(changed({ ...sessionAfter('SessionReady'), match: null })).toEqual([]);
  });
});

describe('an order that is opened again', () => {
  it('is opened by a prescriber, and a nurse is told who', () => {
    const matched = sessionAfter('EntriesMatched');
    expect(outcome(reopenOrder(matched, by('quinn', '09:40:00')))).toEqual(['OrderReopened']);
    expect(outcome(reopenOrder(matched, by('lim', '09:40:00')))).toEqual({
      kind: 'orderChangeNeedsPrescriber',
    });
  });
});

describe('drug of a void preparation', () => {
  it('comes first, until its waste is recorded', () => {
    const voided = sessionAfter('LabelChecked', VOIDED);
    expect(voidDrugRefusal(voided)).toEqual({ kind: 'voidDrugFirst', drawn: '50 mg', inVial: '150 mg' });
    const waste = (from: 'vial' | 'syringe', amount: QuantityText<'mg'>) =>
      step('WasteRecorded', { from, amount, volume: '1 mL' }, '09:55:00', 'lim');
    const half = sessionAfter('LabelChecked', VOIDED, waste('vial', '150 mg'));
    expect(voidDrugRefusal(half)).toEqual({ kind: 'voidDrugFirst', drawn: '50 mg', inVial: '0 mg' });
    const syringe = sessionAfter('LabelChecked', VOIDED, waste('syringe', '50 mg'));
    expect(voidDrugRefusal(syringe)).toEqual({ kind: 'voidDrugFirst', drawn: '0 mg', inVial: '150 mg' });
    const gone = sessionAfter('LabelChecked', VOIDED, waste('vial', '150 mg'), waste('syringe', '50 mg'));
    expect(voidDrugRefusal(gone)).toBeUndefined();
    expect(voidDrugRefusal(sessionAfter('EntriesMatched', VOIDED))).toBeUndefined();
    expect(voidDrugRefusal(sessionAfter('LabelChecked'))).toBeUndefined();
  });

  it('stands beside a new one that was opened', () => {
    const [, , , matched, vial] = storyTo('VialTaken');
    if (!matched || !vial) throw new Error('no vial');
    const entered = step('FirstEntryMade', ENTRY, '10:00:00', 'lim');
    const again = [
      { ...matched, at: '10:05:00' },
      { ...vial, at: '10:10:00' },
    ];
    const session = played([...storyTo('LabelChecked'), VOIDED, entered, ...again]);
    expect(session.voidedPreparations).toHaveLength(1);
    expect(voidDrugRefusal(session)).toBeUndefined();
  });
});

describe('who comes with a step that a void took away', () => {
  const voided = sessionAfter('LabelChecked', VOIDED);

  it('is told why, and nothing that was read back holds', () => {
    const label = checkLabel(voided, { lastFour: '0412', patient: PATIENT }, by('lim', '09:51:00'));
    expect(outcome(label)).toEqual({ kind: 'checkVoid', because: 'weight' });
    const opened = sessionAfter('LabelChecked', step('OrderReopened', {}, '09:50:00', 'patel'));
    const again = checkLabel(opened, { lastFour: '0412', patient: PATIENT }, by('lim', '09:51:00'));
    expect(outcome(again)).toEqual({ kind: 'checkVoid', because: 'order' });
    expect(voided).toMatchObject({ state: 'AUTHORISED', readBack: null, readBackRefusals: 0 });
    const round = { vitals: vitals(120, 80, 80, 98), effects: [], ended: [], lateReason: null };
    expect(outcome(recordObservation(voided, round, by('lim', '09:51:00')))).toEqual({
      kind: 'checkVoid',
      because: 'weight',
    });
  });

  it('is told the state where the step never followed a match', () => {
    expect(outcome(startSecondAttempt(voided, by('lim', '09:51:00')))).toEqual({
      kind: 'notInThisState',
      state: 'AUTHORISED',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { cancelSession } from '../../../../src/core/session/decisions/cancelSession.ts';
import { recordDiscrepancy, recordWaste } from '../../../../src/core/session/decisions/recordWaste.ts';
import {
  countersignRecord,
  signRecord,
  signRecordAlone,
} from '../../../../src/core/session/decisions/signRecord.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import { read } from '../../../support/exactText.ts';
import {
  by,
  factOf,
  outcome,
  type Person,
  type Step,
  sessionAfter,
  step,
} from '../../../support/playedSession.ts';

const mg = (amount: string) => read<'mg'>(`${amount} mg`);
const amounts = (vial: string, syringe: string, line = '0') => ({
  vial: mg(vial),
  syringe: mg(syringe),
  line: mg(line),
});

describe('waste', () => {
  const open = sessionAfter('PatientDischarged');
  const waste = (
    typed: ReturnType<typeof amounts>,
    witnessTyped = typed,
    session: Session = open,
    second: Person | null = 'osei',
  ) =>
    recordWaste(session, { typed, witnessTyped }, by('lim', '11:40:00', second === null ? {} : { second }));

  it('is recorded by place, amount and volume, each place by its own strength', () => {
    const wasted = waste(amounts('150', '14'));
    expect(wasted.ok && wasted.value.map(({ data }) => data)).toEqual([
      { from: 'vial', amount: '150 mg', volume: '15 mL' },
      { from: 'syringe', amount: '14 mg', volume: '14 mL' },
    ]);
  });

  it('is typed by two people alike, each amount', () => {
    const differs = { kind: 'wasteWitnessDisagrees' };
    expect(outcome(waste(amounts('150', '14'), amounts('150', '12')))).toEqual(differs);
    expect(outcome(waste(amounts('150', '14'), amounts('15', '14')))).toEqual(differs);
    expect(outcome(waste(amounts('150', '14'), amounts('150', '14', '1')))).toEqual(differs);
    expect(outcome(waste(amounts('0', '14'), amounts('0', '14'), open, null))).toEqual({
      kind: 'anotherPersonNeeded',
    });
    expect(outcome(waste(amounts('0', '14'), amounts('0', '14'), open, 'lim'))).toEqual({
      kind: 'anotherPersonNeeded',
    });
  });

  it('is no more than is left in a place, what was wasted before taken off', () => {
    expect(outcome(waste(amounts('150.001', '0')))).toEqual({ kind: 'moreThanLeft', left: '150 mg' });
    expect(outcome(waste(amounts('0', '14.001')))).toEqual({ kind: 'moreThanLeft', left: '14 mg' });
    expect(outcome(waste(amounts('0', '0', '0.001')))).toEqual({ kind: 'moreThanLeft', left: '0 mg' });
    const once = sessionAfter(
      'PatientDischarged',
      step('WasteRecorded', { from: 'vial', amount: '100 mg', volume: '10 mL' }, '11:39:00', 'lim'),
      step('WasteRecorded', { from: 'vial', amount: '20 mg', volume: '2 mL' }, '11:39:00', 'lim'),
    );
    expect(outcome(waste(amounts('31', '0'), undefined, once))).toEqual({
      kind: 'moreThanLeft',
      left: '30 mg',
    });
    expect(outcome(waste(amounts('30', '14'), undefined, once))).toEqual(['WasteRecorded', 'WasteRecorded']);
  });

  it('is something, of a vial that was opened, after the pump was read', () => {
    expect(outcome(waste(amounts('0', '0')))).toEqual({ kind: 'nothingToAnswer' });
    const matched = sessionAfter('EntriesMatched');
    expect(outcome(waste(amounts('1', '0'), undefined, matched))).toEqual({
      kind: 'stepMissing',
      step: 'vial',
    });
    const unread = { ...open, finalReading: null };
    expect(outcome(waste(amounts('1', '0'), undefined, unread))).toEqual({ kind: 'pumpNotReadYet' });
    expect(outcome(waste(amounts('1', '0'), undefined, sessionAfter('VialTaken')))).toEqual([
      'WasteRecorded',
    ]);
  });

  it('from a syringe that was not mixed yet has the strength of the vial', () => {
    const drawn = sessionAfter('DrugDrawn');
    expect(factOf(waste(amounts('0', '50'), undefined, drawn), 'WasteRecorded')).toEqual({
      from: 'syringe',
      amount: '50 mg',
      volume: '5 mL',
    });
  });

  it('is closed by the signature', () => {
    const signed = sessionAfter('SessionSigned');
    expect(outcome(waste(amounts('1', '0'), undefined, signed))).toEqual({ kind: 'alreadySigned' });
  });
});

describe('a discrepancy', () => {
  const short = sessionAfter(
    'PatientDischarged',
    step('WasteRecorded', { from: 'vial', amount: '150 mg', volume: '15 mL' }, '11:40:00', 'lim'),
  );
  const record = (text: string, session = short, second: Person | null = 'osei') =>
    recordDiscrepancy(session, text, by('lim', '11:45:00', second === null ? {} : { second }));

  it('says what is missing and why, before two people', () => {
    expect(factOf(record(' syringe dropped '), 'DiscrepancyRecorded')).toEqual({
      unaccounted: '14 mg',
      text: 'syringe dropped',
    });
    expect(outcome(record('x', short, null))).toEqual({ kind: 'anotherPersonNeeded' });
    expect(outcome(record('x', short, 'lim'))).toEqual({ kind: 'anotherPersonNeeded' });
    expect(outcome(record(' '))).toEqual({ kind: 'textMissing', field: 'reason' });
  });

  it('is there only where the record does not balance, and before the signature', () => {
    const balanced = { ...sessionAfter('SessionSigned'), signed: null };
    expect(outcome(record('x', balanced))).toEqual({ kind: 'nothingToAnswer' });
    const unopened = { ...short, preparation: { ...short.preparation, vial: null } };
    expect(outcome(record('x', unopened))).toEqual({ kind: 'nothingToAnswer' });
    expect(outcome(record('x', { ...short, signed: sessionAfter('SessionSigned').signed }))).toEqual({
      kind: 'alreadySigned',
    });
  });
});

describe('the two signatures', () => {
  const balanced = { ...sessionAfter('SessionSigned'), signed: null };
  const sign = (session: Session) => signRecord(session, 'h1', by('lim', '15:02:00'));
  const wasted = (from: 'vial' | 'syringe', amount: string, volume: string): Step =>
    step('WasteRecorded', { from, amount: `${amount} mg`, volume: `${volume} mL` }, '11:40:00', 'lim');

  it('are of the same content, the nurse’s first and the prescriber’s second', () => {
    expect(factOf(sign(balanced), 'SessionSigned')).toEqual({ recordVersion: 1, recordHash: 'h1' });
    const signed = sessionAfter('SessionSigned');
    const counter = countersignRecord(signed, 'h1', by('patel', '15:20:00'));
    expect(factOf(counter, 'SessionCountersigned')).toEqual({ recordVersion: 1, recordHash: 'h1' });
    expect(outcome(countersignRecord(balanced, 'h1', by('patel', '15:20:00')))).toEqual({
      kind: 'nurseSignsFirst',
    });
    expect(() => countersignRecord(signed, 'h2', by('patel', '15:20:00'))).toThrow(
      'The record has changed since the nurse signed it.',
    );
  });

  it('are one, a nurse’s or a prescriber’s, where the clinic asks for one', () => {
    const alone = (who: 'lim' | 'patel' | 'novak', session: Session = balanced) =>
      signRecordAlone(session, 'h1', by(who, '15:02:00'));
    expect(outcome(alone('lim'))).toEqual(['SessionSigned', 'SignatureSufficed']);
    expect(factOf(alone('lim'), 'SignatureSufficed')).toEqual({ as: 'nurse' });
    expect(factOf(alone('patel'), 'SignatureSufficed')).toEqual({ as: 'prescriber' });
    expect(factOf(alone('patel'), 'SessionSigned')).toEqual({ recordVersion: 1, recordHash: 'h1' });
    expect(outcome(alone('novak'))).toEqual({ kind: 'roleNeeded', roles: ['nurse', 'prescriber'] });
    expect(outcome(alone('patel', sessionAfter('SessionSigned')))).toEqual({ kind: 'alreadySigned' });
    expect(outcome(alone('patel', { ...balanced, finalReading: null }))).toEqual({ kind: 'pumpNotReadYet' });
    const running = { ...balanced, state: 'RUNNING' as const };
    expect(outcome(alone('lim', running))).toEqual({ kind: 'notInThisState', state: 'RUNNING' });
    const closed = sessionAfter(
      'SessionSigned',
      step('SignatureSufficed', { as: 'nurse' }, '15:02:00', 'lim'),
    );
    expect([closed.state, closed.sufficed?.as, closed.countersigned]).toEqual(['SIGNED', 'nurse', null]);
  });

  it('are given once, and by two people', () => {
    expect(outcome(sign(sessionAfter('SessionSigned')))).toEqual({ kind: 'alreadySigned' });
    const closed = sessionAfter('SessionCountersigned');
    expect(outcome(countersignRecord(closed, 'h1', by('patel', '15:21:00')))).toEqual({
      kind: 'alreadySigned',
    });
    const both = { ...by('lim', '15:20:00'), actor: { id: 'lim', roles: ['nurse', 'prescriber'] as const } };
    expect(outcome(countersignRecord(sessionAfter('SessionSigned'), 'h1', both))).toEqual({
      kind: 'anotherPersonNeeded',
    });
  });

  it('wait for the reason of a stop and for the pump’s reading', () => {
    const ended = balanced.ended;
    if (!ended) throw new Error('not ended');
    const stopped = { ...balanced, ended: { ...ended, how: 'stopped' as const, reason: null } };
    expect(outcome(sign(stopped))).toEqual({ kind: 'stopReasonMissing' });
    expect(outcome(sign({ ...stopped, ended: { ...stopped.ended, reason: 'distress' } }))).toEqual([
      'SessionSigned',
    ]);
    expect(outcome(sign({ ...balanced, finalReading: null }))).toEqual({ kind: 'pumpNotReadYet' });
    expect(outcome(sign({ ...balanced, ended: null }))).toEqual(['SessionSigned']);
  });

  it('wait until every milligram is accounted for, or somebody says why not', () => {
    const short = sessionAfter(
      'PatientDischarged',
      wasted('vial', '150', '15'),
      wasted('syringe', '12', '12'),
    );
    expect(outcome(sign(short))).toEqual({
      kind: 'notAccountedFor',
      unaccounted: '2 mg',
      drug: 'ketamine',
      drawn: '50 mg',
      given: '36 mg',
      wasted: '12 mg',
      leftInVial: '150 mg',
      wastedFromVial: '150 mg',
    });
    const said = sessionAfter(
      'PatientDischarged',
      wasted('vial', '150', '15'),
      step('DiscrepancyRecorded', { unaccounted: '14 mg', text: 'dropped' }, '11:45:00', 'lim'),
    );
    expect(outcome(sign(said))).toEqual(['SessionSigned']);
    const unopened = { ...balanced, preparation: { ...balanced.preparation, vial: null } };
    expect(outcome(sign(unopened))).toEqual(['SessionSigned']);
  });
});

describe('a record whose order was opened again', () => {
  it('names no drug where there is no order', () => {
    const voided = sessionAfter('DrugDrawn', step('OrderReopened', {}, '09:50:00', 'patel'));
    const finalReading = sessionAfter('FinalPumpReadingTaken').finalReading;
    const session = { ...voided, state: 'DISCHARGED', finalReading } as const;
    expect(outcome(signRecord(session, 'h1', by('lim', '15:02:00')))).toMatchObject({
      kind: 'notAccountedFor',
      drug: '',
      drawn: '50 mg',
    });
  });
});

describe('a cancellation', () => {
  const cancel = (session: Session, reason = ' went home ') =>
    cancelSession(session, reason, by('lim', '09:50:00'));

  it('says why', () => {
    expect(factOf(cancel(sessionAfter('PlanAuthorised')), 'SessionCancelled')).toEqual({
      reason: 'went home',
    });
    expect(outcome(cancel(sessionAfter('PlanAuthorised'), ' '))).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
  });

  it('waits until the drug that was taken is wasted', () => {
    expect(outcome(cancel(sessionAfter('VialTaken')))).toEqual({
      kind: 'drawnDrugFirst',
      drawn: '0 mg',
      inVial: '200 mg',
    });
    const wasted = sessionAfter(
      'DrugDrawn',
      step('WasteRecorded', { from: 'vial', amount: '150 mg', volume: '15 mL' }, '09:45:00', 'lim'),
      step('WasteRecorded', { from: 'syringe', amount: '50 mg', volume: '5 mL' }, '09:45:00', 'lim'),
    );
    expect(outcome(cancel(wasted))).toEqual(['SessionCancelled']);
  });
});

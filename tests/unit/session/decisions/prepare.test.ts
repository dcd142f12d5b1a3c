import { describe, expect, it } from 'vitest';
import {
  addDiluent,
  checkLabel,
  drawDrug,
  takeVial,
  witnessPreparation,
} from '../../../../src/core/session/decisions/prepare.ts';
import type { VialTaken } from '../../../../src/core/session/events.ts';
import { read } from '../../../support/exactText.ts';
import { LIBRARY } from '../../../support/libraryPlans.ts';
import {
  by,
  factOf,
  outcome,
  PATIENT,
  type Person,
  REFERENCE,
  sessionAfter,
  step,
  WEIGHING,
} from '../../../support/playedSession.ts';
import { at } from '../../../support/times.ts';

const HEAVIER = { ...PATIENT, weighing: { ...WEIGHING, weight: '73 kg' } } as const;
const mL = (volume: string) => read<'mL'>(`${volume} mL`);

describe('a vial', () => {
  const VIAL: VialTaken = { product: 'ketamine-10-20', lot: ' L-1 ', expiry: '2025-11', vials: 1 };
  const take = (
    change: Partial<VialTaken> = {},
    session = sessionAfter('EntriesMatched'),
    patient = PATIENT,
  ) =>
    takeVial(
      session,
      { ...VIAL, ...change },
      { patient, library: LIBRARY, today: '2025-11-14' },
      by('lim', '09:40:00'),
    );

  it('is taken as its label says, good to the last day of its month', () => {
    expect(factOf(take(), 'VialTaken')).toEqual({ ...VIAL, lot: 'L-1' });
    expect(outcome(take({ expiry: '2025-10' }))).toEqual({
      kind: 'lotExpired',
      lot: ' L-1 ',
      expiry: '2025-10',
    });
  });

  it('is the matched product of the library, with its lot', () => {
    expect(outcome(take({ product: 'ketamine-50-10' }))).toEqual({ kind: 'otherProduct' });
    expect(outcome(take({ product: 'nothing' }))).toEqual({ kind: 'unknownProduct' });
    expect(outcome(take({ lot: ' ' }))).toEqual({ kind: 'textMissing', field: 'lot' });
  });

  it('is as many as the volume to draw up takes', () => {
    const matched = sessionAfter('EntriesMatched');
    if (!matched.match) throw new Error('not matched');
    const drawing = (drawUp: `${string} mL`) => ({
      ...matched,
      match: { ...matched.match, sum: { ...matched.match?.sum, drawUp } } as typeof matched.match,
    });
    expect(outcome(take({ vials: 0 }))).toEqual({ kind: 'tooFewVials', needed: 1 });
    expect(outcome(take({ vials: 1 }, drawing('20 mL')))).toEqual(['VialTaken']);
    expect(outcome(take({ vials: 1 }, drawing('20.01 mL')))).toEqual({ kind: 'tooFewVials', needed: 2 });
    expect(outcome(take({ vials: 2 }, drawing('20.01 mL')))).toEqual(['VialTaken']);
  });

  it('is not taken for a match that no longer holds, nor before void drug is wasted', () => {
    expect(outcome(take({}, undefined, HEAVIER))).toEqual(['MatchVoided']);
    const drawn = sessionAfter('DrugDrawn');
    const again = sessionAfter('EntriesMatched');
    const first = { rules: again.authorised?.rules, ...drawn.preparation } as never;
    expect(outcome(take({}, { ...again, voidedPreparations: [first] }))).toEqual({
      kind: 'voidDrugFirst',
      drawn: '50 mg',
      inVial: '150 mg',
    });
    const unsigned = { ...again, authorised: null };
    expect(outcome(take({}, unsigned))).toEqual({ kind: 'notInThisState', state: 'MATCHED' });
  });
});

describe('drawing up', () => {
  const draw = (volume: string, session = sessionAfter('VialTaken'), patient = PATIENT) =>
    drawDrug(session, { patient, drawn: mL(volume) }, by('lim', '09:41:00'));

  it('is the matched volume exactly, and another is named to the preparer with what it would be', () => {
    expect(factOf(draw('5'), 'DrugDrawn')).toEqual({ volume: '5 mL', amount: '50 mg' });
    expect(outcome(draw('1'))).toEqual({
      kind: 'otherVolumeDrawn',
      plan: '5 mL',
      typed: '1 mL',
      typedAmount: '10 mg',
      vialVolume: '20 mL',
      strength: '10 mg/mL',
    });
  });

  it('comes after the vial', () => {
    expect(outcome(draw('5', sessionAfter('EntriesMatched')))).toEqual({ kind: 'stepMissing', step: 'vial' });
    expect(outcome(draw('5', undefined, HEAVIER))).toEqual(['MatchVoided']);
  });
});

describe('diluent', () => {
  const add = (volume: string, session = sessionAfter('DrugDrawn'), patient = PATIENT) =>
    addDiluent(session, { patient, finalVolume: mL(volume) }, by('lim', '09:43:00'));

  it('is added to the matched final volume exactly', () => {
    expect(factOf(add('50'), 'DiluentAdded')).toEqual({
      diluent: 'sodium chloride 0.9 %',
      finalVolume: '50 mL',
    });
    expect(outcome(add('45'))).toEqual({ kind: 'otherFinalVolume', plan: '50 mL', typed: '45 mL' });
  });

  it('comes after drawing up', () => {
    expect(outcome(add('50', sessionAfter('VialTaken')))).toEqual({ kind: 'stepMissing', step: 'draw' });
    expect(outcome(add('50', undefined, HEAVIER))).toEqual(['MatchVoided']);
  });
});

describe('without a match', () => {
  it('no volume is the right one', () => {
    const drawn = { ...sessionAfter('DrugDrawn'), match: null };
    const draw = drawDrug(drawn, { patient: PATIENT, drawn: mL('5') }, by('lim', '09:41:00'));
    expect(outcome(draw)).toMatchObject({ kind: 'otherVolumeDrawn', plan: '0 mL' });
    const add = addDiluent(drawn, { patient: PATIENT, finalVolume: mL('50') }, by('lim', '09:43:00'));
    expect(outcome(add)).toMatchObject({ kind: 'otherFinalVolume', plan: '0 mL' });
  });
});

describe('the witness of a preparation', () => {
  const witness = (
    drawn: string,
    final: string,
    second: Person | null = 'osei',
    session = sessionAfter('DiluentAdded'),
    patient = PATIENT,
  ) =>
    witnessPreparation(
      session,
      { patient, volumeDrawn: mL(drawn), finalVolume: mL(final), label: 'KT-0412' },
      by('lim', '09:45:00', second === null ? {} : { second }),
    );

  it('who reads the same makes the label: strength, volumes and the time to use it by', () => {
    expect(factOf(witness('5', '50'), 'PreparationWitnessed')).toEqual({
      label: 'KT-0412',
      useBy: at('09:43:00') + REFERENCE.rules.protocol.useByHours * 3_600_000,
      concentration: '1 mg/mL',
      volumeDrawn: '5 mL',
      finalVolume: '50 mL',
    });
  });

  it('who reads another volume is recorded by field, without a value', () => {
    const fields = (drawn: string, final: string) =>
      factOf(witness(drawn, final), 'PreparationWitnessDisagreed').fields;
    expect(fields('4', '50')).toEqual(['volumeDrawn']);
    expect(fields('5', '45')).toEqual(['finalVolume']);
    expect(fields('4', '45')).toEqual(['volumeDrawn', 'finalVolume']);
  });

  it('is asked for once every step is there', () => {
    const mixed = sessionAfter('DiluentAdded');
    const missing = (gone: 'vial' | 'drawn' | 'mixed') =>
      outcome(witness('5', '50', 'osei', { ...mixed, preparation: { ...mixed.preparation, [gone]: null } }));
    expect(missing('mixed')).toEqual({ kind: 'stepMissing', step: 'diluent' });
    expect(missing('drawn')).toEqual({ kind: 'stepMissing', step: 'draw' });
    expect(missing('vial')).toMatchObject({ kind: 'stepMissing' });
  });

  it('is a checker who took no step of it', () => {
    const another = { kind: 'anotherPersonNeeded' };
    expect(outcome(witness('5', '50', null))).toEqual(another);
    expect(outcome(witness('5', '50', 'lim'))).toEqual(another);
    expect(outcome(witness('5', '50', 'reyes'))).toMatchObject({ kind: 'roleNeeded' });
    const by3 = sessionAfter(
      'EntriesMatched',
      step(
        'VialTaken',
        { product: 'ketamine-10-20', lot: 'L', expiry: '2027-08', vials: 1 },
        '09:40:00',
        'novak',
      ),
      step('DrugDrawn', { volume: '5 mL', amount: '50 mg' }, '09:41:00', 'quinn'),
      step('DiluentAdded', { diluent: 'sodium chloride 0.9 %', finalVolume: '50 mL' }, '09:43:00', 'lim'),
    );
    for (const person of ['novak', 'quinn', 'lim'] as const) {
      expect(outcome(witness('5', '50', person, by3))).toEqual(another);
    }
    expect(outcome(witness('5', '50', 'osei', by3))).toEqual(['PreparationWitnessed']);
  });

  it('comes after every step', () => {
    const missing = (session: ReturnType<typeof sessionAfter>) =>
      outcome(witness('5', '50', 'osei', session));
    expect(missing(sessionAfter('EntriesMatched'))).toEqual({ kind: 'stepMissing', step: 'draw' });
    expect(missing(sessionAfter('VialTaken'))).toEqual({ kind: 'stepMissing', step: 'draw' });
    expect(missing(sessionAfter('DrugDrawn'))).toEqual({ kind: 'stepMissing', step: 'diluent' });
    expect(outcome(witness('5', '50', 'osei', undefined, HEAVIER))).toEqual(['MatchVoided']);
  });
});

describe('a label', () => {
  const check = (lastFour: string, session = sessionAfter('PreparationWitnessed'), patient = PATIENT) =>
    checkLabel(session, { lastFour, patient }, by('lim', '09:47:00'));

  it('is the one that was printed for this container, by its last four digits', () => {
    expect(factOf(check('0412'), 'LabelChecked')).toEqual({ lastFour: '0412' });
    expect(outcome(check('0413'))).toEqual({ kind: 'labelDiffers' });
    expect(outcome(check('0412', undefined, HEAVIER))).toEqual(['MatchVoided']);
    const unmade = sessionAfter('PreparationWitnessed');
    const none = { ...unmade, preparation: { ...unmade.preparation, witnessed: null } };
    expect(outcome(check('0412', none))).toEqual({ kind: 'labelDiffers' });
  });
});

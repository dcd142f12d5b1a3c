import { describe, expect, it } from 'vitest';
import {
  type ChangeContainer,
  changeContainer,
  discardNext,
} from '../../../../src/core/session/decisions/changeContainer.ts';
import { isLabel } from '../../../../src/core/session/decisions/labelInHand.ts';
import {
  addDiluent,
  checkLabel,
  drawDrug,
  takeVial,
  witnessPreparation,
} from '../../../../src/core/session/decisions/prepare.ts';
import { recordWaste } from '../../../../src/core/session/decisions/recordWaste.ts';
import { CHANGED, running, SECOND_PREPARED, secondReady, two } from '../../../support/containerStory.ts';
import { read } from '../../../support/exactText.ts';
import { LIBRARY } from '../../../support/libraryPlans.ts';
import {
  by,
  factOf,
  outcome,
  PATIENT,
  type Step,
  sessionAfter,
  step,
} from '../../../support/playedSession.ts';
import { at } from '../../../support/times.ts';

const mL = (volume: string) => read<'mL'>(`${volume} mL`);
const rate = (value: string) => read<'mL/h'>(`${value} mL/h`);

/** As it goes: stopped at 10:50:00 with 5 mL left, running again 40 s later. */
const RIGHT: ChangeContainer = {
  label: 'B412',
  elsewhere: null,
  restartedAt: at('10:50:40'),
  volumeLeft: mL('5'),
  leftReason: null,
  readBack: rate('54'),
  lateReason: null,
};
const PAUSED = step('InfusionPaused', { reason: 'toilet' }, '10:40:00', 'lim');

function change(
  more: Partial<ChangeContainer> = {},
  session = secondReady(),
  deciding = two('lim', '10:51:00', '10:50:00'),
) {
  return changeContainer(session, { ...RIGHT, ...more }, deciding);
}

describe('a change of the container', () => {
  it('is one fact, with what was read and what the record says', () => {
    const made = change();
    expect(outcome(made)).toEqual(['ContainerChanged']);
    expect(factOf(made, 'ContainerChanged')).toEqual({
      container: 2,
      label: 'KT-B412',
      restartedAt: at('10:50:40'),
      rate: '54 mL/h',
      volumeLeft: '5 mL',
      calculatedLeft: '5 mL',
      leftReason: null,
    });
  });

  it('is not of a moment that is still to come', () => {
    const ahead = { ...two('lim', '10:51:00', '10:50:00'), late: -1 };
    expect(outcome(change({ restartedAt: null, readBack: null }, secondReady(PAUSED), ahead))).toEqual({
      kind: 'saidInFuture',
    });
    expect(outcome(change({ restartedAt: at('10:49:00') }, undefined, ahead))).toEqual({
      kind: 'saidInFuture',
    });
  });

  it('takes another person to check, who may', () => {
    const alone = by('lim', '10:51:00', { said: '10:50:00' });
    expect(outcome(change({}, undefined, alone))).toEqual({ kind: 'anotherPersonNeeded' });
    const same = by('lim', '10:51:00', { second: 'lim', said: '10:50:00' });
    expect(outcome(change({}, undefined, same))).toEqual({ kind: 'anotherPersonNeeded' });
    const assistant = by('lim', '10:51:00', { second: 'reyes', said: '10:50:00' });
    expect(outcome(change({}, undefined, assistant))).toMatchObject({ kind: 'roleNeeded' });
  });

  it('is for the label in hand: of this session, of its next preparation', () => {
    expect(outcome(change({ label: ' kt-b412 ' }))).toEqual(['ContainerChanged']);
    expect(outcome(change({ label: '0412' }))).toEqual({ kind: 'labelDiffers' });
    expect(outcome(change({ label: '' }))).toEqual({ kind: 'labelDiffers' });
    const elsewhere = { chair: 3, name: 'BAKER', ownChair: 2, ownName: 'OKAFOR' };
    expect(outcome(change({ label: '0411', elsewhere }))).toEqual({ kind: 'labelOfAnother', ...elsewhere });
    // Its own is its own, whoever else has one that ends alike.
    expect(outcome(change({ elsewhere }))).toEqual(['ContainerChanged']);
    expect(isLabel('KT-B412', 'T-B412')).toBe(false);
  });

  it('needs one that is prepared', () => {
    expect(outcome(change({}, running()))).toEqual({ kind: 'nextNotPrepared' });
    expect(outcome(change({}, running(...SECOND_PREPARED.slice(0, 3))))).toEqual({ kind: 'nextNotPrepared' });
    const elsewhere = { chair: 3, name: 'BAKER', ownChair: 2, ownName: 'OKAFOR' };
    expect(outcome(change({ elsewhere }, running()))).toMatchObject({ kind: 'labelOfAnother' });
    expect(outcome(change({}, { ...secondReady(), run: null }))).toEqual({ kind: 'nextNotPrepared' });
  });

  it('has its times in their order, and not ahead of the clock', () => {
    expect(outcome(change({ restartedAt: null }))).toEqual({ kind: 'restartMissing' });
    expect(outcome(change({ restartedAt: at('10:49:59') }))).toEqual({ kind: 'restartBeforeStop' });
    expect(outcome(change({ restartedAt: at('10:50:00') }))).toEqual(['ContainerChanged']);
    expect(outcome(change({ restartedAt: at('10:51:00') }))).toEqual(['ContainerChanged']);
    expect(outcome(change({ restartedAt: at('10:51:00') + 1 }))).toEqual({ kind: 'saidInFuture' });
    const ahead = two('lim', '10:49:00', '10:50:00');
    expect(outcome(change({}, undefined, ahead))).toEqual({ kind: 'saidInFuture' });
    const aheadPaused = change({ restartedAt: null, readBack: null }, secondReady(PAUSED), ahead);
    expect(outcome(aheadPaused)).toEqual({ kind: 'saidInFuture' });
    const early = two('lim', '10:51:00', '09:59:00');
    expect(outcome(change({ restartedAt: at('10:50:00') }, undefined, early))).toEqual({
      kind: 'timeNotAllowed',
    });
  });

  it('says why it is recorded long after', () => {
    const late = two('lim', '12:50:01', '10:50:00');
    const before = { volumeLeft: mL('5'), restartedAt: at('10:50:40') };
    expect(outcome(change(before, undefined, late))).toEqual({ kind: 'lateReasonMissing', minutes: 120 });
    const made = change({ ...before, lateReason: ' form 12 ' }, undefined, late);
    expect(outcome(made)).toEqual(['ContainerChanged', 'LateEntryReasonGiven']);
    expect(factOf(made, 'LateEntryReasonGiven')).toEqual({ reason: 'form 12' });
    expect(outcome(change({ lateReason: ' ' }))).toEqual(['ContainerChanged']);
  });

  it('connects nothing past its use-by', () => {
    const expired = { kind: 'preparationExpired', label: 'KT-B412' };
    const session = secondReady();
    const { witnessed } = session.nextPreparation;
    const until = (useBy: number) => ({
      ...session,
      nextPreparation: { ...session.nextPreparation, witnessed: witnessed && { ...witnessed, useBy } },
    });
    expect(outcome(change({}, until(at('10:50:40'))))).toEqual(['ContainerChanged']);
    expect(outcome(change({}, until(at('10:50:40') - 1)))).toEqual({
      ...expired,
      expiredAt: at('10:50:40') - 1,
    });
  });

  it('asks why the old one holds far more or less than the record says', () => {
    expect(outcome(change({ volumeLeft: mL('7.5') }))).toEqual(['ContainerChanged']);
    expect(outcome(change({ volumeLeft: mL('2.5') }))).toEqual(['ContainerChanged']);
    expect(outcome(change({ volumeLeft: mL('7.6') }))).toEqual({
      kind: 'containerLeftDiffers',
      read: '7.6 mL',
      record: '5 mL',
      percent: '5.2 %',
    });
    expect(outcome(change({ volumeLeft: mL('2.4'), leftReason: ' ' }))).toMatchObject({
      kind: 'containerLeftDiffers',
    });
    const why = change({ volumeLeft: mL('20'), leftReason: ' line primed again ' });
    expect(factOf(why, 'ContainerChanged')).toMatchObject({
      volumeLeft: '20 mL',
      calculatedLeft: '5 mL',
      leftReason: 'line primed again',
    });
    expect(outcome(change({ volumeLeft: mL('50.1'), leftReason: 'x' }))).toEqual({
      kind: 'moreThanContainerHeld',
      held: '50 mL',
    });
    expect(outcome(change({ volumeLeft: mL('50'), leftReason: 'x' }))).toEqual(['ContainerChanged']);
    const session = secondReady();
    const unlabelled = { ...session, preparation: { ...session.preparation, witnessed: null } };
    expect(outcome(change({ volumeLeft: mL('50.1') }, unlabelled))).toMatchObject({ held: '50 mL' });
  });

  it('is read back at the rate that ran, and another reading is kept as a try', () => {
    for (const readBack of [rate('5.4'), rate('540'), null]) {
      const refusal = { kind: 'readBackDiffers', fields: ['rate'] };
      expect(factOf(change({ readBack }), 'TryRefused')).toMatchObject({ refusal });
    }
    expect(factOf(change({ readBack: null }), 'TryRefused').typed).toBeNull();
    expect(factOf(change({ readBack: rate('5.4') }), 'TryRefused').typed).toBe('5.4 mL/h');
  });

  it('while paused has no restart and no reading: the resume has both', () => {
    const paused = secondReady(PAUSED);
    const still = { restartedAt: null, readBack: null, volumeLeft: mL('14') };
    const made = change(still, paused);
    expect(factOf(made, 'ContainerChanged')).toMatchObject({
      restartedAt: null,
      rate: null,
      calculatedLeft: '14 mL',
    });
    expect(outcome(change({ ...still, restartedAt: at('10:50:40') }, paused))).toEqual({
      kind: 'notInThisState',
      state: 'PAUSED',
    });
  });

  it('counts on from the last one', () => {
    const [vial, draw, mix, witnessed] = SECOND_PREPARED;
    const third = [vial, draw, mix, witnessed].map((each, index) => {
      if (!each) throw new Error('no step');
      const time = `10:5${index + 5}:00`;
      return { ...each, at: time, said: time };
    }) as Step[];
    const session = secondReady(CHANGED, ...third);
    const deciding = two('lim', '11:05:00');
    const made = change({ restartedAt: at('11:05:00'), volumeLeft: mL('37.1') }, session, deciding);
    expect(factOf(made, 'ContainerChanged')).toMatchObject({ container: 3, calculatedLeft: '37.1 mL' });
  });
});

describe('the preparation of the next container', () => {
  const forPatient = { patient: PATIENT };
  const vial = { product: 'ketamine-10-20', lot: ' L-2 ', expiry: '2027-08', vials: 1 };
  const take = (session = running()) =>
    takeVial(session, vial, { ...forPatient, library: LIBRARY, today: '2025-11-14' }, by('lim', '10:30:00'));
  const witness = (volumeDrawn: string, session = running(...SECOND_PREPARED.slice(0, 3))) =>
    witnessPreparation(
      session,
      { ...forPatient, volumeDrawn: mL(volumeDrawn), finalVolume: mL('50'), label: 'KT-B412' },
      two('lim', '10:35:00'),
    );

  it('goes step by step, each with the number of its container', () => {
    expect(factOf(take(), 'NextVialTaken')).toEqual({ ...vial, lot: 'L-2', container: 2 });
    const draw = (session = running(...SECOND_PREPARED.slice(0, 1))) =>
      drawDrug(session, { ...forPatient, drawn: mL('5') }, by('lim', '10:31:00'));
    expect(factOf(draw(), 'NextDrugDrawn')).toEqual({ volume: '5 mL', amount: '50 mg', container: 2 });
    expect(outcome(draw(running()))).toEqual({ kind: 'stepMissing', step: 'vial' });
    const mix = (session = running(...SECOND_PREPARED.slice(0, 2))) =>
      addDiluent(session, { ...forPatient, finalVolume: mL('50') }, by('lim', '10:33:00'));
    expect(factOf(mix(), 'NextDiluentAdded')).toMatchObject({ finalVolume: '50 mL', container: 2 });
    expect(outcome(mix(running()))).toEqual({ kind: 'stepMissing', step: 'draw' });
    expect(factOf(witness('5'), 'NextPreparationWitnessed')).toEqual({
      label: 'KT-B412',
      useBy: at('22:33:00'),
      concentration: '1 mg/mL',
      volumeDrawn: '5 mL',
      finalVolume: '50 mL',
      container: 2,
    });
    expect(outcome(witness('5', running()))).toMatchObject({ kind: 'stepMissing' });
    expect(factOf(witness('4'), 'NextWitnessDisagreed')).toEqual({ fields: ['volumeDrawn'], container: 2 });
  });

  it('goes on while paused, and asks nothing about the match', () => {
    const paused = running(PAUSED);
    expect(outcome(take(paused))).toEqual(['NextVialTaken']);
    expect(outcome(take({ ...paused, authorised: null }))).toEqual({
      kind: 'notInThisState',
      state: 'PAUSED',
    });
  });

  it('is one at a time', () => {
    expect(outcome(take(running(...SECOND_PREPARED.slice(0, 1))))).toEqual({
      kind: 'nextUnderWay',
      label: null,
    });
    expect(outcome(take(secondReady()))).toEqual({ kind: 'nextUnderWay', label: 'KT-B412' });
    const discarded = step(
      'NextPreparationDiscarded',
      { container: 2, reason: 'expired' },
      '10:36:00',
      'lim',
    );
    expect(outcome(take(secondReady(discarded)))).toEqual(['NextVialTaken']);
  });

  it('is discarded with a reason, by whoever may prepare', () => {
    const discard = (reason: string, session = secondReady()) =>
      discardNext(session, reason, by('novak', '10:36:00'));
    expect(factOf(discard(' it leaked '), 'NextPreparationDiscarded')).toEqual({
      container: 2,
      reason: 'it leaked',
    });
    expect(outcome(discard(' '))).toEqual({ kind: 'textMissing', field: 'reason' });
    expect(outcome(discard('it leaked', running()))).toEqual({ kind: 'nextNotPrepared' });
  });
});

describe('the label of the first container', () => {
  it('is its own, by its last four or as scanned, and another chair’s is named', () => {
    const check = (lastFour: string, elsewhere: Parameters<typeof checkLabel>[1]['elsewhere'] = null) =>
      checkLabel(
        sessionAfter('PreparationWitnessed'),
        { patient: PATIENT, lastFour, elsewhere },
        by('lim', '09:47:00'),
      );
    expect(factOf(check('0412'), 'LabelChecked')).toEqual({ lastFour: '0412' });
    expect(factOf(check(' KT-0412'), 'LabelChecked')).toEqual({ lastFour: '0412' });
    const baker = { chair: 3, name: 'BAKER', ownChair: 2, ownName: 'OKAFOR' };
    expect(outcome(check('0411', baker))).toEqual({ kind: 'labelOfAnother', ...baker });
    expect(outcome(check('0411'))).toEqual({ kind: 'labelDiffers' });
  });
});

describe('waste while the infusion runs', () => {
  const waste = (vial: string, syringe: string, session = secondReady(CHANGED)) => {
    const typed = {
      vial: read<'mg'>(`${vial} mg`),
      syringe: read<'mg'>(`${syringe} mg`),
      line: read<'mg'>('0 mg'),
    };
    return recordWaste(session, { typed, witnessTyped: typed }, two('lim', '10:55:00'));
  };

  it('is what is left in vials and in changed containers, and no more', () => {
    const made = waste('300', '5');
    expect(outcome(made)).toEqual(['WasteRecorded', 'WasteRecorded']);
    expect(factOf(made, 'WasteRecorded')).toEqual({ from: 'vial', amount: '300 mg', volume: '30 mL' });
    expect(outcome(waste('300', '5.1'))).toEqual({ kind: 'moreThanLeft', left: '5 mg' });
    expect(outcome(waste('150', '0', running()))).toEqual(['WasteRecorded']);
    expect(outcome(waste('0', '1', running()))).toEqual({ kind: 'moreThanLeft', left: '0 mg' });
  });

  it('is counted as mixed, whatever is being prepared beside it', () => {
    const third = SECOND_PREPARED.slice(0, 1).map((each) => ({ ...each, at: '10:54:00', said: '10:54:00' }));
    const made = waste('0', '5', secondReady(CHANGED, ...third));
    expect(factOf(made, 'WasteRecorded')).toEqual({ from: 'syringe', amount: '5 mg', volume: '5 mL' });
  });
});

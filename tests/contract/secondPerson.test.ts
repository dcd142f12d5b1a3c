import { describe, expect, it } from 'vitest';
import { CHECKERS } from '../../src/core/session/roles.ts';
import type { PersonKey } from '../support/caller.ts';
import { openClinic } from '../support/clinic.ts';
import { matchAda, prepareForAda, readyAda, runAda, startAda, vitals } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

/** An assistant, an administrator and an auditor prove who they are, and may still not check. */
const NO_CHECKERS: readonly PersonKey[] = ['bell', 'reyes', 'quist'];
const NOT_THEIRS = { kind: 'roleNeeded', roles: CHECKERS };

describe('the second person', () => {
  it('who witnesses a preparation is a nurse, a prescriber or a pharmacist', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const vial = { session, product: 'ketamine-10-20', lot: 'K1', expiry: '2027-08', vials: 1 };
    await clinic.call('preparation:takeVial', vial);
    await clinic.call('preparation:draw', { session, volume: '5' });
    await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
    const typed = { session, volumeDrawn: '5', finalVolume: '50' };
    for (const person of NO_CHECKERS) {
      const witness = await clinic.second(person);
      expect(await clinic.refusal('preparation:witness', { ...typed, witness }), person).toEqual(NOT_THEIRS);
    }
    const witness = await clinic.second('novak');
    expect((await clinic.call('preparation:witness', { ...typed, witness })).state).toBe('PREPARED');
  });

  it('who reads the pump back is a nurse, a prescriber or a pharmacist', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    const reading = { session, pump: 'P-03', programmedBy: await clinic.idOf('lim') };
    const typed = { ...reading, rate: '54', volumeLimit: '36' };
    for (const person of NO_CHECKERS) {
      const reader = await clinic.second(person);
      expect(await clinic.refusal('pump:readBack', { ...typed, reader }), person).toEqual(NOT_THEIRS);
    }
    expect((await readyAda(clinic, session)).state).toBe('READY');
  });

  it('who reads a rise of the rate is a nurse, a prescriber or a pharmacist', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const change = { session, reason: 'ordered' as const, note: null, prescriber: null };
    clinic.clock.set(at('10:05:00'));
    const fall = { ...change, rate: '27', readBack: '27' };
    expect(
      await clinic.refusal('infusion:changeRate', { ...fall, reader: await clinic.second('quist') }),
    ).toEqual(NOT_THEIRS);
    await clinic.call('infusion:changeRate', { ...fall, reader: null });
    const rise = { ...change, rate: '40.5', readBack: '40.5' };
    for (const person of NO_CHECKERS) {
      const reader = await clinic.second(person);
      expect(await clinic.refusal('infusion:changeRate', { ...rise, reader }), person).toEqual(NOT_THEIRS);
    }
    const view = await clinic.call('infusion:changeRate', { ...rise, reader: await clinic.second('osei') });
    expect(view.infusion?.rate).toBe('40.5 mL/h');
  });

  it('who witnesses waste, or a discrepancy, is a nurse, a prescriber or a pharmacist', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    const amounts = { vial: '150', syringe: '12', line: '0' };
    const waste = { session, typed: amounts, witnessTyped: amounts };
    const discrepancy = { session, text: 'two milligrams spilt on the tray' };
    for (const person of NO_CHECKERS) {
      const witness = await clinic.second(person);
      expect(await clinic.refusal('waste:record', { ...waste, witness }), person).toEqual(NOT_THEIRS);
    }
    await clinic.call('waste:record', { ...waste, witness: await clinic.second('osei') });
    for (const person of NO_CHECKERS) {
      const witness = await clinic.second(person);
      expect(await clinic.refusal('waste:recordDiscrepancy', { ...discrepancy, witness }), person).toEqual(
        NOT_THEIRS,
      );
    }
    const witness = await clinic.second('osei');
    const view = await clinic.call('waste:recordDiscrepancy', { ...discrepancy, witness });
    expect(view.reconciliation?.discrepancy?.unaccounted).toBe('2 mg');
  });

  it('is never the one who set the pump or who measured the waste, whatever the window sends', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    const reading = { session, pump: 'P-03', programmedBy: await clinic.idOf('osei') };
    const reader = await clinic.second('osei');
    expect(
      await clinic.refusal('pump:readBack', { ...reading, reader, rate: '54', volumeLimit: '36' }),
    ).toEqual({ kind: 'readerProgrammedPump' });
    const amounts = { vial: '150', syringe: '0', line: '0' };
    const witness = await clinic.second('lim');
    const waste = { session, typed: amounts, witnessTyped: amounts, witness };
    expect(await clinic.refusal('waste:record', waste)).toEqual({ kind: 'anotherPersonNeeded' });
  });

  it('with a wrong secret changes nothing, whatever the role', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    const amounts = { vial: '150', syringe: '14', line: '0' };
    const { user } = await clinic.second('osei');
    const witness = { user, secret: '000000' };
    const waste = { session, typed: amounts, witnessTyped: amounts, witness };
    expect(await clinic.refusal('waste:record', waste)).toMatchObject({ kind: 'wrongPin' });
    const view = await clinic.call('session:load', { session });
    expect(view.reconciliation?.wastes).toEqual([]);
  });
});

describe('whoever is named as ordering or allowing', () => {
  it('is a prescriber, also where none would be needed', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:05:00'));
    const fall = {
      session,
      rate: '27',
      readBack: '27',
      reason: 'ordered' as const,
      note: null,
      reader: null,
    };
    const nurse = await clinic.second('osei');
    const prescriberNeeded = { kind: 'roleNeeded', roles: ['prescriber'] };
    expect(await clinic.refusal('infusion:changeRate', { ...fall, prescriber: nurse })).toEqual(
      prescriberNeeded,
    );
    await clinic.call('infusion:pause', { session, at: at('10:05:00'), reason: 'toilet' });
    clinic.clock.set(at('10:06:00'));
    const seen = { session, vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
    await clinic.call('observation:record', seen);
    const resume = { session, readBack: '54' };
    expect(await clinic.refusal('infusion:resume', { ...resume, prescriber: nurse })).toEqual(
      prescriberNeeded,
    );
    expect((await clinic.call('infusion:resume', { ...resume, prescriber: null })).state).toBe('RUNNING');
  });
});

import { describe, expect, it } from 'vitest';
import { printingsOf, printLabel } from '../../../../src/core/session/decisions/printLabel.ts';
import type { LabelPrinted, SessionEvent } from '../../../../src/core/session/events.ts';
import { CHANGED, running, secondReady } from '../../../support/containerStory.ts';
import { countedAfter } from '../../../support/countedStory.ts';
import { by, factOf, outcome, type Person, sessionAfter, step } from '../../../support/playedSession.ts';

const LABEL = 'KT-0412';
const FIRST: LabelPrinted = { label: LABEL, size: 'bag', printing: 1, reason: null, to: 'printer' };
const printed = (fact: LabelPrinted) => step('LabelPrinted', fact, '09:46:00', 'lim');

type Asked = { readonly label?: string; readonly reason?: string | null; readonly to?: LabelPrinted['to'] };

function print(asked: Asked = {}, session = sessionAfter('PreparationWitnessed'), who: Person = 'lim') {
  const request = { label: LABEL, size: 'syringe', reason: null, to: 'pdf', ...asked } as const;
  return printLabel(session, request, by(who, '09:50:00'));
}

describe('a label', () => {
  it('is printed first without a reason, whatever was typed', () => {
    const first = { label: LABEL, size: 'syringe', printing: 1, reason: null, to: 'pdf' };
    expect(factOf(print(), 'LabelPrinted')).toEqual(first);
    expect(factOf(print({ reason: 'torn', to: 'hand' }), 'LabelPrinted')).toEqual({ ...first, to: 'hand' });
  });

  it('is printed again with its number and a reason', () => {
    const session = sessionAfter('PreparationWitnessed', printed(FIRST));
    expect(factOf(print({ reason: ' torn ' }, session), 'LabelPrinted')).toMatchObject({
      printing: 2,
      reason: 'torn',
    });
    for (const reason of [null, '', '  '])
      expect(outcome(print({ reason }, session))).toEqual({ kind: 'textMissing', field: 'reason' });
  });

  it('is counted by its own number', () => {
    const session = sessionAfter(
      'PreparationWitnessed',
      printed({ ...FIRST, label: 'KT-B412' }),
      printed(FIRST),
    );
    expect(printingsOf(session, LABEL)).toBe(1);
    expect(printingsOf(session, 'KT-B412')).toBe(1);
    expect(printingsOf(session, 'KT-C412')).toBe(0);
  });

  it('is void under any number but that of the preparation', () => {
    expect(outcome(print({ label: 'KT-0413' }))).toEqual({ kind: 'labelVoid', label: 'KT-0413' });
  });

  it('of the next container is printed while the first one runs, each with its own count', () => {
    const next = { label: 'KT-B412' };
    expect(outcome(print(next, running()))).toEqual({ kind: 'labelVoid', label: 'KT-B412' });
    expect(factOf(print(next, secondReady()), 'LabelPrinted')).toMatchObject({ ...next, printing: 1 });
    expect(outcome(print({}, secondReady()))).toEqual(['LabelPrinted']);
    expect(outcome(print({}, secondReady(CHANGED)))).toEqual({ kind: 'labelVoid', label: LABEL });
    expect(outcome(print(next, secondReady(CHANGED)))).toEqual(['LabelPrinted']);
  });

  it('of counted doses is printed as any other', () => {
    expect(outcome(print({}, countedAfter('PreparationWitnessed')))).toEqual(['LabelPrinted']);
  });

  it.each<SessionEvent['type']>([
    'PreparationWitnessed',
    'SessionReady',
    'InfusionStarted',
    'InfusionPaused',
  ])('can be printed after %s', (type) => {
    expect(outcome(print({}, sessionAfter(type)))).toEqual(['LabelPrinted']);
  });

  it.each<[SessionEvent['type'], string]>([
    ['DiluentAdded', 'MATCHED'],
    ['RecoveryStarted', 'RECOVERY'],
  ])('cannot be printed after %s', (type, state) => {
    expect(outcome(print({}, sessionAfter(type)))).toEqual({ kind: 'notInThisState', state });
  });

  it('is printed by those who prepare and check', () => {
    expect(outcome(print({}, undefined, 'novak'))).toEqual(['LabelPrinted']);
    expect(outcome(print({}, undefined, 'reyes'))).toMatchObject({ kind: 'roleNeeded' });
  });

  it('leaves the session where it is', () => {
    const before = sessionAfter('PreparationWitnessed');
    const after = sessionAfter('PreparationWitnessed', printed(FIRST));
    expect(after.state).toBe(before.state);
    expect(after.labelPrints).toMatchObject([{ ...FIRST, by: 'lim' }]);
  });
});

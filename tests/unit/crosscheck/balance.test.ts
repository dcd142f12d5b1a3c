import { describe, expect, it } from 'vitest';
import { balanceDisagreements } from '../../../src/core/crosscheck/balanceBackward.ts';
import { type Reconciliation, reconciliation } from '../../../src/core/session/reconciliation.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { CHANGED, secondReady } from '../../support/containerStory.ts';
import { countedAfter } from '../../support/countedStory.ts';
import { read } from '../../support/exactText.ts';
import { offByALittle } from '../../support/offByALittle.ts';
import { sessionAfter, step } from '../../support/playedSession.ts';

function balanceOf(session: Session): Reconciliation {
  const balance = reconciliation(session);
  if (!balance) throw new Error('no vial was opened');
  return balance;
}

/** With another reading of the pump at the end. */
function withReading(changed: Partial<NonNullable<Session['finalReading']>>): Session {
  const session = sessionAfter('WasteRecorded');
  if (!session.finalReading) throw new Error('no reading');
  return { ...session, finalReading: { ...session.finalReading, ...changed } };
}

const NEXT_DISCARDED = step('NextPreparationDiscarded', { container: 2, reason: 'spilt' }, '10:45:00', 'lim');

const SESSIONS: readonly (readonly [string, Session])[] = [
  ['a vial opened', sessionAfter('VialTaken')],
  ['drawn', sessionAfter('DrugDrawn')],
  ['running', sessionAfter('InfusionStarted')],
  ['read at the end', sessionAfter('FinalPumpReadingTaken')],
  ['wasted and signed', sessionAfter('SessionCountersigned')],
  ['primed with drug', withReading({ linePrimedWith: 'drug' })],
  ['not flushed', withReading({ lineFlushed: false })],
  ['primed with drug and not flushed', withReading({ linePrimedWith: 'drug', lineFlushed: false })],
  ['a second syringe connected', secondReady(CHANGED)],
  ['a second syringe discarded', secondReady(NEXT_DISCARDED)],
  ['counted doses', countedAfter('RecoveryStarted')],
];

describe('a balance worked back', () => {
  it.each(SESSIONS)('is confirmed, and none of its numbers may be off: %s', (_name, session) => {
    const balance = balanceOf(session);
    expect(balanceDisagreements(session, balance)).toEqual([]);
    for (const { where, value } of offByALittle(balance))
      expect(balanceDisagreements(session, value), where).not.toEqual([]);
  });

  const signed = sessionAfter('SessionSigned');
  const off = (changed: Partial<Reconciliation>, session = signed) =>
    balanceDisagreements(session, { ...balanceOf(session), ...changed });

  it('names what is off', () => {
    expect(off({ opened: read('190 mg') })).toEqual(['opened', 'places', 'unaccounted']);
    expect(off({ drawn: read('49 mg') })).toEqual(['drawn', 'places']);
    expect(off({ given: read('35 mg') })).toEqual(['given', 'places', 'unaccounted']);
    expect(off({ wasted: read('163 mg') })).toEqual(['wasted', 'unaccounted']);
    expect(off({ leftInVial: read('149 mg') })).toEqual(['places']);
    expect(off({ leftInSyringe: read('13 mg') })).toEqual(['places']);
    expect(off({ leftInLine: read('1 mg'), leftInSyringe: read('13 mg') })).toEqual(['line']);
    expect(off({ returned: read('1 mg') })).toEqual(['unaccounted']);
    expect(off({ unaccounted: read('1 mg') })).toEqual(['unaccounted', 'balances']);
    expect(off({ balances: false })).toEqual(['balances']);
  });

  it('calls a balance what is no further off than the tolerance, to either side', () => {
    const tolerance = signed.authorised?.rules.reconciliationTolerance;
    expect(tolerance).toBe('0.5 mg');
    for (const [unaccounted, balances] of [
      ['0.5 mg', true],
      ['-0.5 mg', true],
      ['0.501 mg', false],
      ['-0.501 mg', false],
    ] as const) {
      const changed = { unaccounted: read<'mg'>(unaccounted), balances };
      expect(off(changed)).not.toContain('balances');
      expect(off({ ...changed, balances: !balances })).toContain('balances');
    }
  });

  it('counts nothing as given before the pump is read', () => {
    const running = sessionAfter('InfusionStarted');
    expect(off({ given: read('0 mg') }, running)).toEqual([]);
    expect(off({ given: read('18 mg') }, running)).toContain('given');
  });

  it('counts the doses of a session without a pump', () => {
    const counted = countedAfter('RecoveryStarted');
    expect(balanceOf(counted).given).toEqual(read('30 mg'));
    expect(off({ given: read('20 mg') }, counted)).toContain('given');
  });

  it('knows every vial: of what was void, changed, discarded and not yet connected', () => {
    const { preparation } = signed;
    const rules = signed.authorised?.rules;
    const { vial, drawn, witnessed } = preparation;
    if (!rules || !vial) throw new Error('nothing was prepared');
    const voided = { ...signed, voidedPreparations: [{ rules, vial, drawn, witnessed }] };
    const discarded = { ...signed, discardedPreparations: [preparation] };
    const earlier = { ...signed, earlierPreparations: [preparation] };
    const next = { ...signed, nextPreparation: preparation };
    for (const session of [voided, discarded, earlier, next]) {
      expect(off({}, session)).toEqual([]);
      expect(balanceDisagreements(session, balanceOf(signed))).toEqual(['opened', 'drawn']);
    }
  });

  it('leaves nothing in a line that nobody filled', () => {
    const unflushed = withReading({ lineFlushed: false });
    const { preparation, finalReading } = unflushed;
    const rules = unflushed.authorised?.rules;
    const { vial, drawn, witnessed } = preparation;
    if (!rules || !vial) throw new Error('nothing was prepared');
    const voided = [{ rules, vial, drawn, witnessed }];
    const sessions: readonly Session[] = [
      { ...unflushed, authorised: null, voidedPreparations: voided },
      { ...unflushed, preparation: { ...preparation, witnessed: null } },
      { ...countedAfter('RecoveryStarted'), finalReading },
    ];
    for (const session of sessions) {
      expect(balanceOf(session).leftInLine).toEqual(read('0 mg'));
      expect(off({}, session)).toEqual([]);
    }
    expect(balanceOf(unflushed).leftInLine).not.toEqual(read('0 mg'));
  });

  it('of a void order goes by the rules its vial was opened under', () => {
    const { preparation } = signed;
    const rules = signed.authorised?.rules;
    const { vial, drawn, witnessed } = preparation;
    if (!rules || !vial) throw new Error('nothing was prepared');
    const session: Session = {
      ...sessionAfter('SessionPlanned'),
      voidedPreparations: [{ rules, vial, drawn, witnessed }],
    };
    expect(off({}, session)).toEqual([]);
    const noRules = { ...session, voidedPreparations: [] };
    expect(balanceDisagreements(noRules, balanceOf(session))).toContain('balances');
  });
});

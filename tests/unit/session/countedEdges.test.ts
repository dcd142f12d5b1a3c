import { describe, expect, it } from 'vitest';
import { parseCountedValues } from '../../../src/core/session/countedEntry.ts';
import { countedOf, nextDose, pumpedOf } from '../../../src/core/session/countedSession.ts';
import { completeCounted } from '../../../src/core/session/decisions/authoriseCounted.ts';
import { type GiveDose, giveDose, giveFirstDose } from '../../../src/core/session/decisions/giveDose.ts';
import { witnessDrawn } from '../../../src/core/session/decisions/prepareDoses.ts';
import { confirmDoses } from '../../../src/core/session/decisions/resumeDoses.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { countedAfter, DRAFT, LEFT, RIGHT_SIDE, spray, VALUES } from '../../support/countedStory.ts';
import { read } from '../../support/exactText.ts';
import {
  by,
  factOf,
  IDENTITY,
  outcome,
  PATIENT,
  PEOPLE,
  type Person,
  sessionAfter,
  step,
} from '../../support/playedSession.ts';
import { at } from '../../support/times.ts';

/** Two of three sprays given, at 10:00:00 and 10:05:00. */
const twice = countedAfter('DosesStarted', spray(1, '10:00:00'), spray(2, '10:05:00'));
/** The same, but that the log has the later one first. */
const turned: Session = { ...twice, doses: twice.doses.toReversed() };

describe('the next counted dose', () => {
  const third: GiveDose = {
    number: 3,
    site: RIGHT_SIDE,
    prescriber: null,
    reason: null,
    lateReason: null,
  };
  const early = { ...third, prescriber: PEOPLE.patel, reason: 'pain' };

  it('waits for the latest one, whatever their order', () => {
    for (const session of [twice, turned])
      expect(nextDose(session)).toEqual({ number: 3, earliestAt: at('10:10:00') });
  });

  it('is not before the latest one, and may be at its very moment', () => {
    for (const session of [twice, turned]) {
      expect(outcome(giveDose(session, early, by('lim', '10:04:59')))).toEqual({ kind: 'timeNotAllowed' });
      expect(outcome(giveDose(session, early, by('lim', '10:05:00')))).toEqual([
        'DoseGiven',
        'InfusionCompleted',
        'RecoveryStarted',
      ]);
    }
  });

  it('is given by a nurse or a prescriber, and early only by the word of a prescriber', () => {
    const given = (person: Person) => outcome(giveDose(twice, third, by(person, '10:10:00')));
    expect(given('patel')).toEqual(given('lim'));
    expect(given('lim')).toContain('DoseGiven');
    expect(given('reyes')).toEqual({ kind: 'roleNeeded', roles: ['nurse', 'prescriber'] });
    const nurse = { ...early, prescriber: PEOPLE.osei };
    expect(outcome(giveDose(twice, nurse, by('lim', '10:06:00')))).toEqual({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
  });

  it('that is the first starts the session by the identifier that was typed', () => {
    const ready = countedAfter('SessionReady');
    const command = { ...IDENTITY, patient: PATIENT, site: LEFT };
    const started = giveFirstDose(ready, command, by('lim', '10:00:00'));
    expect(outcome(started)).toEqual(['DosesStarted', 'DoseGiven']);
    expect(factOf(started, 'DosesStarted')).toEqual({ identifiedBy: 'dateOfBirth' });
  });
});

describe('an order and its match', () => {
  it('are of one kind: the match of the other kind is none', () => {
    const [counted, pumped] = [countedAfter('CountedEntriesMatched'), sessionAfter('EntriesMatched')];
    expect(countedOf(counted)?.match).toBe(counted.match);
    expect(pumpedOf(pumped)?.match).toBe(pumped.match);
    expect(countedOf({ ...counted, match: pumped.match })?.match).toBeNull();
    expect(pumpedOf({ ...pumped, match: counted.match })?.match).toBeNull();
    expect(countedOf({ ...counted, match: null })?.match).toBeNull();
  });
});

describe('doses after the program was not running', () => {
  const lost = step('InterruptionFound', { from: at('10:05:30'), to: at('10:06:30') }, '10:06:30', 'lim');
  const paused = step('InfusionPaused', { reason: 'toilet' }, '10:05:10', 'lim');

  it('are confirmed by a nurse or a prescriber, while it runs or is paused', () => {
    const doses = [spray(1, '10:00:00'), spray(2, '10:05:00')] as const;
    for (const session of [
      countedAfter('DosesStarted', ...doses, lost),
      countedAfter('DosesStarted', ...doses, paused, lost),
    ])
      for (const person of ['lim', 'patel'] as const)
        expect(outcome(confirmDoses(session, by(person, '10:07:00')))).toEqual(['DosesConfirmed']);
  });
});

describe('an entry of counted doses', () => {
  const FIELDS = ['weight', 'dose', 'doses', 'gap', 'total'] as const;

  it.each(FIELDS)('with a malformed %s alone is refused, and that one named', (field) => {
    const parsed = parseCountedValues({ ...VALUES, [field]: '1e3' });
    expect(parsed.ok ? parsed : parsed.failure.map(({ input }) => input)).toEqual([field]);
  });

  it.each(['dateOfBirth', 'product', 'doses', 'gap', 'total'] as const)('without a %s says so', (field) => {
    const { [field]: _left, ...others } = VALUES;
    const given = field === 'dateOfBirth' || field === 'product' ? { ...others, [field]: '' } : others;
    expect(parseCountedValues(given as typeof VALUES)).toMatchObject({
      ok: false,
      failure: [{ input: field, refusal: { kind: 'notEntered' } }],
    });
  });

  it('lacks whatever of the order is not there, by name', () => {
    const lacking = (changed: Partial<typeof DRAFT>) => completeCounted({ ...DRAFT, ...changed });
    const { counted } = DRAFT;
    expect(lacking({})).toMatchObject({ ok: true });
    expect(lacking({ product: null as never })).toEqual({ ok: false, missing: ['product'] });
    expect(lacking({ counted: { ...counted, doses: null as never } })).toEqual({
      ok: false,
      missing: ['doses'],
    });
    expect(lacking({ counted: { ...counted, gap: null as never } })).toEqual({ ok: false, missing: ['gap'] });
  });
});

describe('the witness of counted doses', () => {
  const drawn = countedAfter('DrugDrawn');
  const command = { patient: PATIENT, volumeDrawn: read<'mL'>('0.7 mL'), label: 'KT-0412' };
  const witness = (second: Person, volumeDrawn = command.volumeDrawn, session = drawn) =>
    witnessDrawn(session, { ...command, volumeDrawn }, by('lim', '09:45:00', { second }));

  it('took no vial and drew nothing up', () => {
    expect(outcome(witness('osei'))).toEqual(['PreparationWitnessed']);
    const { vial, drawn: draw } = drawn.preparation;
    const byOsei = (step: 'vial' | 'drawn'): Session => ({
      ...drawn,
      preparation: {
        ...drawn.preparation,
        vial: vial && (step === 'vial' ? { ...vial, by: 'osei' } : vial),
        drawn: draw && (step === 'drawn' ? { ...draw, by: 'osei' } : draw),
      },
    });
    for (const step of ['vial', 'drawn'] as const)
      expect(outcome(witness('osei', undefined, byOsei(step)))).toEqual({ kind: 'anotherPersonNeeded' });
  });

  it('who reads another volume is told which field differs, and no number', () => {
    const other = witness('osei', read('0.6 mL'));
    expect(outcome(other)).toEqual(['PreparationWitnessDisagreed']);
    expect(factOf(other, 'PreparationWitnessDisagreed')).toEqual({ fields: ['volumeDrawn'] });
  });
});

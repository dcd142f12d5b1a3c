import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityText } from '../../../src/core/quantity/quantity.ts';
import { containerDue } from '../../../src/core/session/containerDue.ts';
import { containerNoun } from '../../../src/core/session/containerWords.ts';
import {
  containerEmptyAt,
  containerLeft,
  endsAt,
  givenVolume,
  type InfusionRun,
  infusingTime,
} from '../../../src/core/session/delivered.ts';
import { everyPreparation, reconciliation, spentDrug } from '../../../src/core/session/reconciliation.ts';
import { containerNumber, NO_PREPARATION, type Session } from '../../../src/core/session/session.ts';
import { timeline } from '../../../src/core/session/timeline.ts';
import { CHANGED, running, SECOND_PREPARED, STARTED, secondReady } from '../../support/containerStory.ts';
import { REFERENCE, recorded, type Step, sessionAfter, step } from '../../support/playedSession.ts';
import { at } from '../../support/times.ts';

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');
const given = (run: InfusionRun | null, time: string): string =>
  run ? quantityText(givenVolume(run, at(time))) : '';
const left = (run: InfusionRun | null, time: string): string =>
  run ? quantityText(containerLeft(run, at(time))) : '';

const PAUSED = step('InfusionPaused', { reason: 'toilet' }, '10:40:00', 'lim');

describe('what is given from containers', () => {
  it('stops at the content of the one that is connected, until it is changed', () => {
    const { run } = running();
    expect([given(run, '10:55:00'), given(run, '10:56:00'), given(run, '12:00:00')]).toEqual([
      '49.5 mL',
      '50 mL',
      '50 mL',
    ]);
    expect([left(run, '09:00:00'), left(run, '10:50:00'), left(run, '12:00:00')]).toEqual([
      '50 mL',
      '5 mL',
      '0 mL',
    ]);
    expect(run && containerEmptyAt(run)).toBe(at('10:55:33') + 333);
  });

  it('takes a bolus at the very moment of a change from the new one, and each bolus once', () => {
    const run: InfusionRun = {
      stretches: [{ from: at('10:00:00'), rate: '0 mL/h' }],
      boluses: [
        { at: at('10:05:00'), volume: '5 mL' },
        { at: at('10:10:00'), volume: '4 mL' },
        { at: at('10:15:00'), volume: '2 mL' },
      ],
      laterContainers: [{ from: at('10:10:00'), volume: '20 mL' }],
      volumeToGive: '40 mL',
      containerVolume: '20 mL',
      endedAt: null,
    };
    expect([given(run, '10:09:59'), given(run, '10:10:00'), given(run, '10:20:00')]).toEqual([
      '5 mL',
      '9 mL',
      '11 mL',
    ]);
    expect([left(run, '10:09:59'), left(run, '10:10:00'), left(run, '10:20:00')]).toEqual([
      '15 mL',
      '16 mL',
      '14 mL',
    ]);
  });

  it('is connected without a restart where time or rate of one is missing', () => {
    const before = secondReady().run?.stretches;
    for (const change of [{ restartedAt: null }, { rate: null }]) {
      const data = { ...CHANGED.event.data, ...change };
      const event = { ...CHANGED.event, data } as typeof CHANGED.event;
      const { run } = secondReady({ ...CHANGED, event });
      expect(run?.stretches).toEqual(before);
      expect(run?.laterContainers).toEqual([{ from: at('10:50:00'), volume: '50 mL' }]);
    }
  });

  it('is not witnessed where the witness disagrees, and the fact is known', () => {
    const disagreed = step(
      'NextWitnessDisagreed',
      { fields: ['finalVolume'], container: 2 },
      '10:34:00',
      'lim',
    );
    const session = running(...SECOND_PREPARED.slice(0, 3), disagreed);
    expect(session.nextPreparation.witnessed).toBeNull();
    expect(session.unknown).toBe(0);
  });

  it('says of a run that is over no moment at which anything will be empty or is changed', () => {
    const session = running();
    const { run, preparation } = session;
    if (!run || !preparation.witnessed) throw new Error('nothing runs');
    expect(containerEmptyAt({ ...run, endedAt: at('10:30:00') })).toBeNull();
    const witnessed = { ...preparation.witnessed, useBy: at('10:20:00') };
    const short: Session = { ...session, preparation: { ...preparation, witnessed } };
    expect(containerDue(short)).toEqual({ at: at('10:20:00'), because: 'useBy' });
    expect(containerDue({ ...short, run: { ...run, endedAt: at('10:30:00') } })).toBeNull();
  });

  it('goes on from the next one after the pump stood still, to the volume to give', () => {
    const { run } = secondReady(CHANGED);
    expect(run?.laterContainers).toEqual([{ from: at('10:50:40'), volume: '50 mL' }]);
    expect(run?.stretches.slice(-2)).toEqual([
      { from: at('10:50:00'), rate: '0 mL/h' },
      { from: at('10:50:40'), rate: '54 mL/h' },
    ]);
    expect([given(run, '10:50:00'), given(run, '10:50:40'), given(run, '11:00:40')]).toEqual([
      '45 mL',
      '45 mL',
      '54 mL',
    ]);
    // 15 mL at 54 mL/h are 16 min 40 s.
    expect(run && endsAt(run)).toBe(at('11:07:20'));
    expect(given(run, '13:00:00')).toBe('60 mL');
    expect([left(run, '10:49:00'), left(run, '10:50:40'), left(run, '11:07:20')]).toEqual([
      '5.9 mL',
      '50 mL',
      '35 mL',
    ]);
    expect(run && infusingTime(run, at('11:00:40'))).toBe(60 * 60_000);
  });

  it('counts what ran dry only once, however late the change came', () => {
    const dry = { ...CHANGED, said: '11:10:00', at: '11:11:00' } as Step;
    const restarted = {
      ...dry,
      event: { ...CHANGED.event, data: { ...CHANGED.event.data, restartedAt: at('11:10:30') } },
    } as Step;
    const { run } = secondReady(restarted);
    expect([given(run, '11:10:30'), given(run, '11:12:30')]).toEqual(['50 mL', '51.8 mL']);
  });

  it('counts a bolus to the container it came from', () => {
    const run: InfusionRun = {
      stretches: [{ from: at('10:00:00'), rate: '0 mL/h' }],
      boluses: [
        { at: at('10:10:00'), volume: '8 mL' },
        { at: at('10:30:00'), volume: '3 mL' },
      ],
      volumeToGive: '60 mL',
      containerVolume: '5 mL',
      laterContainers: [{ from: at('10:20:00'), volume: '50 mL' }],
      endedAt: null,
    };
    expect([given(run, '10:15:00'), given(run, '10:40:00')]).toEqual(['5 mL', '8 mL']);
    expect([left(run, '10:15:00'), left(run, '10:40:00')]).toEqual(['0 mL', '47 mL']);
    expect(left({ ...run, endedAt: at('10:25:00') }, '10:40:00')).toBe('50 mL');
    expect(containerEmptyAt(run)).toBeNull();
    expect(containerEmptyAt({ ...run, stretches: [] })).toBeNull();
    expect(containerEmptyAt({ ...run, endedAt: at('10:25:00') })).toBeNull();
  });
});

describe('whatever was changed when', () => {
  /** Hundred-thousandths of a mL that a rate in tenths of a mL/h gives in 0.36 s: the tenths themselves. */
  const TICK = 360;
  type Drawn = { readonly minutes: number; readonly tenths: number; readonly isChange: boolean };

  /** Written apart: tick by tick, from a container that runs dry until the next one is connected. */
  function ticked(parts: readonly Drawn[], content: number, limit: number): bigint {
    let [given, left] = [0n, BigInt(content) * 100_000n];
    for (const { minutes, tenths, isChange } of parts) {
      if (isChange) left = BigInt(content) * 100_000n;
      for (let tick = 0; tick < (minutes * 60_000) / TICK; tick += 1) {
        const flow = BigInt(tenths) < left ? BigInt(tenths) : left;
        left -= flow;
        given += flow;
      }
    }
    return given < BigInt(limit) * 100_000n ? given : BigInt(limit) * 100_000n;
  }

  it('is what an integrator written apart from it says, to the last digit', () => {
    const part = fc.record({
      minutes: fc.integer({ min: 0, max: 3 }).map((threes) => threes * 3),
      tenths: fc.integer({ min: 0, max: 2_000 }),
      isChange: fc.boolean(),
    });
    const parts = fc.array(part, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (drawn, content, limit) => {
          const volume = `${content} mL` as const;
          let from = at('10:00:00');
          const stretches: InfusionRun['stretches'][number][] = [];
          const laterContainers: NonNullable<InfusionRun['laterContainers']>[number][] = [];
          for (const { minutes, tenths, isChange } of drawn) {
            stretches.push({ from, rate: `${Math.floor(tenths / 10)}.${tenths % 10} mL/h` });
            if (isChange) laterContainers.push({ from, volume });
            from += minutes * 60_000;
          }
          const run: InfusionRun = {
            stretches,
            laterContainers,
            volumeToGive: `${limit} mL`,
            containerVolume: volume,
            endedAt: null,
          };
          const { numerator, denominator } = givenVolume(run, from).value;
          expect(numerator * 100_000n).toBe(ticked(drawn, content, limit) * denominator);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the change of a container', () => {
  it('is due when it is empty, and not when the infusion ends first', () => {
    expect(containerDue(running())).toEqual({ at: at('10:55:33') + 333, because: 'empty' });
    expect(containerDue(secondReady(CHANGED))).toBeNull();
    expect(containerDue(sessionAfter('InfusionStarted'))).toBeNull();
    expect(containerDue(sessionAfter('SessionReady'))).toBeNull();
    expect(containerDue(sessionAfter('FinalPumpReadingTaken'))).toBeNull();
  });

  it('is due by its use-by when that is sooner, also while nothing runs', () => {
    const session = running();
    const { witnessed } = session.preparation;
    const sooner = (useBy: number, more: Partial<Session> = {}): Session => ({
      ...session,
      ...more,
      preparation: { ...session.preparation, witnessed: witnessed && { ...witnessed, useBy } },
    });
    expect(containerDue(sooner(at('10:40:00')))).toEqual({ at: at('10:40:00'), because: 'useBy' });
    const same = at('10:55:33') + 333;
    expect(containerDue(sooner(same))).toEqual({ at: same, because: 'empty' });
    expect(containerDue(sooner(same - 1))).toEqual({ at: same - 1, because: 'useBy' });
    expect(containerDue(running(PAUSED))).toEqual({ at: at('15:43:00'), because: 'useBy' });
    // A short one that ends as the container does calls for no other.
    const short = session.run && { ...session.run, volumeToGive: '50 mL' as const };
    expect(containerDue({ ...session, run: short })).toBeNull();
    expect(containerDue({ ...session, preparation: { ...session.preparation, mixed: null } })).toBeNull();
    expect(containerDue({ ...session, preparation: { ...session.preparation, witnessed: null } })).toBeNull();
  });

  it('makes the next one the one that holds, and keeps the old one', () => {
    const ready = secondReady();
    expect([containerNumber(ready), ready.nextPreparation.witnessed?.label]).toEqual([1, 'KT-B412']);
    expect(ready.state).toBe('RUNNING');
    const session = secondReady(CHANGED);
    expect(containerNumber(session)).toBe(2);
    expect(session.state).toBe('RUNNING');
    expect(session.preparation.witnessed?.label).toBe('KT-B412');
    expect(session.preparation.labelChecked?.witness).toBe('osei');
    expect(session.earlierPreparations.map(({ witnessed }) => witnessed?.label)).toEqual(['KT-0412']);
    expect(session.nextPreparation.vial).toBeNull();
    expect(session.containerChanges).toMatchObject([{ label: 'KT-B412', by: 'lim', at: at('10:50:00') }]);
  });

  it('while paused changes no rate', () => {
    const { event } = CHANGED;
    const data = { ...event.data, restartedAt: null, rate: null };
    const still = { ...CHANGED, event: { ...event, data } } as Step;
    const { run, state } = secondReady(PAUSED, still);
    expect(state).toBe('PAUSED');
    expect(run?.stretches.at(-1)).toEqual({ from: at('10:40:00'), rate: '0 mL/h' });
    expect(run?.laterContainers).toEqual([{ from: at('10:50:00'), volume: '50 mL' }]);
  });

  it('of a session without a run, or without a volume, is kept all the same', () => {
    const bare = sessionAfter('SessionReady', ...SECOND_PREPARED, CHANGED);
    expect([bare.run, bare.preparation.witnessed?.label]).toEqual([null, 'KT-B412']);
    expect(running(CHANGED).run?.laterContainers).toEqual([{ from: at('10:50:40'), volume: '50 mL' }]);
  });

  it('is called as the container is', () => {
    const named = (name: string) =>
      containerNoun({ container: { ...REFERENCE.rules.protocol.container, name } });
    expect([named('50 mL syringe'), named('500 mL bag '), named('')]).toEqual([
      'syringe',
      'bag',
      'container',
    ]);
  });
});

describe('the balance over several containers', () => {
  const DISCARDED = step(
    'NextPreparationDiscarded',
    { container: 2, reason: 'it leaked' },
    '10:36:00',
    'lim',
  );
  const amounts = (session: Session) => {
    const balance = reconciliation(session);
    const { inVial, inContainers } = spentDrug(session);
    return [balance?.opened, balance?.drawn, inVial, inContainers].map((each) => each && quantityText(each));
  };

  it('has every vial, every draw-up, and what is spent while the infusion runs', () => {
    expect(amounts(running())).toEqual(['200 mg', '50 mg', '150 mg', '0 mg']);
    // A vial that is only opened is still needed; one that is drawn from is not.
    expect(amounts(running(...SECOND_PREPARED.slice(0, 1)))).toEqual(['400 mg', '50 mg', '150 mg', '0 mg']);
    expect(amounts(secondReady())).toEqual(['400 mg', '100 mg', '300 mg', '0 mg']);
    expect(amounts(secondReady(CHANGED))).toEqual(['400 mg', '100 mg', '300 mg', '5 mg']);
    expect(everyPreparation(secondReady(CHANGED))).toHaveLength(2);
  });

  it('has what was discarded, drawn up or not', () => {
    expect(amounts(secondReady(DISCARDED))).toEqual(['400 mg', '100 mg', '300 mg', '50 mg']);
    expect(amounts(running(...SECOND_PREPARED.slice(0, 1), DISCARDED))).toEqual([
      '400 mg',
      '50 mg',
      '350 mg',
      '0 mg',
    ]);
    expect(secondReady(DISCARDED).nextPreparation.vial).toBeNull();
    expect(secondReady(DISCARDED).discardedPreparations).toHaveLength(1);
  });

  it('is nothing without an order', () => {
    const session = { ...secondReady(CHANGED), authorised: null };
    expect(everyPreparation(session)).toEqual([]);
    expect(Object.values(spentDrug(session)).map(quantityText)).toEqual(['0 mg', '0 mg']);
    const unlabelled = secondReady(CHANGED);
    for (const earlierPreparations of [[], [NO_PREPARATION]])
      expect(quantityText(spentDrug({ ...unlabelled, earlierPreparations }).inContainers)).toBe('0 mg');
    const nothing = { ...unlabelled, discardedPreparations: [NO_PREPARATION] };
    expect(spentDrug(nothing)).toEqual(spentDrug(unlabelled));
  });
});

describe('the timeline of several containers', () => {
  const said = (...steps: readonly Step[]) => {
    const all = [...STARTED, ...steps];
    return timeline(running(...steps), recorded(all))
      .slice(STARTED.length)
      .map(({ text, detail, clinical, rate }) => [plain(text), plain(detail), clinical, rate]);
  };

  it('says what was prepared for which, and how long the pump stood still', () => {
    expect(said(...SECOND_PREPARED, CHANGED)).toEqual([
      ['Vial taken for syringe 2, lot L-2', '', false, null],
      ['Drawn up 5 mL for syringe 2', '', false, null],
      ['Final volume 50 mL of syringe 2', '', false, null],
      ['Preparation KT-B412 witnessed', '', false, null],
      ['Syringe 2 connected, KT-B412', 'pump stopped 40 s; 5 mL left in syringe 1', true, '54 mL/h'],
    ]);
  });

  it('says what differs, what was discarded and what did not agree', () => {
    const { event } = CHANGED;
    const data = {
      ...event.data,
      restartedAt: null,
      rate: null,
      calculatedLeft: '9 mL',
      leftReason: 'line primed again',
    };
    const still = { ...CHANGED, event: { ...event, data } } as Step;
    const pauseAt = (time: string) => step('InfusionPaused', { reason: null }, time, 'lim');
    const resumeAt = (time: string) =>
      step('InfusionResumed', { rate: '54 mL/h', allowedBy: null }, time, 'lim');
    const pause = pauseAt('10:49:00');
    const line = (when: string) => [
      'Syringe 2 connected, KT-B412',
      `${when}; 5 mL left in syringe 1; record 9 mL; line primed again`,
      true,
      '0 mL/h',
    ];
    for (const during of [
      [pause, still],
      [pause, still, resumeAt('10:52:00')],
      [pauseAt('10:50:00'), still],
      [pause, resumeAt('10:50:00'), still],
    ])
      expect(said(...during)).toContainEqual(line('while paused'));
    // Of several stages the pump stands still between two of them too.
    expect(said(still)).toEqual([line('before the next stage')]);
    expect(said(pause, resumeAt('10:49:30'), still)).toContainEqual(line('before the next stage'));
    expect(said(still, pauseAt('10:52:00'))).toContainEqual(line('before the next stage'));
    expect(
      said(
        step('NextWitnessDisagreed', { container: 2, fields: ['volumeDrawn'] }, '10:34:00', 'lim'),
        step('NextPreparationDiscarded', { container: 2, reason: 'it leaked' }, '10:36:00', 'lim'),
      ),
    ).toEqual([
      ['Witness entry for syringe 2 did not agree', '', false, null],
      ['Preparation of syringe 2 discarded', 'it leaked', true, null],
    ]);
  });
});

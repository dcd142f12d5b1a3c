import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containerEmptyDisagreements,
  containerLeftDisagreements,
  endDisagreements,
  givenDisagreements,
} from '../../../src/core/crosscheck/givenBackward.ts';
import { type Quantity, quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import {
  containerEmptyAt,
  containerLeft,
  endsAt,
  givenVolume,
  type InfusionRun,
} from '../../../src/core/session/delivered.ts';
import { read } from '../../support/exactText.ts';
import { offByALittle } from '../../support/offByALittle.ts';
import { at } from '../../support/times.ts';

/** Two syringes: the second connected at 10:50:40 after the pump stood still, a bolus from each. */
const RUN: InfusionRun = {
  stretches: [
    { from: at('10:00:00'), rate: '54 mL/h' },
    { from: at('10:12:00'), rate: '40.5 mL/h' },
    { from: at('10:50:00'), rate: '0 mL/h' },
    { from: at('10:50:40'), rate: '54 mL/h' },
  ],
  boluses: [
    { at: at('10:30:00'), volume: '1.35 mL' },
    { at: at('10:55:00'), volume: '2 mL' },
  ],
  laterContainers: [{ from: at('10:50:40'), volume: '30 mL' }],
  volumeToGive: '60 mL',
  containerVolume: '50 mL',
  endedAt: null,
};
const given = (text: string): Quantity<'mL'> => read(text);
const MOMENTS = [
  '09:00:00',
  '10:00:00',
  '10:11:59',
  '10:30:00',
  '10:50:20',
  '10:50:40',
  '11:05:00',
  '23:00:00',
];

describe('what a pump gave, taken back', () => {
  it.each(MOMENTS)('is confirmed at %s, and nothing beside it', (time) => {
    for (const run of [RUN, { ...RUN, endedAt: at('10:57:00') }]) {
      const volume = givenVolume(run, at(time));
      expect(givenDisagreements(run, at(time), volume)).toEqual([]);
      for (const { value } of offByALittle(volume))
        expect(givenDisagreements(run, at(time), value)).toEqual(['given']);
    }
  });

  it('is 10.8 mL after 12 min at 54 mL/h, whatever comes later', () => {
    expect(givenDisagreements(RUN, at('10:12:00'), given('10.8 mL'))).toEqual([]);
    expect(givenDisagreements(RUN, at('10:12:00'), given('10.9 mL'))).toEqual(['given']);
    expect(givenDisagreements(RUN, at('10:12:00'), given('10.7 mL'))).toEqual(['given']);
  });

  it('is no more than the volume to give, and less only where less ran', () => {
    const late = at('23:00:00');
    expect(givenDisagreements(RUN, late, given('60 mL'))).toEqual([]);
    expect(givenDisagreements(RUN, late, given('67.8 mL'))).toEqual(['given']);
    expect(givenDisagreements(RUN, late, given('59 mL'))).toEqual(['given']);
    const more = { ...RUN, volumeToGive: '500 mL' } as const;
    expect(givenDisagreements(more, late, given('67.8 mL'))).toEqual([]);
    expect(givenDisagreements(more, late, given('500 mL'))).toEqual(['given']);
    const exact = { ...RUN, volumeToGive: '67.8 mL' } as const;
    expect(givenDisagreements(exact, late, given('67.8 mL'))).toEqual([]);
  });

  it('is no more from a container than it holds', () => {
    const small = { ...RUN, containerVolume: '20 mL', volumeToGive: '500 mL' } as const;
    const late = at('23:00:00');
    expect(givenDisagreements(small, late, given('50 mL'))).toEqual([]);
    expect(givenDisagreements(small, late, givenVolume(small, late))).toEqual([]);
    expect(givenDisagreements(small, late, givenVolume(RUN, late))).toEqual(['given']);
  });

  it('ends with the infusion, and counts a bolus from its moment on', () => {
    const ended = { ...RUN, endedAt: at('10:30:00') };
    for (const time of ['10:30:00', '12:00:00'])
      expect(givenDisagreements(ended, at(time), given('24.3 mL'))).toEqual([]);
    expect(givenDisagreements(ended, at('10:29:59'), given('24.3 mL'))).toEqual(['given']);
    const before = { ...RUN, endedAt: at('10:29:59') };
    expect(givenDisagreements(before, at('12:00:00'), givenVolume(before, at('12:00:00')))).toEqual([]);
  });

  it('needs no rate before the start, though a container is there', () => {
    const early = { ...RUN, laterContainers: [{ from: at('09:30:00'), volume: '30 mL' as const }] };
    expect(givenDisagreements(early, at('10:12:00'), given('10.8 mL'))).toEqual([]);
    expect(givenDisagreements(early, at('09:45:00'), given('0 mL'))).toEqual([]);
  });

  it('is the same to the thousandth of a second', () => {
    const plain: InfusionRun = { ...RUN, boluses: [], laterContainers: [], endedAt: null };
    const late = at('10:00:00') + 1;
    expect(givenDisagreements(plain, late, given('3/200000 mL'))).toEqual([]);
    expect(givenDisagreements(plain, late + 0.4, given('3/200000 mL'))).toEqual([]);
    const { boluses: _boluses, laterContainers: _later, ...one } = RUN;
    expect(givenDisagreements(one, late, given('3/200000 mL'))).toEqual([]);
    expect(givenDisagreements(one, late, given('0 mL'))).toEqual(['given']);
  });

  it('agrees for any run', () => {
    const part = fc.record({
      minutes: fc.integer({ min: 0, max: 90 }),
      tenths: fc.integer({ min: 0, max: 9_999 }),
    });
    const rate = (tenths: number) => `${BigInt(tenths) / 10n}.${tenths % 10}`.replace(/\.0$/, '');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.array(part, { maxLength: 3 }),
        fc.array(part, { maxLength: 3 }),
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 1, max: 300 }),
        (stretches, boluses, containers, seconds, limit) => {
          const moment = ({ minutes }: { readonly minutes: number }) => at('10:00:00') + minutes * 60_000;
          const inOrder = [...stretches].sort((left, right) => left.minutes - right.minutes);
          const changes = [...containers].sort((left, right) => left.minutes - right.minutes);
          const run: InfusionRun = {
            stretches: inOrder.map((each) => ({
              from: moment(each),
              rate: `${rate(each.tenths)} mL/h` as '1 mL/h',
            })),
            boluses: boluses.map((each) => ({
              at: moment(each),
              volume: `${rate(each.tenths % 100)} mL` as '1 mL',
            })),
            laterContainers: changes.map((each) => ({ from: moment(each), volume: '20 mL' })),
            volumeToGive: `${limit} mL` as '1 mL',
            containerVolume: '50 mL',
            endedAt: null,
          };
          const now = at('10:00:00') + seconds * 1_000;
          expect(givenDisagreements(run, now, givenVolume(run, now))).toEqual([]);
          expect(containerLeftDisagreements(run, now, containerLeft(run, now))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is left in a container, put back', () => {
  it.each(MOMENTS)('is confirmed at %s, and nothing beside it', (time) => {
    const left = containerLeft(RUN, at(time));
    expect(containerLeftDisagreements(RUN, at(time), left)).toEqual([]);
    for (const { value } of offByALittle(left))
      expect(containerLeftDisagreements(RUN, at(time), value)).toEqual(['containerLeft']);
  });

  it('is that of the container that is connected', () => {
    expect(containerLeftDisagreements(RUN, at('10:50:39'), given('12.2 mL'))).toEqual([]);
    expect(containerLeftDisagreements(RUN, at('10:50:40'), given('30 mL'))).toEqual([]);
    expect(containerLeftDisagreements(RUN, at('10:50:40'), given('12.2 mL'))).toEqual(['containerLeft']);
    expect(containerLeftDisagreements(RUN, at('23:00:00'), quantity(rational(0n), 'mL'))).toEqual([]);
  });
});

describe('when a run ends and its container is empty, taken back', () => {
  const until = (count: number): InfusionRun => ({ ...RUN, stretches: RUN.stretches.slice(0, count) });
  const beforeBoluses = { ...until(2), boluses: [], laterContainers: [] };

  it('is 36 mL at 54 mL/h: forty minutes, and no millisecond more or less', () => {
    const run = { ...until(1), boluses: [], laterContainers: [], volumeToGive: '36 mL' as const };
    const end = at('10:40:00');
    expect(endDisagreements(run, end)).toEqual([]);
    expect(endDisagreements(run, end + 1)).toEqual(['end']);
    expect(endDisagreements(run, end - 1)).toEqual(['end']);
    expect(endDisagreements(run, null)).toEqual(['end']);
  });

  it.each([
    ['one rate after another', beforeBoluses],
    ['a bolus after the last rate', RUN],
    ['a container after the last rate', { ...until(2), boluses: [] }],
    ['a third of a millisecond', { ...beforeBoluses, volumeToGive: '50.1 mL' as const }],
    ['more than was to be given', { ...RUN, volumeToGive: '1 mL' as const }],
  ])('agrees for %s, and with nothing beside it', (_, run) => {
    const end = endsAt(run) ?? 0;
    const empty = containerEmptyAt(run) ?? 0;
    expect(endDisagreements(run, end)).toEqual([]);
    expect(containerEmptyDisagreements(run, empty)).toEqual([]);
    for (const wrong of [end + 1, end - 1, null]) expect(endDisagreements(run, wrong)).toEqual(['end']);
    for (const wrong of [empty + 1, empty - 1, null])
      expect(containerEmptyDisagreements(run, wrong)).toEqual(['containerEmpty']);
  });

  it.each([
    ['nothing runs yet', until(0)],
    ['it is paused', until(3)],
  ])('is no moment while %s', (_, run) => {
    expect(endDisagreements(run, null)).toEqual([]);
    expect(containerEmptyDisagreements(run, null)).toEqual([]);
    expect(endDisagreements(run, at('11:00:00'))).toEqual(['end']);
    expect(containerEmptyDisagreements(run, at('11:00:00'))).toEqual(['containerEmpty']);
  });

  it('is told by the container that is connected, and by no other', () => {
    // 49.2 mL of the first 50 mL are given when the second is connected: the first would have been empty a minute later.
    const changed = {
      ...until(2),
      boluses: [],
      laterContainers: [{ from: at('10:50:40'), volume: '30 mL' as const }],
    };
    const left = containerLeft({ ...changed, laterContainers: [] }, at('10:50:40'));
    expect(quantityText(left)).toBe('13.1 mL');
    expect(containerEmptyDisagreements(changed, at('10:50:40') + (13.1 * 3_600_000) / 40.5)).toEqual([
      'containerEmpty',
    ]);
    expect(
      containerEmptyDisagreements(changed, at('10:50:40') + Math.round((30 * 3_600_000) / 40.5)),
    ).toEqual([]);
  });

  it('is no moment of a pause in which nothing is left to give', () => {
    const done = { ...until(3), boluses: [], laterContainers: [], volumeToGive: '36 mL' as const };
    expect(endsAt(done)).toBeNull();
    expect(endDisagreements(done, null)).toEqual([]);
    expect(endDisagreements(done, at('10:50:00'))).toEqual(['end']);
  });

  it('is the end that was recorded, and no container is empty after it', () => {
    const ended = { ...RUN, endedAt: at('10:57:00') };
    expect(endDisagreements(ended, at('10:57:00'))).toEqual([]);
    expect(endDisagreements(ended, at('10:57:01'))).toEqual(['end']);
    expect(containerEmptyDisagreements(ended, null)).toEqual([]);
    expect(containerEmptyDisagreements(ended, at('10:57:00'))).toEqual(['containerEmpty']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compare } from '../../../src/core/quantity/rational.ts';
import {
  endsAt,
  endsAtRate,
  givenVolume,
  type InfusionRun,
  infusingTime,
  remainingVolume,
} from '../../../src/core/session/delivered.ts';

const START = Date.UTC(2025, 10, 14, 10);
const at = (minutes: number, seconds = 0): number => START + (minutes * 60 + seconds) * 1000;

/** 54 to 40.5 mL/h at 12 min, paused from 20 to 25 min. */
const reference: InfusionRun = {
  stretches: [
    { from: at(0), rate: '54 mL/h' },
    { from: at(12), rate: '40.5 mL/h' },
    { from: at(20), rate: '0 mL/h' },
    { from: at(25), rate: '40.5 mL/h' },
  ],
  volumeToGive: '36 mL',
  containerVolume: '50 mL',
  endedAt: null,
};

describe('the volume given', () => {
  it.each([
    [0, '0 mL'],
    [12, '10.8 mL'],
    [20, '16.2 mL'],
    [25, '16.2 mL'],
    [30, '19.575 mL'],
    [40, '26.325 mL'],
    [60, '36 mL'],
  ])('after %i min of the reference session is %s', (minutes, volume) => {
    expect(quantityText(givenVolume(reference, at(minutes)))).toBe(volume);
  });

  it('ends at 10:54:20 after 49 min 20 s of running', () => {
    expect(endsAt(reference)).toBe(at(54, 20));
    expect(infusingTime(reference, at(54, 20))).toBe((49 * 60 + 20) * 1000);
    expect(quantityText(remainingVolume(reference, at(25)))).toBe('19.8 mL');
  });

  it('at 72 mL/h from 10 min on would end 22 min 30 s later', () => {
    const running = { ...reference, stretches: [{ from: at(0), rate: '54 mL/h' as const }] };
    expect(endsAtRate(running, at(10), '72 mL/h')).toBe(at(32, 30));
  });

  it('stops at the end that was recorded, and at what the container holds', () => {
    const stopped = {
      ...reference,
      stretches: [{ from: at(0), rate: '54 mL/h' as const }],
      endedAt: at(23, 30),
    };
    expect(quantityText(givenVolume(stopped, at(59)))).toBe('21.15 mL');
    const small = { ...reference, containerVolume: '20 mL' as const };
    expect(quantityText(givenVolume(small, at(59)))).toBe('20 mL');
  });

  it('counts a bolus from its moment on, once, and ends so much earlier', () => {
    const boluses = [
      { at: at(10), volume: '1.35 mL' as const },
      { at: at(30), volume: '0.675 mL' as const },
    ];
    const given = (minutes: number) => quantityText(givenVolume({ ...reference, boluses }, at(minutes)));
    expect([given(9), given(10), given(12), given(25), given(30)]).toEqual([
      '8.1 mL',
      '10.35 mL',
      '12.15 mL',
      '17.55 mL',
      '21.6 mL',
    ]);
    // 36 − 16.2 − 2.025 = 17.775 mL at 40.5 mL/h are 26 min 20 s from 10:25.
    expect(endsAt({ ...reference, boluses })).toBe(at(51, 20));
    expect(given(60)).toBe('36 mL');
    expect(quantityText(givenVolume({ ...reference, boluses, endedAt: at(20) }, at(60)))).toBe('17.55 mL');
  });

  it('never falls, never passes the limit, and is the sum of its parts', () => {
    const run = fc
      .array(
        fc.record({ minutes: fc.integer({ min: 0, max: 40 }), tenths: fc.integer({ min: 0, max: 2000 }) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts): InfusionRun => {
        let from = START;
        const stretches = parts.map(({ minutes, tenths }) => {
          const stretch = { from, rate: `${Math.floor(tenths / 10)}.${tenths % 10} mL/h` as const };
          from += minutes * 60_000;
          return stretch;
        });
        return { stretches, volumeToGive: '100 mL', containerVolume: '200 mL', endedAt: null };
      });
    fc.assert(
      fc.property(
        run,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (infusion, a, b) => {
          const [early, late] = a < b ? [a, b] : [b, a];
          const before = givenVolume(infusion, at(early)).value;
          const after = givenVolume(infusion, at(late)).value;
          expect(compare(before, after)).toBeLessThanOrEqual(0);
          expect(compare(after, readQuantity('100 mL', 'mL').value)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

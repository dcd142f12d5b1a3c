import { describe, expect, it } from 'vitest';
import { quantityText } from '../../../src/core/quantity/quantity.ts';
import { durationRule, parseDuration } from '../../../src/core/session/typedDuration.ts';

const parts = { minutes: ['min'], hours: ['h', 'min'], days: ['d', 'h', 'min'] } as const;

function minutes(typed: Parameters<typeof parseDuration>[0], boxes: keyof typeof parts) {
  const parsed = parseDuration(typed, parts[boxes]);
  return parsed.ok
    ? quantityText(parsed.value)
    : parsed.failure.map(({ part, refusal }) => `${part} ${refusal.kind}`);
}

describe('a typed time', () => {
  it('adds its boxes up in whole minutes', () => {
    expect(minutes({ min: '40' }, 'minutes')).toBe('40 min');
    expect(minutes({ h: '4', min: '0' }, 'hours')).toBe('240 min');
    expect(minutes({ d: '4', h: '0', min: '0' }, 'days')).toBe('5760 min');
    expect(minutes({ d: '2', h: '3', min: '20' }, 'days')).toBe('3080 min');
  });

  it('is not entered while one of its boxes is empty, and names each of them', () => {
    expect(minutes({ h: '4' }, 'hours')).toEqual(['min notEntered']);
    expect(minutes({}, 'days')).toEqual(['d notEntered', 'h notEntered', 'min notEntered']);
  });

  it('takes no more in a box than the next larger one begins with', () => {
    expect(minutes({ h: '24', min: '0' }, 'hours')).toEqual(['h outsideRange']);
    expect(minutes({ h: '23', min: '60' }, 'hours')).toEqual(['min outsideRange']);
    expect(minutes({ d: '11', h: '0', min: '0' }, 'days')).toEqual(['d outsideRange']);
    expect(minutes({ h: '1.5', min: '0' }, 'hours')).toEqual(['h tooManyDecimals']);
    expect(minutes({ min: '1441' }, 'minutes')).toEqual(['min outsideRange']);
  });

  it('is at least a minute and at most 10 days, whatever its boxes hold', () => {
    expect(minutes({ h: '0', min: '0' }, 'hours')).toEqual(['min outsideRange']);
    expect(minutes({ h: '0', min: '1' }, 'hours')).toBe('1 min');
    expect(minutes({ d: '10', h: '0', min: '0' }, 'days')).toBe('14400 min');
    expect(minutes({ d: '10', h: '0', min: '1' }, 'days')).toEqual(['min outsideRange']);
    expect(parseDuration({ h: '0', min: '0' }, parts.hours)).toEqual({
      ok: false,
      failure: [{ part: 'min', refusal: { kind: 'outsideRange', minimum: '1 min', maximum: '10 d' } }],
    });
  });

  it('is ruled by its box, or by a day where there is one box', () => {
    expect(durationRule('min', ['min'])).toMatchObject({ minimum: '1 min', maximum: '1440 min' });
    expect(durationRule('min', ['h', 'min'])).toMatchObject({ minimum: '0 min', maximum: '59 min' });
    expect(durationRule('d', parts.days)).toMatchObject({ unit: 'd', maximum: '10 d' });
  });
});

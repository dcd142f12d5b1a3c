import { describe, expect, it } from 'vitest';
import { alertsOn, REFERENCE_ENTRIES, type ReferenceEntry } from '../../support/alertSet.ts';

/** What the set came to when it was last measured; docs/hazards.md, row H17, says the same. */
const ALERTED = { correct: 13, slipped: 175 };
const MOST_CORRECT_PERCENT = 5;
const LEAST_PRECISION_PERCENT = 90;

const correct = REFERENCE_ENTRIES.filter(({ slip }) => slip === undefined);
const slipped = REFERENCE_ENTRIES.filter(({ slip }) => slip !== undefined);

function alerted(entries: readonly ReferenceEntry[]): number {
  return entries.filter((entry) => alertsOn(entry).length > 0).length;
}

describe('alerts on the reference set of 500 entries', () => {
  it('are tried on 300 correct entries and on 200 with a slip', () => {
    expect([correct.length, slipped.length]).toEqual([300, 200]);
  });

  it(`hold up fewer than ${MOST_CORRECT_PERCENT} % of the correct ones, none of them hard`, () => {
    expect((alerted(correct) * 100) / correct.length).toBeLessThan(MOST_CORRECT_PERCENT);
    const kinds = new Set(correct.flatMap(alertsOn));
    expect(kinds).not.toContain('hard limit');
    expect(kinds).not.toContain('refused');
  });

  it(`are right in at least ${LEAST_PRECISION_PERCENT} % of the entries they hold up`, () => {
    const [right, wrong] = [alerted(slipped), alerted(correct)];
    expect((right * 100) / (right + wrong)).toBeGreaterThanOrEqual(LEAST_PRECISION_PERCENT);
  });

  it(`hold up ${ALERTED.correct} of the 300 correct ones and ${ALERTED.slipped} of the 200 slipped ones`, () => {
    expect({ correct: alerted(correct), slipped: alerted(slipped) }).toEqual(ALERTED);
  });

  it.each([
    'ten times the dose',
    'a tenth of the dose',
    'micrograms for milligrams',
    'ten times the duration',
    'hours for minutes',
    'the weight in the dose',
    'the duration in the dose',
    'a malformed dose',
  ])('miss no %s, and let none of them through', (slip) => {
    const entries = slipped.filter((entry) => entry.slip === slip);
    expect(entries.length).toBeGreaterThan(0);
    const open = entries.filter(
      (entry) => !alertsOn(entry).some((alert) => alert === 'hard limit' || alert === 'refused'),
    );
    expect(open).toEqual([]);
  });

  it('miss no pounds beside an earlier weight', () => {
    const pounds = slipped.filter(({ slip, last }) => slip === 'pounds for kilograms' && last !== undefined);
    expect(pounds.length).toBeGreaterThan(0);
    expect(
      pounds.filter((entry) => !alertsOn(entry).some((alert) => alert === 'weight' || alert === 'refused')),
    ).toEqual([]);
  });
});

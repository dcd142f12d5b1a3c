import { describe, expect, it } from 'vitest';
import { texts } from '../../support/exactText.ts';
import { answerTo, WORKED_EXAMPLES } from '../../support/workedExamples.ts';

const FEWEST = 100;

describe('our own worked examples', () => {
  it(`are at least ${FEWEST}, each under a name of its own, with its formula and its source`, () => {
    expect(WORKED_EXAMPLES.length).toBeGreaterThanOrEqual(FEWEST);
    expect(new Set(WORKED_EXAMPLES.map(({ name }) => name)).size).toBe(WORKED_EXAMPLES.length);
    const unsourced = WORKED_EXAMPLES.filter(
      ({ formula, source }) => formula.trim() === '' || source.trim() === '',
    );
    expect(unsourced).toEqual([]);
  });

  it('go through every family of units and every kind of calculation', () => {
    const given = JSON.stringify(WORKED_EXAMPLES.map((example) => example.given));
    for (const unit of [
      'ng/kg/min',
      'mcg/kg/min',
      'mg/kg/h',
      'mg/m2',
      'g/h',
      'units/kg/h',
      'milliunits/min',
      'mEq',
      'mmol/h',
      'mL/kg',
    ])
      expect(given).toContain(` ${unit}"`);
    const kinds = new Set(WORKED_EXAMPLES.map(({ calculation }) => calculation));
    for (const kind of [
      'continuous rate',
      'dose over a duration',
      'step programme',
      'preparation',
      'drip rate',
      'long infusion',
      'body surface',
      'lean weight by James',
      'intranasal doses',
      'bolus',
    ])
      expect(kinds).toContain(kind);
  });

  it.each(WORKED_EXAMPLES.map((example) => [example.calculation, example.name, example] as const))(
    '%s: %s',
    (_calculation, _name, example) => {
      expect(texts(answerTo(example))).toMatchObject({ ok: true, value: example.expected });
    },
  );
});

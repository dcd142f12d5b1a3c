import { describe, expect, it } from 'vitest';
import { type DoseOverDurationOrder, doseOverDuration } from '../../../src/core/dosing/doseOverDuration.ts';
import type { DoseOrderUnit } from '../../../src/core/dosing/doseUnits.ts';
import vectors from '../../fixtures/dosing/rates.json' with { type: 'json' };
import { readFields, texts } from '../../support/exactText.ts';

function worked(given: Readonly<Record<string, unknown>>): unknown {
  return texts(doseOverDuration(readFields<DoseOverDurationOrder<DoseOrderUnit>>(given)));
}

const REFERENCE = { dose: '0.5 mg/kg', weight: '72 kg', duration: '40 min', concentration: '1 mg/mL' };

describe('a dose over a duration', () => {
  it.each(vectors.overDuration.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, expected }) => {
      expect(worked(given)).toEqual({ ok: true, value: expected });
    },
  );

  it.each([
    ['a weight', { weight: undefined }, { kind: 'weightMissing', unit: 'mg/kg' }],
    [
      'a weight, also where the concentration is per kg and gives the volume without it',
      { weight: undefined, concentration: '0.06 mg/kg/mL' },
      { kind: 'weightMissing', unit: 'mg/kg' },
    ],
    ['a surface', { dose: '5 mg/m2' }, { kind: 'surfaceMissing', unit: 'mg/m2' }],
    [
      'a surface for the concentration',
      { concentration: '1 mg/m2/mL' },
      { kind: 'surfaceMissing', unit: 'mg/m2/mL' },
    ],
    ['a concentration', { concentration: undefined }, { kind: 'concentrationMissing' }],
    [
      'a concentration of the same family',
      { concentration: '1 units/mL' },
      { kind: 'familiesDiffer', ordered: 'mg/kg', offered: 'units/mL' },
    ],
    ['a fluid without a concentration', { dose: '20 mL/kg' }, { kind: 'familiesDiffer', ordered: 'mL/kg' }],
    ['a duration above 0', { duration: '0 min' }, { kind: 'notAboveZero', name: 'duration', value: '0 min' }],
    ['a dose above 0', { dose: '0 mg/kg' }, { kind: 'notAboveZero', name: 'dose', value: '0 mg/kg' }],
    [
      'a concentration above 0',
      { concentration: '0 mg/mL' },
      { kind: 'notAboveZero', name: 'concentration' },
    ],
    ['a weight above 0', { weight: '0 kg' }, { kind: 'notAboveZero', name: 'weight' }],
    ['a surface above 0', { surface: '0 m2' }, { kind: 'notAboveZero', name: 'surface' }],
  ])('needs %s', (_need, changed, failure) => {
    expect(worked({ ...REFERENCE, ...changed })).toMatchObject({ ok: false, failure });
  });
});

import { describe, expect, it, vi } from 'vitest';
import * as secondEngine from '../../../src/core/crosscheck/bodySizeBackward.ts';
import {
  adjustedWeight,
  type BodyMeasures,
  idealWeight,
  type Sex,
} from '../../../src/core/dosing/bodyWeight.ts';
import {
  type DosingWeightOrder,
  dosingWeight,
  WEIGHT_BASES,
  type WeightBasis,
} from '../../../src/core/dosing/dosingWeight.ts';
import { leanWeightJames, leanWeightJanmahasatian } from '../../../src/core/dosing/leanWeight.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import vectors from '../../fixtures/dosing/bodySize.json' with { type: 'json' };

vi.mock('../../../src/core/crosscheck/bodySizeBackward.ts', { spy: true });

function cm(height: string) {
  return readQuantity(`${height} cm`, 'cm');
}

function kg(weight: string) {
  return readQuantity(`${weight} kg`, 'kg');
}

function patient(sex: string, height: string, weight: string): BodyMeasures {
  return { sex: sex as Sex, height: cm(height), actual: kg(weight) };
}

function refusal(kind: string, rest: Record<string, unknown>) {
  return { ok: false, failure: { kind, ...rest } };
}

describe('ideal weight', () => {
  it.each(vectors.ideal.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { sex, height, expected }) => {
      const ideal = idealWeight(sex as Sex, cm(height));
      expect(ideal.ok && quantityText(ideal.value)).toBe(expected);
    },
  );

  it.each(['152.3999', '150', '0', '-160'])('refuses a height of %s cm, below five feet', (height) => {
    const expected = refusal('heightBelowFormula', { height: `${height} cm`, minimum: '152.4 cm' });
    expect(idealWeight('female', cm(height))).toEqual(expected);
    expect(idealWeight('male', cm(height))).toEqual(expected);
  });

  it('has no answer when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.idealWeightDisagreements).mockReturnValueOnce(['height']);
    expect(idealWeight('male', cm('172'))).toEqual(refusal('enginesDisagree', { on: ['height'] }));
  });
});

describe('adjusted weight', () => {
  it.each(vectors.adjusted.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { sex, height, weight, expected }) => {
      const adjusted = adjustedWeight(patient(sex, height, weight));
      if (!adjusted.ok) throw new Error(`refused: ${adjusted.failure.kind}`);
      expect({
        weight: quantityText(adjusted.value.weight),
        ideal: quantityText(adjusted.value.ideal),
        used: adjusted.value.used,
      }).toEqual(expected);
    },
  );

  it('refuses a weight that is not above 0 and a height without an ideal weight', () => {
    expect(adjustedWeight(patient('male', '177.8', '0'))).toEqual(
      refusal('notAboveZero', { name: 'weight', value: '0 kg' }),
    );
    expect(adjustedWeight(patient('male', '152', '70'))).toEqual(
      refusal('heightBelowFormula', { height: '152 cm', minimum: '152.4 cm' }),
    );
  });

  it('has no answer when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.adjustedWeightDisagreements).mockReturnValueOnce(['used']);
    expect(adjustedWeight(patient('male', '177.8', '110'))).toEqual(
      refusal('enginesDisagree', { on: ['used'] }),
    );
  });
});

describe('lean weight', () => {
  const byFormula = { James: leanWeightJames, Janmahasatian: leanWeightJanmahasatian };

  it.each(vectors.lean.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { formula, sex, height, weight, expected }) => {
      const lean = byFormula[formula as keyof typeof byFormula](patient(sex, height, weight));
      expect(lean.ok && quantityText(lean.value)).toBe(expected);
    },
  );

  it('by James is refused above a body mass index of 42.9 (men) and 36.1 (women), where it would turn down', () => {
    // 171.6 kg and 144.4 kg at 200 cm are 42.9 and 36.1 kg/m2, which the worked examples still allow.
    expect(leanWeightJames(patient('male', '200', '171.604'))).toEqual(
      refusal('bodyMassIndexAboveFormula', { bodyMassIndex: '42.901 kg/m2', maximum: '42.9 kg/m2' }),
    );
    expect(leanWeightJames(patient('female', '200', '144.404'))).toEqual(
      refusal('bodyMassIndexAboveFormula', { bodyMassIndex: '36.101 kg/m2', maximum: '36.1 kg/m2' }),
    );
  });

  it('is refused where the formula makes it more than the actual weight', () => {
    // Men: 7.8125 kg at 100 cm is still all lean by James; a gram less makes it lean by more than it weighs.
    expect(leanWeightJames(patient('male', '100', '7.8'))).toEqual(
      refusal('leanAboveActual', { lean: '7.801248 kg', actual: '7.8 kg' }),
    );
    // 9270 × 10 ÷ (6680 + 216 × 10) = 92700 ÷ 8840.
    expect(leanWeightJanmahasatian(patient('male', '100', '10'))).toEqual(
      refusal('leanAboveActual', { lean: '4635/442 kg', actual: '10 kg' }),
    );
  });

  it.each([
    ['a weight of 0', '172', '0', 'weight', '0 kg'],
    ['a height of 0', '0', '72', 'height', '0 cm'],
    ['a height below 0', '-172', '72', 'height', '-172 cm'],
  ])('refuses %s', (_name, height, weight, name, value) => {
    const expected = refusal('notAboveZero', { name, value });
    expect(leanWeightJames(patient('male', height, weight))).toEqual(expected);
    expect(leanWeightJanmahasatian(patient('female', height, weight))).toEqual(expected);
  });

  it('has no answer when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.jamesDisagreements).mockReturnValueOnce(['branch']);
    vi.mocked(secondEngine.janmahasatianDisagreements).mockReturnValueOnce(['actualWeight']);
    expect(leanWeightJames(patient('male', '175', '80'))).toEqual(
      refusal('enginesDisagree', { on: ['branch'] }),
    );
    expect(leanWeightJanmahasatian(patient('male', '175', '80'))).toEqual(
      refusal('enginesDisagree', { on: ['actualWeight'] }),
    );
  });
});

describe('the weight to dose on', () => {
  function order(basis: WeightBasis, measures: BodyMeasures, cap?: string): DosingWeightOrder {
    return { basis, ...measures, cap: cap === undefined ? undefined : kg(cap) };
  }

  it.each(vectors.dosing.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const { basis, sex, height, weight, cap, expected } = vector;
    const answer = dosingWeight(order(basis as WeightBasis, patient(sex, height, weight), cap ?? undefined));
    if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
    expect({
      weight: quantityText(answer.value.weight),
      beforeCap: quantityText(answer.value.beforeCap),
      used: answer.value.used,
      isCapped: answer.value.isCapped,
    }).toEqual(expected);
    expect(answer.value.basis).toBe(basis);
    expect(answer.value.cap).toEqual(cap === null ? undefined : kg(cap));
  });

  it('needs no height where the actual weight is dosed', () => {
    const answer = dosingWeight({ basis: 'actual', actual: kg('72'), cap: undefined });
    expect(answer).toMatchObject({ ok: true, value: { used: 'actual', isCapped: false } });
  });

  it('is refused when the ideal weight is above the actual one, and allowed when they are equal', () => {
    expect(dosingWeight(order('ideal', patient('male', '177.8', '72.999')))).toEqual(
      refusal('idealAboveActual', { ideal: '73 kg', actual: '72.999 kg' }),
    );
    expect(dosingWeight(order('ideal', patient('male', '177.8', '73'))).ok).toBe(true);
  });

  it('is refused with what its formula refuses', () => {
    const small = patient('female', '140', '50');
    for (const basis of ['ideal', 'adjusted'] as const)
      expect(dosingWeight(order(basis, small))).toMatchObject({ failure: { kind: 'heightBelowFormula' } });
    const heavy = patient('female', '160', '120');
    expect(dosingWeight(order('leanJames', heavy))).toMatchObject({
      failure: { kind: 'bodyMassIndexAboveFormula' },
    });
    const thin = patient('male', '100', '10');
    expect(dosingWeight(order('leanJanmahasatian', thin))).toMatchObject({
      failure: { kind: 'leanAboveActual' },
    });
  });

  it('is refused for a weight or a cap that is not above 0', () => {
    for (const basis of WEIGHT_BASES) {
      expect(dosingWeight(order(basis, patient('male', '177.8', '0'), '100'))).toEqual(
        refusal('notAboveZero', { name: 'weight', value: '0 kg' }),
      );
      expect(dosingWeight(order(basis, patient('male', '177.8', '80'), '0'))).toEqual(
        refusal('notAboveZero', { name: 'cap', value: '0 kg' }),
      );
    }
  });

  it('is withheld when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.dosingWeightDisagreements).mockReturnValueOnce(['cap']);
    expect(dosingWeight({ basis: 'actual', actual: kg('72'), cap: undefined })).toEqual(
      refusal('enginesDisagree', { on: ['cap'] }),
    );
  });
});

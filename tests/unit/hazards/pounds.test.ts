import { describe, expect, it } from 'vitest';
import { weightInPounds } from '../../../src/core/dosing/weightEcho.ts';
import { weightPlausibility } from '../../../src/core/library/weightPlausibility.ts';
import { type Quantity, quantity } from '../../../src/core/quantity/quantity.ts';
import { divide, multiply, rational } from '../../../src/core/quantity/rational.ts';
import { roundToStep } from '../../../src/core/quantity/round.ts';
import { randomFrom } from '../../prove/random.ts';

const PATIENTS = 10_000;
/** Of 10,000, those whose pounds taken as kilograms have a body mass index above 50. docs/hazards.md, row H02. */
const SEEN_BY_HEIGHT_ALONE = 8_388;

type Patient = {
  readonly weight: Quantity<'kg'>;
  readonly height: Quantity<'cm'>;
  /** Weighed earlier, up to 10 % from today's weight. */
  readonly last: Quantity<'kg'>;
};

const STEP = quantity(rational(1n, 10n), 'kg');

/** Adults of 145 to 200 cm with a body mass index of 17 to 37, most often 27: an assumption, not a survey. */
function patientOf(seed: number): Patient {
  const random = randomFrom(seed);
  const height = quantity(rational(BigInt(1_450 + random.whole(551)), 10n), 'cm');
  // The mean of two even throws: rare at both ends, most often in the middle.
  const index = rational(BigInt(340 + random.whole(201) + random.whole(201)), 20n);
  const metres = divide(height.value, rational(100n));
  const weight = roundToStep(quantity(multiply(index, multiply(metres, metres)), 'kg'), STEP);
  const share = rational(BigInt(900 + random.whole(201)), 1_000n);
  return { weight, height, last: roundToStep(quantity(multiply(weight.value, share), 'kg'), STEP) };
}

const patients = Array.from({ length: PATIENTS }, (_, seed) => patientOf(seed));

/** The number on scales that are set to pounds, typed into a field that takes kilograms. */
function poundsAsKilograms(weight: Quantity<'kg'>): Quantity<'kg'> {
  return roundToStep(quantity(weightInPounds(weight).value, 'kg'), STEP);
}

describe('pounds typed as kilograms, for 10,000 synthetic adults', () => {
  it('are warned of every time beside an earlier weight', () => {
    const missed = patients.filter(
      ({ weight, last }) =>
        weightPlausibility({ typed: poundsAsKilograms(weight), last }).findings.length === 0,
    );
    expect(missed).toEqual([]);
  });

  it('are called pounds every time the weight has not changed by more than 4 %', () => {
    const steady = patients.filter(({ weight, last }) => isWithin(weight, last, 4n));
    expect(steady.length).toBeGreaterThan(PATIENTS / 4);
    const unnamed = steady.filter(({ weight, last }) => {
      const [worst] = weightPlausibility({ typed: poundsAsKilograms(weight), last }).findings;
      return !(worst?.kind === 'slip' && worst.slip.kind === 'poundsForKilograms');
    });
    expect(unnamed).toEqual([]);
  });

  it('and an earlier weight that was typed in pounds are warned of every time, too', () => {
    const missed = patients.filter(
      ({ weight, last }) =>
        weightPlausibility({ typed: weight, last: poundsAsKilograms(last) }).findings.length === 0,
    );
    expect(missed).toEqual([]);
  });

  it(`are warned of for ${SEEN_BY_HEIGHT_ALONE} of them with a height only, and for none with neither`, () => {
    const seen = (isHeightKnown: boolean) =>
      patients.filter(({ weight, height }) => {
        const typed = poundsAsKilograms(weight);
        return weightPlausibility(isHeightKnown ? { typed, height } : { typed }).findings.length > 0;
      }).length;
    expect(seen(true)).toBe(SEEN_BY_HEIGHT_ALONE);
    expect(seen(false)).toBe(0);
  });
});

function isWithin(weight: Quantity<'kg'>, last: Quantity<'kg'>, percent: bigint): boolean {
  const share = divide(weight.value, last.value);
  const [low, high] = [100n - percent, 100n + percent];
  return (
    share.numerator * 100n >= low * share.denominator && share.numerator * 100n <= high * share.denominator
  );
}

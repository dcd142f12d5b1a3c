import type { ProgrammeStep, StepProgramme, WorkedStep } from '../dosing/stepProgramme.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { failed } from './agreement.ts';
import { agrees, isAtMost, measured, product, quotient, scaled, total } from './exactUnits.ts';
import { addUpTo, timesJoin } from './parts.ts';

/** The second engine for step programmes: from the parts back to the order and to the whole. */

export type ProgrammeDisagreement = 'steps' | 'times' | 'volume' | 'dose' | 'duration' | 'highestRate';

/**
 * Each step's volume must be the middle rate over its time, cut in two halves for a ramp; the times must join; the
 * parts must add up to the whole, and the dose must fill the volume at its concentration.
 */
export function programmeDisagreements<Amount extends AmountUnit>(
  steps: readonly ProgrammeStep[],
  concentration: Quantity<`${Amount}/mL`>,
  programme: StepProgramme<Amount>,
): readonly ProgrammeDisagreement[] {
  const rates = programme.steps.flatMap(({ startRate, endRate }) => [startRate, endRate]);
  const isFilledBy = (dose: Quantity, volume: Quantity) =>
    agrees(quotient(measured(dose), measured(concentration)), volume);
  return failed({
    steps:
      steps.length === programme.steps.length &&
      programme.steps.every((worked, place) => {
        const ordered = steps[place];
        return ordered !== undefined && isStep(ordered, worked) && isFilledBy(worked.dose, worked.volume);
      }),
    times: timesJoin(programme.steps.map(({ startsAfter, endsAfter }) => [startsAfter, endsAfter])),
    volume: addUpTo(
      programme.steps.map(({ volume }) => volume),
      programme.volume,
    ),
    dose: isFilledBy(programme.dose, programme.volume),
    duration: addUpTo(
      steps.map(({ duration }) => duration),
      programme.duration,
    ),
    highestRate:
      rates.every((rate) => isAtMost(measured(rate), programme.highestRate)) &&
      rates.some((rate) => agrees(measured(rate), programme.highestRate)),
  });
}

/** True when a worked step has the ordered rates and time, and twice its volume is (first + last rate) × time. */
function isStep(ordered: ProgrammeStep, worked: WorkedStep<AmountUnit>): boolean {
  const [first, last] = ordered.kind === 'steady' ? [ordered.rate, ordered.rate] : [ordered.from, ordered.to];
  const doubled = product(total(measured(first), measured(last)), measured(ordered.duration));
  return (
    agrees(measured(first), worked.startRate) &&
    agrees(measured(last), worked.endRate) &&
    agrees(total(measured(worked.startsAfter), measured(ordered.duration)), worked.endsAfter) &&
    agrees(scaled(doubled, rational(1n, 2n)), worked.volume)
  );
}

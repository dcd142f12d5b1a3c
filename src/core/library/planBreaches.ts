import { meaningOf } from '../dosing/orderedRate.ts';
import { actualWeight, type PlanInput } from '../dosing/planInput.ts';
import type { PlanSum } from '../dosing/planSum.ts';
import type { StageSum } from '../dosing/stageSum.ts';
import { readAnyQuantity } from '../quantity/format.ts';
import { plus, type Quantity, type QuantityText, type Unit, wholeQuantity } from '../quantity/quantity.ts';
import { compare } from '../quantity/rational.ts';
import type { PumpedProtocol } from './library.ts';
import { breachKey, figureBreaches, type LimitBreach, limitBreaches, type PlannedFigures } from './limits.ts';
import type { KnownPatient, OrderedAndAchieved } from './patientValues.ts';

/**
 * Every limit of the protocol a plan passes for this patient, worst first. What is ordered as a rate is judged as one.
 * See `limitBreaches`.
 */
export function planBreaches(
  input: PlanInput,
  sum: PlanSum,
  protocol: PumpedProtocol,
  known: KnownPatient,
): readonly LimitBreach[] {
  const same = <U extends Unit>(value: Quantity<U>): OrderedAndAchieved<U> => ({
    exact: value,
    achieved: value,
  });
  const figures: PlannedFigures = {
    ...orderedFigures(input, sum, protocol),
    total: { exact: sum.dose, achieved: sum.achieved.dose },
    duration: { exact: input.duration, achieved: sum.achieved.duration },
    ...stagedFigures(input, sum),
    concentration: same(sum.concentration),
    weight: same(actualWeight(input)),
  };
  const breaches = limitBreaches(protocol, figures, known);
  const later = sum.staged?.stages.filter(({ kind }) => kind === 'step') ?? [];
  const ofSteps = later.flatMap((step) => rateBreaches(orderedFigures(input, step.sum, protocol), protocol));
  return withSteps(breaches, ofSteps);
}

/** What a plan of several stages comes to: all its drug, the time of the infusion itself, and the loading dose apart. */
function stagedFigures(
  input: PlanInput,
  { staged }: PlanSum,
): Partial<Pick<PlannedFigures, 'total' | 'duration' | 'loading' | 'loadingDuration'>> {
  if (!staged) return {};
  const infusion = staged.stages.filter(({ kind }) => kind !== 'loading');
  const loading = staged.stages.find(({ kind }) => kind === 'loading');
  const together = (times: readonly Quantity<'min'>[]) => times.reduce(plus<'min'>, wholeQuantity(0n, 'min'));
  return {
    total: { exact: staged.dose, achieved: staged.achievedDose },
    duration: {
      exact: together([input, ...(input.laterSteps ?? [])].map(({ duration }) => duration)),
      achieved: together(infusion.map(({ sum }) => sum.achieved.duration)),
    },
    ...(loading && {
      loading: { exact: loading.input.dosePerKg, achieved: loading.sum.achieved.dosePerKg },
      loadingDuration: { exact: loading.input.duration, achieved: loading.sum.achieved.duration },
    }),
  };
}

/** The rate of a later step, judged as that of the first. */
function rateBreaches(
  { rate, flatRate }: Pick<PlannedFigures, 'rate' | 'flatRate'>,
  protocol: PumpedProtocol,
): readonly LimitBreach[] {
  return [
    ...(flatRate ? figureBreaches('flatRate', protocol, flatRate) : []),
    ...(rate ? figureBreaches('rate', protocol, rate) : []),
  ];
}

/** Hard before soft; of two steps that pass one limit the further one is said. */
function withSteps(
  breaches: readonly LimitBreach[],
  ofSteps: readonly LimitBreach[],
): readonly LimitBreach[] {
  const furthest = new Map(breaches.map((breach) => [breachKey(breach), breach]));
  for (const breach of ofSteps) {
    const before = furthest.get(breachKey(breach));
    if (!before || isFurther(breach, before)) furthest.set(breachKey(breach), breach);
  }
  const all = [...furthest.values()];
  const ofStrength = (wanted: LimitBreach['strength']) => all.filter(({ strength }) => strength === wanted);
  return [...ofStrength('hard'), ...ofStrength('soft')];
}

/** Both pass the same limit, in the same unit. */
function isFurther({ actual, side }: LimitBreach, than: LimitBreach): boolean {
  const numberOf = (text: LimitBreach['actual']) => readAnyQuantity(text as QuantityText).value;
  return compare(numberOf(actual), numberOf(than.actual)) === (side === 'above' ? 1 : -1);
}

/** What is ordered, in the unit its limits are set in. */
function orderedFigures(
  input: PlanInput,
  sum: StageSum,
  protocol: PumpedProtocol,
): Pick<PlannedFigures, 'dose' | 'rate' | 'flatRate'> {
  const rate = { exact: sum.doseRate, achieved: sum.achieved.doseRate };
  switch (protocol.mode) {
    case 'doseOverTime':
      return { dose: { exact: input.dosePerKg, achieved: sum.achieved.dosePerKg }, rate };
    case 'weightRate':
      return { rate };
    case 'flatRate': {
      const flat = (pumped: Quantity<'mL/h'>) => meaningOf(pumped, sum.concentration, input.weight, 'mg/h');
      return { flatRate: { exact: flat(sum.rate.exact), achieved: flat(sum.rate.set) } };
    }
  }
}

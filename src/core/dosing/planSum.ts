import { confirmed } from '../crosscheck/agreement.ts';
import { stagesDisagreements } from '../crosscheck/stagesBackward.ts';
import { plus, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import type { Result } from '../result.ts';
import type { PlanInput, StageInput, StageOrder } from './planInput.ts';
import { type StagedContainers, stagedContainers } from './stagedContainers.ts';
import { MOST_PLANNED, type PlanSumRefusal, type StageSum, stageSum } from './stageSum.ts';

export { MOST_PLANNED, type PlanSumRefusal } from './stageSum.ts';

/** Which part of an order a stage is. */
export const STAGE_KINDS = ['loading', 'infusion', 'step'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** One stage of a plan with its own sum. Times are counted from the start, as the pump is set. */
export type PlannedStage = {
  readonly kind: StageKind;
  readonly input: StageInput;
  readonly sum: StageSum;
  readonly startsAfter: Quantity<'min'>;
  readonly endsAfter: Quantity<'min'>;
};

/** Stages one after the other, and what they come to together. */
export type PlannedStages = {
  readonly stages: readonly PlannedStage[];
  readonly dose: Quantity<'mg'>;
  /** What the set volumes hold. */
  readonly achievedDose: Quantity<'mg'>;
  /** As set on the pump, all stages together. */
  readonly volume: Quantity<'mL'>;
  /** At the set rates, all stages together. */
  readonly duration: Quantity<'min'>;
};

/**
 * The whole sum of a plan. What stands outside `staged` is the infusion, or its first step; the containers are those of
 * all stages.
 */
export type PlanSum = StageSum & {
  /** Left out of a plan of one stage. */
  readonly staged?: PlannedStages;
};

/**
 * The sum of a plan of one stage or of several, each worked out and confirmed as an order of its own (`stageSum`); what
 * they come to together is confirmed by the second engine too. Exact.
 *
 * Refuses what `stageSum` refuses of any stage.
 *
 * Source: loading dose on a separate line, UX 3.6; docs/decisions/0015-stages.md.
 */
export function planSum(input: PlanInput): Result<PlanSum, PlanSumRefusal> {
  const own = stageSum(input);
  if (!own.ok || (!input.loading && !input.laterSteps?.length)) return own;
  const stages: PlannedStage[] = [];
  let startsAfter = wholeQuantity(0n, 'min');
  for (const stage of stagesOf(input)) {
    const sum = stage.input === input ? own : stageSum(orderOf(input, stage.input));
    if (!sum.ok) return sum;
    const endsAfter = plus(startsAfter, sum.value.achieved.duration);
    stages.push({ ...stage, sum: sum.value, startsAfter, endsAfter });
    startsAfter = endsAfter;
  }
  const staged: PlannedStages = {
    stages,
    dose: sumOf('mg', stages, ({ sum }) => sum.dose),
    achievedDose: sumOf('mg', stages, ({ sum }) => sum.achieved.dose),
    volume: sumOf('mL', stages, ({ sum }) => sum.volume.set),
    duration: startsAfter,
  };
  const content = own.value.preparation.finalVolume;
  const most = MOST_PLANNED + 1n;
  const set = stages.map(({ sum }) => ({ rate: sum.rate.set, duration: sum.achieved.duration }));
  const containers = stagedContainers(set, content, input.useBy, most);
  const sum = { ...own.value, ...ofAll(containers), staged };
  return confirmed(sum, stagesDisagreements({ input, staged, containers, content, most }));
}

/** Every stage of a plan, in the order they run. */
function stagesOf(input: PlanInput): readonly { readonly kind: StageKind; readonly input: StageInput }[] {
  return [
    ...(input.loading ? [{ kind: 'loading' as const, input: input.loading }] : []),
    { kind: 'infusion', input },
    ...(input.laterSteps ?? []).map((step) => ({ kind: 'step' as const, input: step })),
  ];
}

/** A stage with the drug, the pump and the patient of its plan. */
function orderOf(plan: PlanInput, stage: StageInput): StageOrder {
  const { ordered: _, loading: __, laterSteps: ___, ...shared } = plan;
  return { ...shared, ...stage };
}

/** More than are planned are not listed, and their number is then only known to be above that. */
function ofAll({
  containerLasts,
  uses,
}: StagedContainers): Pick<StageSum, 'containerLasts' | 'containers' | 'containerUses'> {
  const containers = BigInt(uses.length);
  return { containerLasts, containers, containerUses: containers > MOST_PLANNED ? [] : uses };
}

function sumOf<U extends 'mg' | 'mL'>(
  unit: U,
  stages: readonly PlannedStage[],
  part: (stage: PlannedStage) => Quantity<U>,
): Quantity<U> {
  return stages.map(part).reduce(plus<U>, wholeQuantity(0n, unit));
}

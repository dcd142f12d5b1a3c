import type { ContainerUse } from '../dosing/containerChanges.ts';
import type { PlanInput } from '../dosing/planInput.ts';
import type { PlannedStage, PlannedStages } from '../dosing/planSum.ts';
import type { StagedContainers } from '../dosing/stagedContainers.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { failed } from './agreement.ts';
import {
  agrees,
  difference,
  isAtMost,
  type Measured,
  measured,
  product,
  quotient,
  total,
} from './exactUnits.ts';
import { addUpTo, timesJoin } from './parts.ts';

/** The second engine for stages: from the parts back to what was ordered of each, and to the whole. */

export type StagesDisagreement =
  | 'stages'
  | 'stageTimes'
  | 'wholeDose'
  | 'wholeAchievedDose'
  | 'wholeVolume'
  | 'wholeDuration'
  | 'stagedContainers';

/** What is held against one another. A list of containers as long as `most` may go on and is no plan. */
export type StagesOf = {
  readonly input: PlanInput;
  readonly staged: PlannedStages;
  readonly containers: StagedContainers;
  /** What one container holds. */
  readonly content: Quantity<'mL'>;
  readonly most: bigint;
};

/** Each stage is confirmed as an order of its own when it is made; here, that they are the ordered ones and the whole. */
export function stagesDisagreements(of: StagesOf): readonly StagesDisagreement[] {
  const { input, staged, containers, most } = of;
  const { stages } = staged;
  return failed({
    stages: areOrdered(input, stages),
    stageTimes:
      timesJoin(stages.map(({ startsAfter, endsAfter }) => [startsAfter, endsAfter])) &&
      stages.every(({ sum, startsAfter, endsAfter }) => {
        const time = difference(measured(endsAfter), measured(startsAfter));
        return agrees(product(time, measured(sum.rate.set)), sum.volume.set);
      }),
    wholeDose: addUpTo(
      stages.map(({ sum }) => sum.dose),
      staged.dose,
    ),
    wholeAchievedDose: agrees(
      stages.map(({ sum }) => product(measured(sum.volume.set), measured(sum.concentration))).reduce(total),
      staged.achievedDose,
    ),
    wholeVolume: addUpTo(
      stages.map(({ sum }) => sum.volume.set),
      staged.volume,
    ),
    wholeDuration: stages.at(-1)?.endsAfter === staged.duration,
    stagedContainers: BigInt(containers.uses.length) >= most || areContainers(of),
  });
}

/** As many stages as were ordered, and the exact rate of each gives its dose per kilogram in its ordered time. */
function areOrdered(input: PlanInput, stages: readonly PlannedStage[]): boolean {
  const ordered = [...(input.loading ? [input.loading] : []), input, ...(input.laterSteps ?? [])];
  return (
    ordered.length <= stages.length &&
    stages.every(({ sum }, place) => {
      const own = ordered[place];
      if (own === undefined) return false;
      const given = product(measured(sum.rate.exact), measured(own.duration), measured(sum.concentration));
      return agrees(quotient(given, measured(input.weight)), own.dosePerKg);
    })
  );
}

/** Without a gap to the end; each gives what the stages give in its time, and ends for the reason that holds. */
function areContainers({ input, staged, containers: { uses }, content }: StagesOf): boolean {
  const last = uses.at(-1);
  return (
    last !== undefined &&
    agrees(measured(last.endsAfter), staged.duration) &&
    timesJoin(uses.map(({ connectedAfter, endsAfter }) => [connectedAfter, endsAfter])) &&
    addUpTo(
      uses.map(({ volume }) => volume),
      staged.volume,
    ) &&
    uses.every((use) => isContainer(use, staged.stages, content, input.useBy, use === last))
  );
}

function isContainer(
  { connectedAfter, endsAfter, volume, endedBy }: ContainerUse,
  stages: readonly PlannedStage[],
  content: Quantity<'mL'>,
  useBy: Quantity<'min'> | undefined,
  isLast: boolean,
): boolean {
  const used = difference(measured(endsAfter), measured(connectedAfter));
  const given = stages.map((stage) => givenBetween(stage, connectedAfter, endsAfter)).reduce(total);
  if (!agrees(given, volume) || !isAtMost(given, content)) return false;
  if (useBy !== undefined && !isAtMost(used, useBy)) return false;
  switch (endedBy) {
    case 'end':
      return isLast;
    case 'content':
      return !isLast && agrees(given, content);
    case 'useBy':
      return !isLast && useBy !== undefined && agrees(used, useBy);
  }
}

/** What a stage gives between two times: its rate for as long as both last, and nothing where they do not meet. */
function givenBetween(
  { sum, startsAfter, endsAfter }: PlannedStage,
  from: Quantity<'min'>,
  to: Quantity<'min'>,
): Measured {
  const begin = isAtMost(measured(startsAfter), from) ? from : startsAfter;
  const end = isAtMost(measured(endsAfter), to) ? endsAfter : to;
  const meet = isAtMost(measured(begin), end)
    ? difference(measured(end), measured(begin))
    : difference(measured(end), measured(end));
  return product(meet, measured(sum.rate.set));
}

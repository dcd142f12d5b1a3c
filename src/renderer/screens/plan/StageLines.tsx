import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatMinutes } from '../../../core/quantity/formatDuration.ts';
import { type ShownAmount, textInAmount } from '../../../core/quantity/shownAmount.ts';
import { stageName } from '../../../core/session/stageWords.ts';
import { FactList, type ListedFact } from '../../components/FactList.tsx';
import { capital } from '../session/container/containerWords.ts';
import { type Sum, stageLasts } from './planWords.ts';

type StageLinesProps = { readonly staged: NonNullable<Sum['staged']>; readonly amount: ShownAmount };

/** Each stage with what it gives, as the pump is set: `Loading dose  18 mg, 9 mL at 27 mL/h, 20 min`. */
export function StageLines({ staged, amount }: StageLinesProps) {
  return (
    <FactList
      facts={staged.stages.map((stage, place): ListedFact => {
        const dose = formatQuantityText(textInAmount(stage.dose, amount));
        const set = `${formatQuantityText(stage.volumeToGive)} at ${formatQuantityText(stage.rate)}`;
        return {
          name: capital(stageName(staged.stages, place + 1)),
          text: `${dose}, ${set}, ${formatMinutes(stageLasts(stage))}`,
        };
      })}
    />
  );
}

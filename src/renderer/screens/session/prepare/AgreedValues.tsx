import type { ReactNode } from 'react';
import type { PlanView } from '../../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatMinutes } from '../../../../core/quantity/formatDuration.ts';
import { readQuantity } from '../../../../core/quantity/quantity.ts';
import { stageName } from '../../../../core/session/stageWords.ts';
import { basisText } from '../../../components/dosingWeightWords.ts';
import { Figure } from '../../../components/Figure.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import { stageLasts } from '../../plan/planWords.ts';
import styles from './AgreedValues.module.css';
import { roundingNote } from './roundingNote.ts';

/** `39 min 56 s`: a longer time does not fit its column in large figures. */
const LONGEST_LARGE = 11;

/** What both people entered alike, and what follows from it: the match shows its values. Source: UX 3.8, 2.4. */
export function AgreedValues({ plan }: { readonly plan: PlanView }) {
  const { sum, order, pump, nurseRange } = plan;
  const stages = sum.staged?.stages;
  const set = stages?.[0] ?? sum;
  const isDose = order.dose.endsWith('mg/kg');
  const over = formatMinutes(stages?.[0] ? stageLasts(stages[0]) : readQuantity(sum.achievedDuration, 'min'));
  const ofFirst = stages ? `, ${stageName(stages, 1)}` : '';
  const weight = sum.dosingWeight?.weight ?? plan.weighing.weight;
  const volume = roundingNote('mL', {
    exact: set.volumeExact,
    set: set.volumeToGive,
    step: pump.volumeStep,
  });
  const rate = roundingNote('mL/h', { exact: set.rateExact, set: set.rate, step: pump.rateStep });
  const means =
    stages?.[0]?.kind === 'loading' ? [] : [formatQuantityText(isDose ? sum.doseRate : order.dose)];
  const nurseMaySet = `${formatNumberText(nurseRange.lowest)} to ${formatQuantityText(nurseRange.highest)}`;
  return (
    <dl className={styles['values']}>
      <Value name={`Pump rate${ofFirst}`} notes={[...means, ...rate]}>
        <Quantity value={set.rate} size={32} />
      </Value>
      <Value name={stages ? `Volume limit${ofFirst}` : 'Volume to give'} notes={volume}>
        <Quantity value={set.volumeToGive} size={32} />
      </Value>
      <Value name="Over" notes={[]}>
        <Figure size={over.length > LONGEST_LARGE ? 20 : 32}>{over}</Figure>
      </Value>
      <Value
        name="Dose"
        notes={[
          `${formatQuantityText(order.dose)} × ${formatQuantityText(weight)}`,
          ...(sum.dosingWeight ? [basisText(sum.dosingWeight)] : []),
        ]}
      >
        <Quantity value={sum.dose} size={20} />
      </Value>
      <Value name="Preparation" notes={[`= ${formatQuantityText(sum.concentration)}`]}>
        <Figure
          size={20}
        >{`${formatQuantityText(order.amount)} in ${formatQuantityText(sum.finalVolume)}`}</Figure>
      </Value>
      <Value name="Nurse may set" notes={[]}>
        <Figure size={20}>{nurseMaySet}</Figure>
      </Value>
      {sum.staged && (
        <Value name="In all" notes={stageNotes(sum.staged)}>
          <Quantity value={sum.staged.dose} size={20} />
        </Value>
      )}
    </dl>
  );
}

/** `Infusion 36 mg, 18 mL at 9 mL/h, 2 h 0 min`: each stage is set on the pump by itself. */
function stageNotes({ stages }: NonNullable<PlanView['sum']['staged']>): readonly string[] {
  return stages.map((stage, place) => {
    const set = `${formatQuantityText(stage.volumeToGive)} at ${formatQuantityText(stage.rate)}`;
    const name = stageName(stages, place + 1);
    return `${name}: ${formatQuantityText(stage.dose)}, ${set}, ${formatMinutes(stageLasts(stage))}`;
  });
}

type ValueProps = {
  readonly name: string;
  readonly notes: readonly string[];
  readonly children: ReactNode;
};

function Value({ name, notes, children }: ValueProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {notes.map((note) => (
          <span key={note} className={styles['note']}>
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}

import { useRef } from 'react';
import type { ProtocolChoice } from '../../../contract/views/plan.ts';
import { inputsOfStep, stepFields } from '../../../core/session/entryFields.ts';
import { doseRule } from '../../../core/session/entryRules.ts';
import { durationRule } from '../../../core/session/typedDuration.ts';
import { Button } from '../../components/Button.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import styles from './PlanForm.module.css';
import { fieldProps } from './planField.ts';
import type { PlanInHand } from './usePlanEditor.ts';

type StepRowsProps = {
  readonly plan: PlanInHand;
  readonly choice: ProtocolChoice;
  readonly onNext: () => void;
};

/** The steps after the first one, each a rate and a time, added and removed at the end. */
export function StepRows({ plan, choice, onNext }: StepRowsProps) {
  const { mostSteps = 1 } = choice;
  const { steps = 1 } = plan.entry.typed;
  const fields = stepFields(steps);
  return (
    <>
      {fields.map((field, place) => (
        <StepRow key={field} plan={plan} choice={choice} field={field} number={place + 2} onNext={onNext} />
      ))}
      <div className={styles['steps']}>
        {steps < mostSteps && (
          <Button
            onPress={() => plan.act({ kind: 'steps', steps: steps + 1 })}
          >{`Add step ${steps + 1}`}</Button>
        )}
        {steps > 1 && (
          <Button
            onPress={() => plan.act({ kind: 'steps', steps: steps - 1 })}
          >{`Remove step ${steps}`}</Button>
        )}
        <span className={styles['muted']}>{`${steps} of at most ${mostSteps} steps`}</span>
      </div>
    </>
  );
}

type StepRowProps = StepRowsProps & {
  readonly field: ReturnType<typeof stepFields>[number];
  readonly number: number;
};

/** Enter goes on through the boxes. A step that was just added is where one types next. */
function StepRow({ plan, choice, field, number, onNext }: StepRowProps) {
  const { shape } = choice;
  const inputs = inputsOfStep(field);
  const boxes = useRef<(FieldHandle | null)[]>([]);
  const goTo = (place: number) => () => {
    if (place < shape.duration.length) boxes.current[place]?.focus();
    else onNext();
  };
  const inner = { labelPlace: 'hidden', unitPlace: 'snug', emptyWord: '' } as const;
  return (
    <div className={styles['step']} data-boxes={shape.duration.length}>
      <span className={styles['label']}>{`Step ${number}`}</span>
      <NumberField
        {...fieldProps(inputs.rate, plan)}
        {...inner}
        rule={doseRule(shape.dose)}
        autoFocus={(plan.entry.typed[inputs.rate] ?? '') === ''}
        onNext={goTo(0)}
      />
      {shape.duration.map((part, place) => (
        <NumberField
          key={part}
          {...fieldProps(inputs.time[part], plan)}
          {...inner}
          ref={(made) => {
            boxes.current[place] = made;
          }}
          rule={durationRule(part, shape.duration)}
          onNext={goTo(place + 1)}
        />
      ))}
    </div>
  );
}

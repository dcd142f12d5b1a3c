import { type Ref, useRef } from 'react';
import type { ProtocolChoice } from '../../../contract/views/plan.ts';
import { durationRule } from '../../../core/session/typedDuration.ts';
import { LimitBar } from '../../components/LimitBar.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import type { FieldHandle } from '../../components/typing.ts';
import styles from './PlanForm.module.css';

import { fieldProps } from './planField.ts';
import { type DurationPart, FIELD_OF_PART } from './planNumbers.ts';
import { typedMinutes } from './planWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

type DurationRowProps = {
  readonly plan: PlanInHand;
  readonly choice: ProtocolChoice;
  /** The first box. */
  readonly ref: Ref<FieldHandle>;
  readonly onNext: () => void;
};

/** The time, in minutes alone or in boxes of days, hours and minutes, with its place among the limits. UX 3.6. */
export function DurationRow({ plan, choice, ref, onNext }: DurationRowProps) {
  const { duration: parts } = choice.shape;
  const bar = (
    <LimitBar limits={choice.limits.duration} value={typedMinutes(plan.entry.typed, choice.shape)} />
  );
  if (parts.length > 1) {
    return (
      <div className={styles['duration']} data-boxes={parts.length}>
        <span className={styles['label']}>Over</span>
        <Boxes plan={plan} parts={parts} ref={ref} onNext={onNext} />
        {bar}
      </div>
    );
  }
  return (
    <div className={styles['row']}>
      <NumberField
        {...fieldProps('duration', plan)}
        ref={ref}
        rule={durationRule('min', parts)}
        labelPlace="left"
        beside={bar}
        onNext={onNext}
      />
    </div>
  );
}

/** What each box is called, where there are several. */
const PART_WORDS: Record<DurationPart, string> = { d: 'days', h: 'hours', min: 'minutes' };

type BoxesProps = Pick<DurationRowProps, 'plan' | 'ref' | 'onNext'> & {
  readonly parts: readonly DurationPart[];
};

/** Enter goes on through the boxes and then to the next field. */
function Boxes({ plan, parts, ref, onNext }: BoxesProps) {
  const second = useRef<FieldHandle>(null);
  const third = useRef<FieldHandle>(null);
  const refs = [ref, second, third];
  const nexts = [() => second.current?.focus(), () => third.current?.focus(), onNext];
  return parts.map((part, place) => (
    <NumberField
      key={part}
      {...fieldProps(FIELD_OF_PART[part], plan)}
      label={`Over, ${PART_WORDS[part]}`}
      ref={refs[place] ?? null}
      rule={durationRule(part, parts)}
      labelPlace="hidden"
      unitPlace="snug"
      emptyWord=""
      onNext={place === parts.length - 1 ? onNext : (nexts[place] ?? onNext)}
    />
  ));
}

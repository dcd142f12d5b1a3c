import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import styles from './Segmented.module.css';

export type SegmentedProps = {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Null: a choice that must be made is never made beforehand. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly refusal?: string | undefined;
};

/** A few choices side by side, one of them taken. */
export function Segmented({
  label,
  labelHidden = false,
  choices,
  chosen,
  onChoose,
  refusal,
}: SegmentedProps) {
  const id = useId();
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      orientation="horizontal"
      value={chosen}
      onChange={onChoose}
      aria-labelledby={`${id}-label`}
      {...(refusal === undefined ? {} : { 'aria-describedby': `${id}-refusal` })}
    >
      <span id={`${id}-label`} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </span>
      <div className={styles['row']}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles['choice'] ?? ''}>
            <Icon name="check" size={16} />
            {choice.label}
          </Radio>
        ))}
      </div>
      {refusal !== undefined && (
        <p id={`${id}-refusal`} role="alert" className={styles['refusal']}>
          <Icon name="warning" size={16} />
          {refusal}
        </p>
      )}
    </RadioGroup>
  );
}

import { type Ref, useId } from 'react';
import {
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Button as TriggerButton,
} from 'react-aria-components';
import { classes } from './classes.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import styles from './SelectField.module.css';

export type Choice = { readonly id: string; readonly label: string; readonly detail?: string };

export type SelectFieldProps = Pick<FieldFrameProps, 'label' | 'number' | 'hint' | 'labelPlace'> & {
  readonly choices: readonly Choice[];
  /** Null: nothing is chosen, and nothing is chosen for anybody. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** `small` is a row of 44, `field` stands beside number fields, `blind` in a blind form. */
  readonly size?: 'small' | 'field' | 'blind';
  readonly emptyWord?: string;
  /** What the list says when there is nothing to choose from. */
  readonly noChoices?: string;
  readonly refusal?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** One of several, from a list. Look-alikes stand apart by a rule line. */
export function SelectField(props: SelectFieldProps) {
  const { choices, chosen, size = 'small', refusal } = props;
  const id = useId();
  const remark = refusal === undefined ? null : { kind: 'refusal' as const, text: refusal };
  return (
    <FieldFrame
      id={id}
      label={props.label}
      number={props.number}
      hint={props.hint}
      labelPlace={props.labelPlace ?? 'above'}
      large={size === 'blind'}
      oneControl={false}
      remark={remark}
    >
      <Select
        value={chosen}
        onChange={(choice) => choice !== null && props.onChoose(`${choice}`)}
        placeholder={props.emptyWord ?? 'Choose'}
        aria-labelledby={`${id}-label`}
        {...(remark ? { 'aria-describedby': `${id}-remark` } : {})}
        isInvalid={remark !== null}
      >
        <TriggerButton
          ref={props.ref ?? null}
          className={classes(styles['control'], styles[size], remark && styles['refused'])}
        >
          <SelectValue className={styles['value'] ?? ''}>
            {({ isPlaceholder, defaultChildren }) =>
              isPlaceholder ? defaultChildren : choices.find((choice) => choice.id === chosen)?.label
            }
          </SelectValue>
          <Icon name="down" size={16} />
        </TriggerButton>
        <ChoiceList choices={choices} empty={props.noChoices ?? 'Nothing to choose from'} />
      </Select>
    </FieldFrame>
  );
}

function ChoiceList({ choices, empty }: { readonly choices: readonly Choice[]; readonly empty: string }) {
  return (
    <Popover className={styles['popover'] ?? ''} offset={4}>
      <ListBox
        className={styles['list'] ?? ''}
        renderEmptyState={() => <span className={styles['empty']}>{empty}</span>}
      >
        {choices.map(({ id, label, detail }) => (
          <ListBoxItem key={id} id={id} textValue={label} className={styles['choice'] ?? ''}>
            <Icon name="check" size={16} />
            <span>
              {label}
              {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}

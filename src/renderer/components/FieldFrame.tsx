import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './FieldFrame.module.css';
import { Icon } from './Icon.tsx';

/** What is said below a field. A refusal is said at once, anything else when there is a pause. */
export type FieldRemark = {
  readonly kind: 'refusal' | 'notice' | 'unentered';
  readonly text: string;
};

export type FieldFrameProps = {
  readonly label: string;
  /** Number of the field in a blind form, where both people speak of "field 7". */
  readonly number?: number | undefined;
  /** Where the value is read: "read the scale or slip". */
  readonly hint?: ReactNode;
  readonly labelPlace?: 'above' | 'left' | 'hidden';
  readonly large?: boolean;
  /** Base of the ids: `${id}-label`, `${id}-remark`, `${id}-below`; the control itself carries `id`. */
  readonly id: string;
  /** False where the control is a group of several, which the label cannot be tied to. */
  readonly oneControl?: boolean;
  readonly remark?: FieldRemark | null;
  /** Echo, pounds, the value before: gives way to a remark. */
  readonly below?: ReactNode;
  /** At the right of the control: a limit bar. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** Label, control, and the line below that tells what became of the value. Shared by every field. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, labelPlace = 'above', large = false, remark = null, below, beside } = props;
  return (
    <div className={classes(styles['frame'], styles[labelPlace], large && styles['large'])}>
      <div className={styles['label-line']}>
        {props.number !== undefined && <b className={styles['number']}>{props.number}</b>}
        {props.oneControl === false ? (
          <span id={`${id}-label`}>{props.label}</span>
        ) : (
          <label id={`${id}-label`} htmlFor={id}>
            {props.label}
          </label>
        )}
        {props.hint && <span className={styles['hint']}>{props.hint}</span>}
      </div>
      <div className={styles['control']}>{props.children}</div>
      {beside && <div className={styles['beside']}>{beside}</div>}
      <div className={styles['below']}>
        {remark ? (
          <Remark id={`${id}-remark`} remark={remark} />
        ) : (
          below && <div id={`${id}-below`}>{below}</div>
        )}
      </div>
    </div>
  );
}

/** What `aria-describedby` of the control names. */
export function describedBy(id: string, ...parts: readonly (string | false)[]): string | undefined {
  const named = parts.filter((part) => part !== false);
  return named.length === 0 ? undefined : named.map((part) => `${id}-${part}`).join(' ');
}

function Remark({ id, remark }: { readonly id: string; readonly remark: FieldRemark }) {
  return (
    <p
      id={id}
      role={remark.kind === 'refusal' ? 'alert' : 'status'}
      className={classes(styles['remark'], styles[remark.kind])}
    >
      {remark.kind !== 'unentered' && <Icon name="warning" size={16} />}
      {remark.text}
    </p>
  );
}

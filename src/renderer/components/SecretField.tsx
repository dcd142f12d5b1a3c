import { type Ref, useId } from 'react';
import { classes } from './classes.ts';
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import styles from './SecretField.module.css';

export type SecretFieldProps = Pick<FieldFrameProps, 'hint' | 'labelPlace'> & {
  /** `PIN of J. Osei`, `Your passphrase`: whose and which. */
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onEnter?: () => void;
  /** A PIN brings up digits on a touch keyboard. */
  readonly pin?: boolean;
  /** Nobody is chosen yet whose secret it would be. */
  readonly waitsFor?: string | undefined;
  /** `field` stands beside fields of 56, `act` beside the action it belongs to. */
  readonly size?: 'small' | 'field' | 'act';
  readonly refusal?: string | undefined;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A PIN or a passphrase: never shown, never remembered by the browser, never offered by it. */
export function SecretField(props: SecretFieldProps) {
  const { refusal, waitsFor, size = 'small' } = props;
  const id = useId();
  const remark = refusal === undefined ? null : { kind: 'refusal' as const, text: refusal };
  return (
    <FieldFrame
      id={id}
      label={props.label}
      hint={props.hint}
      labelPlace={props.labelPlace ?? 'above'}
      remark={remark}
    >
      <input
        id={id}
        ref={props.ref}
        type="password"
        className={classes(styles['secret'], styles[size], remark && styles['refused'])}
        inputMode={props.pin ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        readOnly={waitsFor !== undefined}
        placeholder={waitsFor}
        value={props.value}
        aria-invalid={remark ? true : undefined}
        aria-describedby={describedBy(id, remark !== null && 'remark')}
        // biome-ignore lint/a11y/noAutofocus: the screen says where its work begins (UX 3.20)
        autoFocus={props.autoFocus}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !props.onEnter) return;
          // The same Enter must not press the button the focus goes to.
          event.preventDefault();
          if (!event.repeat) props.onEnter();
        }}
      />
    </FieldFrame>
  );
}

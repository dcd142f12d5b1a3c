import { type ReactNode, type Ref, useId } from 'react';
import { classes } from './classes.ts';
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import styles from './TextEntry.module.css';

export type TextEntryProps = Pick<FieldFrameProps, 'label' | 'number' | 'hint' | 'labelPlace'> & {
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onEnter?: () => void;
  /** More than one line: a reason, a note. Enter then makes a line. */
  readonly lines?: number;
  readonly maxLength?: number;
  readonly emptyWord?: string;
  readonly optional?: boolean;
  readonly refusal?: string | undefined;
  readonly children?: ReactNode;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

/** Plain words: a lot number, a name, a reason. Nothing is finished or corrected by the browser. */
export function TextEntry(props: TextEntryProps) {
  const { lines = 1, onType, onEnter } = props;
  const id = useId();
  const remark = props.refusal === undefined ? null : { kind: 'refusal' as const, text: props.refusal };
  const shared = { ...sharedAttributes(props, id), ref: props.ref };
  return (
    <FieldFrame
      id={id}
      label={props.label}
      number={props.number}
      hint={props.hint}
      labelPlace={props.labelPlace ?? 'above'}
      remark={remark}
      below={props.children}
    >
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => onType(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !onEnter) return;
            // The same Enter must not press the button the focus goes to.
            event.preventDefault();
            if (!event.repeat) onEnter();
          }}
        />
      )}
    </FieldFrame>
  );
}

function sharedAttributes(props: TextEntryProps, id: string) {
  const { lines = 1, refusal, children } = props;
  const refused = refusal !== undefined;
  return {
    id,
    value: props.value,
    className: classes(styles['text'], lines > 1 && styles['lines'], refused && styles['refused']),
    maxLength: props.maxLength ?? 200,
    placeholder: props.emptyWord ?? '',
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    autoFocus: props.autoFocus,
    'aria-invalid': refused || undefined,
    'aria-required': !props.optional,
    'aria-describedby': describedBy(id, refused ? 'remark' : Boolean(children) && 'below'),
  };
}

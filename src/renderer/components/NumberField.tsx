import { type ReactNode, useId } from 'react';
import { writtenUnit } from '../../core/quantity/format.ts';
import { parseEntry } from '../../core/quantity/parseEntry.ts';
import { numberInWords, unitWords } from '../../core/quantity/words.ts';
import { classes } from './classes.ts';
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import styles from './NumberField.module.css';
import { noClipboard } from './noClipboard.ts';
import { SetNumber } from './SetNumber.tsx';
import { type NumberEntry, useNumberEntry } from './useNumberEntry.ts';

export type NumberFieldProps = NumberEntry &
  Pick<FieldFrameProps, 'label' | 'number' | 'hint' | 'labelPlace' | 'beside'> & {
    /** A blind entry: 64 high, no clipboard, no echo, nothing below but remarks. */
    readonly blind?: boolean;
    /** Closes the clipboard without the rest of a blind entry: a second reading is typed, not carried over. */
    readonly typedByHand?: boolean;
    /** Says the number in words below, so that a shifted point is heard. */
    readonly echo?: boolean;
    /** What stands in an empty field. */
    readonly emptyWord?: string;
    /** `label` where the field is too narrow for it: the number still never stands without its unit. */
    readonly unitPlace?: 'aligned' | 'snug' | 'label';
    /** The value before, the pounds, a question: below the field. */
    readonly children?: ReactNode;
    readonly autoFocus?: boolean;
  };

/**
 * The one field for a number. A text field, never a number input: those round, strip and convert what was typed.
 * Nothing is stored before Enter or Next, and a refused value stays beside its reason.
 */
export function NumberField(props: NumberFieldProps) {
  const { rule, blind = false, unitPlace = 'aligned' } = props;
  const id = useId();
  const entry = useNumberEntry(props);
  const below = blind ? null : belowField(props);
  return (
    <FieldFrame
      number={props.number}
      hint={props.hint}
      labelPlace={props.labelPlace ?? 'above'}
      beside={props.beside}
      id={id}
      large={blind}
      label={unitPlace === 'label' ? `${props.label}, ${writtenUnit(rule.unit)}` : props.label}
      remark={entry.remark}
      below={below}
    >
      <NumberBox
        props={props}
        id={id}
        entry={entry}
        described={describedBy(id, 'unit', entry.remark ? 'remark' : below !== null && 'below')}
      />
    </FieldFrame>
  );
}

type NumberBoxProps = {
  readonly props: NumberFieldProps;
  readonly id: string;
  readonly entry: ReturnType<typeof useNumberEntry>;
  readonly described: string | undefined;
};

function NumberBox({ props, id, entry, described }: NumberBoxProps) {
  const {
    rule,
    value,
    entered,
    copied = false,
    blind = false,
    typedByHand = blind,
    unitPlace = 'aligned',
  } = props;
  const unentered = value !== '' && !entered;
  const refused = entry.remark?.kind === 'refusal';
  return (
    <div
      className={classes(
        styles['field'],
        blind && styles['blind'],
        refused && styles['refused'],
        unentered && styles['unentered'],
        copied && styles['hollow'],
      )}
    >
      <span className={styles['typed']}>
        <input
          {...(typedByHand ? noClipboard(() => entry.say('notice', CLIPBOARD_CLOSED)) : {})}
          {...entry.handlers}
          {...NO_HELP}
          ref={entry.input}
          id={id}
          className={styles['input']}
          value={value}
          placeholder={props.emptyWord ?? 'Not entered'}
          aria-invalid={refused || undefined}
          aria-describedby={described}
          // biome-ignore lint/a11y/noAutofocus: the screen says where its work begins (UX 3.20)
          autoFocus={props.autoFocus}
          onChange={(event) => props.onType(event.target.value)}
        />
        {!entry.focused && value !== '' && <SetNumber typed={value} entered={entered} unit={rule.unit} />}
      </span>
      <span id={`${id}-unit`} className="visually-hidden">
        {unitWords(rule.unit)}
      </span>
      {unitPlace !== 'label' && (
        <span aria-hidden="true" className={classes(styles['unit'], styles[unitPlace])}>
          {writtenUnit(rule.unit)}
        </span>
      )}
    </div>
  );
}

const CLIPBOARD_CLOSED = 'Copying and pasting are closed here. Type the value from the source';

/** Nothing of the browser's own finishes, corrects or remembers a number. */
const NO_HELP = {
  type: 'text',
  inputMode: 'decimal',
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  maxLength: 24,
} as const;

function belowField({ value, rule, echo = false, children }: NumberFieldProps): ReactNode {
  const said = echo && parseEntry(value, rule).ok ? numberInWords(value, rule.unit) : null;
  if (said === null && !children) return null;
  return (
    <>
      {said !== null && <span className={styles['echo']}>{said}</span>}
      {children}
    </>
  );
}

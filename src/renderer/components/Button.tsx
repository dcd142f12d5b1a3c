import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export type ButtonProps = {
  /** Says what happens: "Start Chair 2 — OKAFOR, Ada". */
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly variant?: 'primary' | 'quiet' | 'stop' | 'ghost';
  /** `act` for what is done to a patient: 64 high, at least 120 wide. */
  readonly size?: 'act' | 'normal';
  readonly icon?: IconName;
  readonly iconSolid?: boolean;
  readonly iconAfter?: IconName;
  /** The key, or the keys in order, that do the same. */
  readonly shortcut?: string | readonly string[];
  /** What is missing before it can be pressed. The button is then closed: seen, reached, not pressed. */
  readonly missing?: string | undefined;
  /** Takes the whole width; a missing sentence then stands above it. */
  readonly wide?: boolean;
  /** Keeps its icon where the others of a crowded bar give theirs up. */
  readonly keepIcon?: boolean;
  readonly submits?: boolean;
  readonly autoFocus?: boolean;
  readonly label?: string;
  readonly ref?: Ref<HTMLButtonElement>;
};

/**
 * The one button. A closed button is never disabled: it keeps its place in the tab order, and its sentence is read
 * with it. Source: mockups, "Closed button".
 */
export function Button(props: ButtonProps) {
  const { children, variant = 'quiet', size = 'normal', missing, wide = false } = props;
  const sentence = useId();
  const closed = missing !== undefined;
  return (
    <span className={classes(styles['pair'], closed && styles['withSentence'], wide && styles['wide'])}>
      {closed && (
        <span id={sentence} className={styles['sentence']}>
          {missing}
        </span>
      )}
      <button
        ref={props.ref}
        type={props.submits ? 'submit' : 'button'}
        className={classes(
          styles['button'],
          styles[closed ? 'closed' : variant],
          size === 'act' && styles['act'],
          wide && styles['wide'],
        )}
        data-keep-icon={props.keepIcon || undefined}
        aria-disabled={closed || undefined}
        aria-describedby={closed ? sentence : undefined}
        aria-label={props.label}
        aria-keyshortcuts={keys(props.shortcut).join(' ') || undefined}
        // biome-ignore lint/a11y/noAutofocus: the screen says where its work begins (UX 3.20)
        autoFocus={props.autoFocus}
        onKeyDown={refuseHeldKey}
        onClick={closed ? refuseQuietly : props.onPress}
      >
        {props.icon && <Icon name={props.icon} solid={props.iconSolid ?? false} />}
        {children}
        {props.iconAfter && <Icon name={props.iconAfter} />}
        {keys(props.shortcut).map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </button>
    </span>
  );
}

/** An Enter that is still held from the field before presses nothing. */
function refuseHeldKey(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

/** A closed button swallows the press, so that a form around it is not sent either. */
function refuseQuietly(event: { preventDefault: () => void }): void {
  event.preventDefault();
}

function keys(shortcut: ButtonProps['shortcut']): readonly string[] {
  if (shortcut === undefined) return [];
  return typeof shortcut === 'string' ? [shortcut] : shortcut;
}

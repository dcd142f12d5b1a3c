import type { KeyboardEvent } from 'react';
import { classes } from './classes.ts';
import styles from './EffectButton.module.css';
import { Icon } from './Icon.tsx';

/** `graded` mild to severe, `dissociation` 0 to 4, `none` for "none observed". */
export type EffectScale = 'graded' | 'dissociation' | 'none';

export type EffectButtonProps = {
  /** `Nausea` */
  readonly label: string;
  readonly scale?: EffectScale;
  /** Psychosis, seizure: an octagon, and the screen asks what to do. */
  readonly serious?: boolean;
  /** Null: not seen, or not recorded. */
  readonly severity: number | null;
  readonly onSeverity: (severity: number | null) => void;
};

/** What each press turns to, and back to nothing after the last. Source: UX 3.12; severities of UX 1 rows 24, 26. */
const STEPS: Record<EffectScale, readonly number[]> = {
  graded: [1, 2, 3],
  dissociation: [1, 2, 3, 4, 0],
  none: [0],
};

const GRADED_WORDS = ['', 'mild', 'moderate', 'severe'] as const;
/** The clinic's own observation scale, not CADSS. Source: UX 5. */
const DISSOCIATION_WORDS = ['none', 'slight', 'clear', 'marked', 'unreachable'] as const;

/** The severity in words, as it stands on the button: `mild`, `2 clear`. */
export function severityWord(scale: EffectScale, severity: number): string {
  if (scale === 'none') return 'observed';
  if (scale === 'graded') return GRADED_WORDS[severity] ?? `${severity}`;
  return `${severity} ${DISSOCIATION_WORDS[severity] ?? ''}`;
}

/** One effect. A press is mild, again moderate, again severe, again nothing; a digit sets it at once. */
export function EffectButton({
  label,
  scale = 'graded',
  serious = false,
  severity,
  onSeverity,
}: EffectButtonProps) {
  const steps = STEPS[scale];
  const word = severity === null ? 'not recorded' : severityWord(scale, severity);
  function onKeyDown(event: KeyboardEvent) {
    const digit = Number(event.key);
    if (event.key.trim() === '' || !steps.includes(digit) || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    onSeverity(digit);
  }
  return (
    <button
      type="button"
      className={classes(styles['effect'], severity !== null && styles['on'], serious && styles['serious'])}
      aria-pressed={severity !== null}
      onClick={() => onSeverity(nextStep(steps, severity))}
      onKeyDown={onKeyDown}
    >
      <span>
        {label} <span className={severity === null ? 'visually-hidden' : styles['word']}>{word}</span>
      </span>
      <EffectMark scale={scale} serious={serious} severity={severity} />
    </button>
  );
}

function EffectMark({
  scale,
  serious,
  severity,
}: Required<Pick<EffectButtonProps, 'scale' | 'serious' | 'severity'>>) {
  if (scale === 'none') return severity === null ? null : <Icon name="check" size={16} />;
  if (serious) return <Icon name="octagon" size={16} solid={severity !== null} />;
  if (scale === 'dissociation' && severity === null) return <span className={styles['range']}>0 to 4</span>;
  return (
    <span className={styles['diamonds']}>
      {STEPS[scale]
        .filter((step) => step > 0)
        .map((step) => (
          <i key={step} className={classes(step <= (severity ?? 0) && styles['filled'])} />
        ))}
    </span>
  );
}

function nextStep(steps: readonly number[], severity: number | null): number | null {
  const following = severity === null ? steps[0] : steps[steps.indexOf(severity) + 1];
  return following ?? null;
}

import { formatParts } from '../../core/quantity/format.ts';
import { quantity, type Unit } from '../../core/quantity/quantity.ts';
import { rational } from '../../core/quantity/rational.ts';
import styles from './SetNumber.module.css';

export type SetNumberProps = {
  /** Exactly as typed; what is not well formed is shown as it is. */
  readonly typed: string;
  readonly entered: boolean;
  readonly unit: Unit;
};

/**
 * A typed number set like every other number while nobody is typing in its field: large point, small fraction and,
 * once it is entered, a comma from 1,000. The digits are those that were typed. It lies over the field's own text.
 */
export function SetNumber({ typed, entered, unit }: SetNumberProps) {
  const [whole = '', fraction] = typed.split('.');
  const size = sizeOf(typed);
  if (!/^\d+(?:\.\d+)?$/.test(typed)) {
    return (
      <span aria-hidden="true" data-size={size} className={styles['set']}>
        {typed}
      </span>
    );
  }
  return (
    <span aria-hidden="true" data-size={size} className={styles['set']}>
      {entered ? formatParts(quantity(rational(BigInt(whole)), unit)).whole : whole}
      {fraction !== undefined && (
        <>
          <span className={styles['point']}>.</span>
          <span className={styles['fraction']}>{fraction}</span>
        </>
      )}
    </span>
  );
}

/** A number too long for the field's type is set smaller: a digit that is cut off would be another number. */
function sizeOf(typed: string): 'usual' | 'long' | 'longest' {
  if (typed.length <= 5) return 'usual';
  return typed.length <= 8 ? 'long' : 'longest';
}

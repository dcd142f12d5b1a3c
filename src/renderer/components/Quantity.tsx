import { formatNumber, formatParts, NO_BREAK_SPACE, readAnyQuantity } from '../../core/quantity/format.ts';
import type { Quantity as ExactQuantity, QuantityText } from '../../core/quantity/quantity.ts';
import { unitWords } from '../../core/quantity/words.ts';
import { classes } from './classes.ts';
import styles from './Quantity.module.css';

/** `text` takes the size and weight of the words around it. */
export type FigureSize = 'text' | 20 | 24 | 32 | 40 | 64 | 104;

export type QuantityProps = {
  readonly value: QuantityText;
  readonly size?: FigureSize;
  /** Most decimals shown; without it what the unit is usually shown with. */
  readonly decimals?: number | undefined;
  /** Calculated, not read from a pump: set with ≈. */
  readonly approximate?: boolean;
};

/**
 * The only way a number with a unit reaches the screen: number and unit never part, the fraction is smaller, the
 * point is large. A screen reader hears the unit in words, `0.5 milligrams per kilogram`.
 */
export function Quantity({ value, size = 'text', decimals, approximate = false }: QuantityProps) {
  const exact = readAnyQuantity(value);
  const parts = formatParts(exact, decimals);
  return (
    <span role="img" aria-label={spoken(exact, decimals, approximate)} className={figureClass(size)}>
      {approximate && <span className={styles['about']}>≈{NO_BREAK_SPACE}</span>}
      {parts.sign}
      {parts.whole}
      {parts.fraction !== '' && (
        <>
          <span className={styles['point']}>.</span>
          <span className={styles['fraction']}>{parts.fraction}</span>
        </>
      )}
      <span className={styles['unit']}>
        {NO_BREAK_SPACE}
        {parts.unit}
      </span>
    </span>
  );
}

/** The class that sets a figure in one of the sizes. */
export function figureClass(size: FigureSize): string {
  return classes(styles['figure'], styles[size === 'text' ? 'text' : `size${size}`]);
}

function spoken(value: ExactQuantity, decimals: number | undefined, approximate: boolean): string {
  const number = formatNumber(value, decimals).replace('−', 'minus ');
  return `${approximate ? 'about ' : ''}${number} ${unitWords(value.unit, number === '1')}`;
}

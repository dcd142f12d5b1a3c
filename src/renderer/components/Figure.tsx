import { NO_BREAK_SPACE } from '../../core/quantity/format.ts';
import styles from './Quantity.module.css';
import { type FigureSize, figureClass } from './Quantity.tsx';

export type FigureProps = {
  /** `10:40:00`, `128/76`, `22`. */
  readonly children: string;
  readonly size: FigureSize;
  /** Words after it, set like a unit: `of 30 min`. */
  readonly after?: string;
};

/** A figure that is no quantity of one unit: a clock time, a pressure, a count. Set like a quantity. */
export function Figure({ children, size, after }: FigureProps) {
  return (
    <span className={figureClass(size)}>
      {children}
      {after !== undefined && (
        <span className={styles['unit']}>
          {NO_BREAK_SPACE}
          {after}
        </span>
      )}
    </span>
  );
}

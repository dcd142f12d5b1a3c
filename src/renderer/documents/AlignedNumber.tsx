import styles from './sheet.module.css';

type AlignedNumberProps = {
  /** A formatted number without its unit: `16.2`. */
  readonly text: string;
  /** The most digits any number of the column has after its point. */
  readonly digits: number;
};

/** A number of a column, aligned at its point although no trailing zero is printed (UX 3.0). */
export function AlignedNumber({ text, digits }: AlignedNumberProps) {
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? '' : text.slice(point);
  if (digits === 0) return <>{text}</>;
  return (
    <>
      {whole}
      <i className={styles['fraction']} data-digits={Math.min(digits, 5)}>
        {fraction}
      </i>
    </>
  );
}

/** The most digits after the point among the numbers of a column. */
export function digitsAfterPoint(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
}

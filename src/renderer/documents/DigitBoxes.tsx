type DigitBoxesProps = {
  readonly whole: number;
  readonly decimals: number;
  /** Three quarters of the size, where many stand above each other. */
  readonly isDense?: boolean;
};

const BOX = 8;
const POINT = 2.4;

/** Boxes for written digits with the point already printed, so that it cannot be misplaced (UX 4, D5). */
export function DigitBoxes({ whole, decimals, isDense = false }: DigitBoxesProps) {
  const lefts = Array.from({ length: whole + decimals }, (_, index) =>
    index < whole ? index * BOX : index * BOX + POINT,
  );
  const size = isDense ? 0.75 : 1;
  const width = (whole + decimals) * BOX + POINT;
  return (
    <svg width={`${width * size}mm`} height={`${10 * size}mm`} viewBox={`0 0 ${width} 10`} aria-hidden="true">
      {lefts.map((left) => (
        <rect
          key={left}
          x={left + 0.2}
          y="0.2"
          width={BOX - 0.4}
          height="9.6"
          stroke="currentColor"
          strokeWidth="0.26"
        />
      ))}
      <circle cx={whole * BOX + POINT / 2} cy="9" r="0.7" fill="currentColor" />
    </svg>
  );
}

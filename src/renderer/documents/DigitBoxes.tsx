type DigitBoxesProps = { readonly whole: number; readonly decimals: number };

const BOX = 8;
const POINT = 2.4;

/** Boxes for written digits with the point already printed, so that it cannot be misplaced (UX 4, D5). */
export function DigitBoxes({ whole, decimals }: DigitBoxesProps) {
  const lefts = Array.from({ length: whole + decimals }, (_, index) =>
    index < whole ? index * BOX : index * BOX + POINT,
  );
  const width = (whole + decimals) * BOX + POINT;
  return (
    <svg width={`${width}mm`} height="10mm" viewBox={`0 0 ${width} 10`} aria-hidden="true">
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

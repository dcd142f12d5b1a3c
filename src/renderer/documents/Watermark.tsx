import styles from './Watermark.module.css';

type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];

/** Half an ellipse to the right of `x`, from `top` to `bottom`, as a polygon too fine to be seen as one. */
function bow(x: number, width: number, top: number, bottom: number): Stroke {
  return Array.from({ length: 17 }, (_, index) => {
    const angle = (index / 16 - 0.5) * Math.PI;
    const middle = (top + bottom) / 2;
    return [x + width * Math.cos(angle), middle + ((bottom - top) / 2) * Math.sin(angle)];
  });
}

/** Part of an ellipse about (5, 7) of width 10 and height 14, between two angles in degrees. */
function ring(from: number, until: number): Stroke {
  return Array.from({ length: 25 }, (_, index) => {
    const angle = ((from + ((until - from) * index) / 24) * Math.PI) / 180;
    return [5 + 5 * Math.cos(angle), 7 + 7 * Math.sin(angle)];
  });
}

/** Single-stroke capitals, 10 wide and 14 high. */
const LETTERS: Readonly<Record<string, readonly Stroke[]>> = {
  A: [
    [
      [0, 14],
      [5, 0],
      [10, 14],
    ],
    [
      [1.9, 9],
      [8.1, 9],
    ],
  ],
  D: [[[0, 14], [0, 0], ...bow(3, 7, 0, 14), [0, 14]]],
  E: [
    [
      [9, 0],
      [0, 0],
      [0, 14],
      [9, 14],
    ],
    [
      [0, 7],
      [7.5, 7],
    ],
  ],
  F: [
    [
      [0, 14],
      [0, 0],
      [9, 0],
    ],
    [
      [0, 7],
      [7.5, 7],
    ],
  ],
  G: [[...ring(-40, -320), [10, 7.5], [6, 7.5]]],
  I: [
    [
      [5, 0],
      [5, 14],
    ],
  ],
  N: [
    [
      [0, 14],
      [0, 0],
      [10, 14],
      [10, 0],
    ],
  ],
  R: [
    [[0, 14], [0, 0], ...bow(5, 4.5, 0, 7.6), [0, 7.6]],
    [
      [5, 7.6],
      [10, 14],
    ],
  ],
  S: [
    [
      [9.3, 2.6],
      [7.8, 0.7],
      [5, 0],
      [2.2, 0.7],
      [0.8, 3],
      [1.6, 5.3],
      [5, 6.9],
      [8.4, 8.5],
      [9.4, 11],
      [7.8, 13.3],
      [5, 14],
      [2, 13.3],
      [0.5, 11.3],
    ],
  ],
  T: [
    [
      [0, 0],
      [10, 0],
    ],
    [
      [5, 0],
      [5, 14],
    ],
  ],
  U: [[[0, 0], ...ring(180, 0), [10, 0]]],
};
const ADVANCE = 14.5;
const LETTER = { width: 10, height: 14 };
const BODY = { width: 186, height: 223 };
const SLOPE = (-30 * Math.PI) / 180;
/** Longest the words may become, and the largest a letter may, in mm and in shares of its own size. */
const LONGEST = 200;
const LARGEST = 1.35;
const OUTLINE = 0.1;

type WatermarkProps = { readonly text: string };

/**
 * Says across every page that it is not a signed record: outlined, at 30°, behind the text (UX 4).
 *
 * Each stroke is drawn twice, black and then a little narrower in white, which leaves its outline: stroked text
 * would print as Type 3 and be extracted as words. The points are turned here, because a transform inside a fixed
 * box is lost as soon as there is a second page.
 */
export function Watermark({ text }: WatermarkProps) {
  const width = text.length * ADVANCE - (ADVANCE - LETTER.width);
  const scale = Math.min(LARGEST, LONGEST / width);
  const strokes = [...text].flatMap((letter, index) =>
    (LETTERS[letter] ?? []).map((stroke) =>
      stroke.map(([x, y]) => placed([x + index * ADVANCE - width / 2, y - LETTER.height / 2], scale)),
    ),
  );
  const path = strokes.map((stroke) => `M${stroke.map((point) => point.join(' ')).join('L')}`).join('');
  const stem = 2.1 * scale;
  return (
    <div className={styles['watermark']} data-watermark={text}>
      <svg
        width={`${BODY.width}mm`}
        height={`${BODY.height}mm`}
        viewBox={`0 0 ${BODY.width} ${BODY.height}`}
        aria-hidden="true"
      >
        <path className={styles['edge']} d={path} strokeWidth={stem + 2 * OUTLINE} />
        <path className={styles['ground']} d={path} strokeWidth={stem} />
      </svg>
    </div>
  );
}

/** A point turned and moved to the middle of the page's body, in mm. */
function placed([x, y]: Point, scale: number): Point {
  const turnedX = (x * Math.cos(SLOPE) - y * Math.sin(SLOPE)) * scale;
  const turnedY = (x * Math.sin(SLOPE) + y * Math.cos(SLOPE)) * scale;
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return [rounded(BODY.width / 2 + turnedX), rounded(BODY.height / 2 + turnedY)];
}

import type { CodeShape } from '../../contract/views/codeShape.ts';

type SquareCodeProps = {
  readonly shape: CodeShape;
  /** What it says, in words. */
  readonly label: string;
};

/** A code that scanners read, as large as what it stands in. */
export function SquareCode({ shape, label }: SquareCodeProps) {
  return (
    <svg viewBox={`0 0 ${shape.width} ${shape.height}`} role="img" aria-label={label}>
      <path d={shape.path} fillRule="evenodd" />
    </svg>
  );
}

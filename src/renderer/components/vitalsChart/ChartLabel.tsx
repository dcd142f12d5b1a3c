import type { ReactNode } from 'react';
import styles from './ChartLabel.module.css';
import type { Box } from './labels.ts';

type ChartLabelProps = {
  readonly box: Box;
  readonly size: number;
  readonly strong?: boolean;
  readonly accent?: boolean;
  readonly children: ReactNode;
};

/**
 * Words on a ground of their own. A halo around the letters would print them twice and as Type 3, so the ground is
 * a rectangle.
 */
export function ChartLabel({ box, size, strong = false, accent = false, children }: ChartLabelProps) {
  const { left, top, width, height } = box;
  return (
    <g className={styles['label']} data-accent={accent || undefined}>
      <rect x={left} y={top} width={width} height={height} />
      <text
        x={left + width / 2}
        y={top + height * 0.79}
        fontSize={size}
        fontWeight={strong ? 600 : 400}
        textAnchor="middle"
      >
        {children}
      </text>
    </g>
  );
}

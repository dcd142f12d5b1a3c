import styles from './Hatch.module.css';
import type { ChartUnit } from './measures.ts';

type HatchProps = { readonly id: string; readonly unit: ChartUnit; readonly tone: 'ink' | 'rate' };

/** A diagonal hatching, for what is moderate and for what is only planned. */
export function Hatch({ id, unit, tone }: HatchProps) {
  const step = unit === 'px' ? 6 : 0.9;
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className={styles[tone]} d={`M0 0V${step}`} strokeWidth={unit === 'px' ? 3 : 0.56} />
    </pattern>
  );
}

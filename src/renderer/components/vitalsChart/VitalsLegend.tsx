import styles from './VitalsLegend.module.css';

type VitalsLegendProps = {
  /** False while there is no baseline to set limits by. */
  readonly limits: boolean;
};

/** What the marks of the vitals chart mean, in their own shapes. */
export function VitalsLegend({ limits }: VitalsLegendProps) {
  return (
    <span className={styles['legend']}>
      <span>
        <svg viewBox="0 0 12 10" aria-hidden="true">
          <path d="M1 1 6 9 11 1" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        systolic
      </span>
      <span>
        <svg viewBox="0 0 12 10" aria-hidden="true">
          <path d="M1 9 6 1 11 9" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        diastolic
      </span>
      <span>
        <svg viewBox="0 0 8 10" aria-hidden="true">
          <circle cx="4" cy="5" r="3" fill="currentColor" />
        </svg>
        pulse
      </span>
      <span>
        <svg viewBox="0 0 8 10" aria-hidden="true">
          <rect x="1.5" y="2.5" width="5" height="5" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </svg>
        SpO2
      </span>
      {limits ? <span>across: baseline systolic ± 20 %</span> : null}
    </span>
  );
}

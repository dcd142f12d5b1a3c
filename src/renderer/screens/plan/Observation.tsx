import type { PlanCalculation } from '../../../contract/views/plan.ts';
import { formatNumberText, formatQuantityText, NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { bolusWords } from '../../documents/bolusWords.ts';
import styles from './PlanForm.module.css';
import type { Protocol } from './planWords.ts';
import type { ShownCalculation } from './usePlanCalculation.ts';

type ObservationProps = { readonly protocol: Protocol; readonly shown: ShownCalculation };

/** What the protocol brings with it and nobody types. */
export function Observation({ protocol, shown }: ObservationProps) {
  const range = shown.calculation?.nurseRange;
  const { infusion, recovery } = protocol.vitalsEveryMinutes;
  return (
    <>
      <div className={styles['line']}>
        <span className={styles['label']}>Observe</span>
        <span>
          <strong>
            {protocol.observationMinutes}
            {NO_BREAK_SPACE}min
          </strong>{' '}
          <span className={styles['muted']}>after the end</span>
        </span>
        <span className={styles['far']}>
          Vitals every {infusion}
          {NO_BREAK_SPACE}min, then every {recovery}
          {NO_BREAK_SPACE}min
        </span>
      </div>
      <div className={styles['line']}>
        <span className={styles['label']}>Nurse may set</span>
        <span className={range && !shown.current ? styles['stale'] : undefined}>
          {range ? <Range range={range} /> : <span className={styles['muted']}>{shareText(protocol)}</span>}
        </span>
        <span className={styles['far']}>{bolusSentence(protocol)}</span>
      </div>
    </>
  );
}

function bolusSentence({ bolus }: Protocol): string {
  const words = bolusWords(bolus ?? null);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function Range({ range }: { readonly range: NonNullable<PlanCalculation['nurseRange']> }) {
  const rates = `${formatNumberText(range.lowest)} to ${formatQuantityText(range.highest)}`;
  const doses = `${formatNumberText(range.lowestDose)} to ${formatQuantityText(range.highestDose)}`;
  return (
    <>
      <strong>{rates}</strong> <span className={styles['muted']}>({doses})</span>
    </>
  );
}

/** Before there is a sum the range is a share of whatever rate is ordered. */
function shareText({ nurseRange }: Protocol): string {
  return `${formatNumberText(nurseRange.lowest)} to ${formatQuantityText(nurseRange.highest)} of the ordered rate`;
}

import type { PatientRecordView } from '../../../contract/views/people.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './FormRows.module.css';
import { Weighings } from './Weighings.tsx';
import { WeightGraph } from './WeightGraph.tsx';

/** The last ten weighings, as a line and in words. Source: UX 3.5, weight tab. */
export function WeightTab({ record }: { readonly record: PatientRecordView }) {
  const { clock } = useApp();
  return (
    <div className={styles['form']}>
      {record.weighings.length > 1 && <WeightGraph weighings={record.weighings} zone={clock.zone} />}
      <Weighings record={record} clock={clock} />
    </div>
  );
}

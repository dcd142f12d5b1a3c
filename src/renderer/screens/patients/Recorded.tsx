import type { PatientRecordView } from '../../../contract/views/people.ts';
import { Icon } from '../../components/Icon.tsx';
import { Quantity } from '../../components/Quantity.tsx';
import { formatTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './Recorded.module.css';

/** Said only once the record has the weighing, and with the record's own numbers. */
export function Recorded({ record }: { readonly record: PatientRecordView }) {
  const { clock } = useApp();
  const newest = record.weighings[0];
  return (
    <p role="status" className={styles['recorded']}>
      <Icon name="check" size={16} />
      {newest ? (
        <span>
          Recorded {formatTime(newest.weighedAt, clock.zone)}: <Quantity value={newest.weight} /> ={' '}
          <Quantity value={newest.pounds} />
        </span>
      ) : (
        'Recorded. It stays closed until the second entry is done.'
      )}
    </p>
  );
}

import type { ClockTick } from '../../../contract/views/app.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { Quantity } from '../../components/Quantity.tsx';
import { formatWhen } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import { errorText } from '../../errorText.ts';
import { weighingAge } from './patientWords.ts';
import styles from './Weighings.module.css';

type WeighingsProps = { readonly record: PatientRecordView; readonly clock: ClockTick };
type Weighing = PatientRecordView['weighings'][number];

/** Weights shown; older ones are in the record all the same. Source: UX 3.5, weight tab. */
const SHOWN = 10;

/** Weighings, newest first. While an entry is blind the list is not here at all. */
export function Weighings({ record, clock }: WeighingsProps) {
  return (
    <section aria-label="Weighings">
      <h2 className={styles['title']}>Weighings</h2>
      {record.banner.weightClosed && (
        <p className={styles['none']}>{errorText({ kind: 'planClosed' }, clock.zone)}</p>
      )}
      {!record.banner.weightClosed && record.weighings.length === 0 && (
        <p className={styles['none']}>Not weighed yet.</p>
      )}
      <ol>
        {record.weighings.slice(0, SHOWN).map((weighing) => (
          <Row key={weighing.weighedAt} weighing={weighing} clock={clock} />
        ))}
      </ol>
    </section>
  );
}

function Row({ weighing, clock }: { readonly weighing: Weighing; readonly clock: ClockTick }) {
  const { weight, pounds, weighedAt, method, scale, clothed, weighedTwice, by } = weighing;
  const facts = [
    method,
    scale,
    clothed ? 'clothed' : 'not clothed',
    weighedTwice && 'weighed twice',
    personName(by),
  ];
  return (
    <li className={styles['row']}>
      <span className={styles['weight']}>
        <Quantity value={weight} size={20} />
        <span className={styles['muted']}>
          = <Quantity value={pounds} />
        </span>
      </span>
      <span className={styles['when']}>
        <strong>{weighingAge(weighedAt, clock.now)}</strong>
        <span className="hy">{formatWhen(weighedAt, clock.now, clock.zone)}</span>
      </span>
      <span className={styles['muted']}>{facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}

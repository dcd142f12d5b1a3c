import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { patientName } from '../../../components/patientName.ts';
import { formatCalendarDate, formatDateTime } from '../../../components/time.ts';
import { countedOrderText } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from '../prepare/LabelDrawing.module.css';
import type { CountedProps } from './countedSteps.ts';

/** The label as it is to be written, black on paper in every theme: no total, only what the device holds. */
export function CountedLabel({ session, counted, preparation }: CountedProps) {
  const { clock } = useApp();
  const { drawn, witnessed } = preparation;
  if (!drawn || !witnessed) return null;
  const { patient, chair, protocol } = session;
  const { label, useBy, concentration, done } = witnessed;
  const [prefix = '', number = ''] = label.split(/(?<=-)/);
  return (
    <section aria-label={`Label ${label}`}>
      <div className={styles['head']}>
        <h2>Label, to copy by hand</h2>
        <span>{counted.of === 'spray' ? 'One for the device.' : 'One for each syringe.'}</span>
      </div>
      <div className={styles['desk']}>
        <div className={styles['label']}>
          <div className={styles['text']}>
            <div>
              <strong className={styles['drug']}>{session.drugName}</strong>
              <div className={styles['strength']}>
                <b>{formatQuantityText(concentration)}</b>
                {countedOrderText(counted)}
              </div>
              <div className={styles['diluent']}>undiluted</div>
            </div>
            <div className={styles['part']}>
              <div>
                <b className={styles['large']}>{patientName(patient)}</b>
                {patient.birth && (
                  <span className="hy">{`Born ${formatCalendarDate(patient.birth.born)}`}</span>
                )}
              </div>
              <div>
                <span className="hy">{`Record ${patient.recordNumber}`}</span>
                <b>{`Chair ${chair}`}</b>
              </div>
            </div>
            <div className={styles['part']}>
              <b>{`${protocol.route.toUpperCase()} ONLY`}</b>
              <div className={styles['small']}>
                <span className="hy">{`Prepared ${formatDateTime(done.happenedAt, clock.zone)}`}</span>
                <span>{`${done.by.name} · checked ${done.witness?.name ?? ''}`}</span>
              </div>
              <b className={styles['large']}>
                <span className="hy">{`Use by ${formatDateTime(useBy, clock.zone)}`}</span>
              </b>
            </div>
          </div>
          <div className={styles['number']}>
            <span>{prefix}</span>
            <strong>{number}</strong>
          </div>
        </div>
      </div>
    </section>
  );
}

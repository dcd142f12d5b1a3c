import type { SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { patientName } from '../../../components/patientName.ts';
import { formatCalendarDate, formatDateTime } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from './LabelDrawing.module.css';

type Preparation = NonNullable<SessionView['preparation']>;
type LabelProps = { readonly session: SessionView; readonly preparation: Preparation };

/** The preparation's label as it is to be written: black on paper in every theme. Source: UX 4, D2. */
export function LabelDrawing({ session, preparation }: LabelProps) {
  const label = preparation.witnessed?.label ?? '';
  const [prefix = '', number = ''] = label.split(/(?<=-)/);
  return (
    <section aria-label={`Label ${label}`}>
      <div className={styles['head']}>
        <h2>Label, to copy by hand</h2>
        <span>No rate on the label. Rates change.</span>
      </div>
      <div className={styles['desk']}>
        <div className={styles['label']}>
          <div className={styles['text']}>
            <DrugLines session={session} preparation={preparation} />
            <PatientLines session={session} />
            <CheckLines preparation={preparation} />
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

function DrugLines({ session, preparation }: LabelProps) {
  const { drawn, mixed, witnessed } = preparation;
  if (!drawn || !mixed || !witnessed) return null;
  return (
    <div>
      <strong className={styles['drug']}>{session.drugName}</strong>
      <div className={styles['strength']}>
        {`${formatQuantityText(drawn.amount)} in ${formatQuantityText(witnessed.finalVolume)} =`}
        <b>{formatQuantityText(witnessed.concentration)}</b>
      </div>
      <div className={styles['diluent']}>{`in ${mixed.diluent}`}</div>
    </div>
  );
}

function PatientLines({ session: { patient, chair } }: Pick<LabelProps, 'session'>) {
  return (
    <div className={styles['part']}>
      <div>
        <b className={styles['large']}>{patientName(patient)}</b>
        {patient.birth && <span className="hy">{`Born ${formatCalendarDate(patient.birth.born)}`}</span>}
      </div>
      <div>
        <span className="hy">{`Record ${patient.recordNumber}`}</span>
        <b>{`Chair ${chair}`}</b>
      </div>
    </div>
  );
}

function CheckLines({ preparation: { witnessed } }: Pick<LabelProps, 'preparation'>) {
  const { clock } = useApp();
  if (!witnessed) return null;
  const { done, useBy } = witnessed;
  const prepared = formatDateTime(done.happenedAt, clock.zone);
  return (
    <div className={styles['part']}>
      <b>IV INFUSION ONLY</b>
      <div className={styles['small']}>
        <span className="hy">{`Prepared ${prepared}`}</span>
        <span>{`${done.by.name} · checked ${done.witness?.name ?? ''}`}</span>
      </div>
      <b className={styles['large']}>
        <span className="hy">{`Use by ${formatDateTime(useBy, clock.zone)}`}</span>
      </b>
    </div>
  );
}

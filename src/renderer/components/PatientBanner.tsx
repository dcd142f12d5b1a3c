import type { ReactNode } from 'react';
import type { PatientBannerView } from '../../contract/views/people.ts';
import { Icon } from './Icon.tsx';
import styles from './PatientBanner.module.css';
import { nameAlertText, patientName } from './patientName.ts';
import { Quantity } from './Quantity.tsx';
import { Tag } from './Tag.tsx';
import { formatCalendarDate, formatWhen } from './time.ts';

export type PatientBannerProps = {
  readonly patient: PatientBannerView;
  /** For the age of the weighing: `today 09:12`. */
  readonly now: number;
  readonly zone: string;
  /** Null away from a chair. */
  readonly chair?: number | null;
  /** The session's state chip. */
  readonly state?: ReactNode;
};

/**
 * Who this is, on every patient screen and sheet, in the order and with the words of NHS CUI. What a blind entry
 * closes is not in the page at all: boxes stand for the birth date, and the weight is gone.
 */
export function PatientBanner({ patient, now, zone, chair = null, state }: PatientBannerProps) {
  return (
    <section className={styles['banner']} aria-label="Patient">
      <div className={styles['lines']}>
        <div className={styles['line']}>
          <strong className={styles['name']}>
            {patientName(patient)}
            {patient.preferredName !== undefined && ` “${patient.preferredName}”`}
            {patient.title !== null && ` (${patient.title})`}
          </strong>
          <Fact name="Born">{patient.birth ? <Birth {...patient.birth} /> : <BirthBoxes />}</Fact>
          <Fact name="Sex">{patient.sex === 'female' ? 'Female' : 'Male'}</Fact>
          <Fact name="Record">
            <span className="hy">{patient.recordNumber}</span>
          </Fact>
        </div>
        <div className={styles['line']}>
          <AllergyLine allergies={patient.allergies} />
          <WeightFact patient={patient} now={now} zone={zone} />
          {patient.nameAlerts?.map((alert) => (
            <strong key={`${alert.alike} ${alert.chair}`} className={styles['alert']}>
              <Icon name="warning" size={16} />
              {`Name alert: ${nameAlertText(alert)}`}
            </strong>
          ))}
        </div>
      </div>
      {(chair !== null || state) && (
        <div className={styles['chair']}>
          <div className={styles['state']}>
            {chair !== null && <span className={styles['key']}>Chair</span>}
            {state}
          </div>
          {chair !== null && <strong className={styles['number']}>{chair}</strong>}
        </div>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <span>
      <span className={styles['key']}>{name} </span>
      {children}
    </span>
  );
}

function Birth({ born, ageYears }: NonNullable<PatientBannerView['birth']>) {
  return (
    <>
      <span className="hy">{formatCalendarDate(born)}</span> ({ageYears}y)
    </>
  );
}

function BirthBoxes() {
  return (
    <span className={styles['boxes']} role="img" aria-label="closed during a blind entry, ask the patient">
      {[2, 3, 4].map((boxes) => (
        <span key={boxes} className={styles['part']}>
          {Array.from({ length: boxes }, (_, box) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are all alike
            <i key={box} />
          ))}
        </span>
      ))}
    </span>
  );
}

function AllergyLine({ allergies }: Pick<PatientBannerView, 'allergies'>) {
  if (allergies?.status === 'none') return <span>No known allergies</span>;
  if (allergies?.status !== 'known') {
    return <Tag icon="warning">{allergies ? 'Allergies unavailable' : 'Allergies not recorded'}</Tag>;
  }
  return (
    <span className={styles['allergies']}>
      <Tag icon="warning">Known allergies</Tag>
      <span>{allergies.items.map(allergyText).join('; ')}</span>
    </span>
  );
}

type AllergyItem = NonNullable<PatientBannerView['allergies']>['items'][number];

function allergyText({ substance, reaction, year }: AllergyItem): string {
  return `${substance}${reaction === null ? '' : ` — ${reaction}`}${year === null ? '' : ` (${year})`}`;
}

function WeightFact({ patient, now, zone }: Pick<PatientBannerProps, 'patient' | 'now' | 'zone'>) {
  if (patient.weightClosed) return null;
  if (patient.weight === null) return <Fact name="Weight">Not recorded</Fact>;
  const { weight, pounds, weighedAt, method } = patient.weight;
  return (
    <Fact name="Weight">
      <strong>
        <Quantity value={weight} />
      </strong>{' '}
      {method === 'stated' && 'stated '}
      <span className="hy">{formatWhen(weighedAt, now, zone)}</span>
      <span className={styles['echo']}>
        = <Quantity value={pounds} />
      </span>
    </Fact>
  );
}

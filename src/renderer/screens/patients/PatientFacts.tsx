import type { ReactNode } from 'react';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { Quantity } from '../../components/Quantity.tsx';
import { formatCalendarDate, formatDate } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import styles from './PatientFacts.module.css';

type PatientFactsProps = {
  readonly record: PatientRecordView;
  readonly zone: string;
  /** What can be changed. */
  readonly children?: ReactNode;
};

/** What must stand before a plan can be authorised: assessment and consent. And the height. */
export function PatientFacts({ record, zone, children }: PatientFactsProps) {
  const { consent, height } = record;
  const assessment = record.assessments[0];
  return (
    <section aria-label="Assessment and consent">
      <dl>
        <Fact name="Assessment">
          {assessment ? (
            <Assessment assessment={assessment} zone={zone} />
          ) : (
            'No assessment yet — needed before a plan'
          )}
        </Fact>
        <Fact name="Consent">
          {consent ? <Consent consent={consent} /> : 'No consent yet — needed before a plan'}
        </Fact>
        <Fact name="Height">{height === null ? 'Not recorded' : <Quantity value={height} />}</Fact>
      </dl>
      {children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type AssessmentProps = {
  readonly assessment: PatientRecordView['assessments'][number];
  readonly zone: string;
};

function Assessment({ assessment: { data, signed }, zone }: AssessmentProps) {
  const { primaryIndication, note } = data;
  return (
    <>
      <strong className={styles['strong']}>{primaryIndication}</strong>
      <span>
        {`signed by ${personName(signed.by)}, `}
        <span className="hy">{formatDate(signed.happenedAt, zone)}</span>
      </span>
      {note !== '' && <span className={styles['note']}>{note}</span>}
    </>
  );
}

type ConsentProps = { readonly consent: NonNullable<PatientRecordView['consent']> };

function Consent({ consent: { data, lapsed } }: ConsentProps) {
  const { form, signedOn, validUntil } = data;
  return (
    <>
      <strong className={styles['strong']}>{`Form ${form}`}</strong>
      <span>
        signed <span className="hy">{formatCalendarDate(signedOn)}</span>
        {', '}
        {validUntil === null
          ? 'does not lapse'
          : `${lapsed ? 'lapsed after' : 'valid until'} ${formatCalendarDate(validUntil)}`}
      </span>
    </>
  );
}

import type { ReactNode } from 'react';
import type { PatientRecordView } from '../../../../contract/views/people.ts';
import { formatCalendarDate } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { signedText } from '../patientWords.ts';
import {
  ANSWER_CHOICES,
  type Assessment,
  CONDITION_WORDS,
  labelOf,
  MEDICINE_CHOICES,
  PREGNANCY_CHOICES,
} from './assessmentWords.ts';
import styles from './SignedAssessment.module.css';

type SignedAssessmentProps = {
  readonly assessment: PatientRecordView['assessments'][number];
  readonly consent: PatientRecordView['consent'];
};

/** A signed assessment as it was signed. What was not asked says so. */
export function SignedAssessment({ assessment: { data, signed }, consent }: SignedAssessmentProps) {
  const { clock } = useApp();
  return (
    <dl className={styles['facts']} aria-label="Signed assessment">
      <Fact name="Signed">{[signedText(signed, clock.zone)]}</Fact>
      <Fact name="Indications">{indicationLines(data)}</Fact>
      <Fact name="Contraindications">{questionLines(data)}</Fact>
      <Fact name="Medicines">{medicineLines(data)}</Fact>
      <Fact name="Prior treatments">{treatmentLines(data)}</Fact>
      <Fact name="History">{historyLines(data)}</Fact>
      <Fact name="ASA class">{data.asaClass === null ? [] : [`${data.asaClass}`]}</Fact>
      <Fact name="Explained">
        {data.education.map(({ item, on }) => `${item}, ${formatCalendarDate(on)}`)}
      </Fact>
      <Fact name="Goals">{data.goals === '' ? [] : [data.goals]}</Fact>
      <Fact name="Note">{data.note === '' ? [] : [data.note]}</Fact>
      {consent && <Fact name="Consent">{consentLines(consent)}</Fact>}
    </dl>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: readonly string[];
}): ReactNode {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>
        {children.length === 0
          ? 'Not recorded'
          : children.map((line) => (
              <span key={line} className={styles['line']}>
                {line}
              </span>
            ))}
      </dd>
    </div>
  );
}

function indicationLines({ indications, primaryIndication }: Assessment): readonly string[] {
  return indications.map((each) =>
    each === primaryIndication && indications.length > 1 ? `${each} (primary)` : each,
  );
}

function questionLines({ questions, pregnancy, pregnancyDecision }: Assessment): readonly string[] {
  const asked = questions.map(
    ({ text, answer, decision }) =>
      `${text} ${labelOf(ANSWER_CHOICES, answer)}${answer === 'yes' ? `: “${decision}”` : ''}`,
  );
  const reason = pregnancy === 'yes' ? `: “${pregnancyDecision}”` : '';
  return [...asked, `Pregnancy: ${labelOf(PREGNANCY_CHOICES, pregnancy)}${reason}`];
}

function medicineLines({ medicines }: Assessment): readonly string[] {
  return medicines.map(({ name, dose, lastTaken, action }) =>
    [
      name,
      dose,
      lastTaken === '' ? '' : `last taken ${lastTaken}`,
      labelOf(MEDICINE_CHOICES, action).toLowerCase(),
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
}

function treatmentLines({ priorTreatments }: Assessment): readonly string[] {
  return priorTreatments.map(({ drug, dose, weeks, outcome }) =>
    [drug, dose, weeks === null ? '' : `${weeks} weeks`, outcome].filter((part) => part !== '').join(', '),
  );
}

/** What there is or was in full; the rest by name, so that "no" and "not asked" can be told apart. */
function historyLines({ history }: Assessment): readonly string[] {
  const named = (answer: string) =>
    history.filter((each) => each.answer === answer).map(({ condition }) => CONDITION_WORDS[condition]);
  const present = history
    .filter(({ answer }) => answer === 'yes')
    .map(({ condition, note }) => `${CONDITION_WORDS[condition]}: yes${note === '' ? '' : `, ${note}`}`);
  const [no, notAsked] = [named('no'), named('notAsked')];
  return [
    ...present,
    ...(no.length > 0 ? [`No: ${no.join(', ')}`] : []),
    ...(notAsked.length > 0 ? [`Not asked: ${notAsked.join(', ')}`] : []),
  ];
}

function consentLines({ data, lapsed }: NonNullable<PatientRecordView['consent']>): readonly string[] {
  const { form, signedOn, validUntil, witnessedBy, concerns } = data;
  const until =
    validUntil === null
      ? 'does not lapse'
      : `${lapsed ? 'lapsed after' : 'valid until'} ${formatCalendarDate(validUntil)}`;
  const witness = witnessedBy === null ? '' : `, witnessed by ${witnessedBy}`;
  return [
    `Form ${form}, signed ${formatCalendarDate(signedOn)}${witness}, ${until}`,
    ...(concerns === '' ? [] : [`Expectations and concerns: ${concerns}`]),
  ];
}

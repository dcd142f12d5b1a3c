import type { Failure } from '../../../contract/failures.ts';
import type { TypedDetailsView } from '../../../contract/views/patients.ts';
import type { DetailField } from '../../../core/patient/details.ts';
import { DateOfBirthField } from '../../components/DateOfBirthField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { DETAIL_WORDS, detailProblemText } from '../../errorTexts/patientTexts.ts';
import styles from './FormRows.module.css';

const SEXES = [
  { id: 'female', label: 'Female' },
  { id: 'male', label: 'Male' },
] as const;

type DetailFieldsProps = {
  readonly typed: TypedDetailsView;
  readonly onChange: (part: Partial<TypedDetailsView>) => void;
  readonly failure: Failure | null;
  /** Where the record number is refused because somebody has it. */
  readonly taken?: string | undefined;
};

/** Who a patient is. What is wrong with a field stands at the field. Source: UX T1. */
export function DetailFields({ typed, onChange, failure, taken }: DetailFieldsProps) {
  const refusal = (field: DetailField): string | undefined => fieldRefusal(failure, field);
  const text = (field: Exclude<DetailField, 'born' | 'sex'>, optional = false) => (
    <TextEntry
      label={field === 'height' ? 'Height, cm' : DETAIL_WORDS[field]}
      value={typed[field]}
      maxLength={60}
      optional={optional}
      refusal={field === 'recordNumber' ? (taken ?? refusal(field)) : refusal(field)}
      onType={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <>
      <div className={styles['row']}>
        {text('familyName')}
        {text('givenName')}
        {text('preferredName', true)}
        {text('title', true)}
      </div>
      <div className={styles['row']}>
        <DateOfBirthField
          value={typed.born}
          onChange={(born) => onChange({ born })}
          refusal={refusal('born')}
        />
        <Segmented
          label="Sex"
          choices={SEXES}
          chosen={typed.sex === '' ? null : typed.sex}
          onChoose={(sex) => onChange({ sex })}
          refusal={refusal('sex')}
        />
        {text('recordNumber')}
        {text('height', true)}
      </div>
    </>
  );
}

/** What is wrong with one field, of everything that was refused. */
function fieldRefusal(failure: Failure | null, field: DetailField): string | undefined {
  if (failure?.kind !== 'patientRefused') return undefined;
  const problem = failure.problems.find((each) => each.field === field);
  return problem && detailProblemText(problem);
}

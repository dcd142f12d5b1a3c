import { SelectField } from '../../components/SelectField.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import styles from './ClinicStep.module.css';
import { CHAIR_COUNTS, type SetUpForm } from './setUpForm.ts';

type ClinicStepProps = {
  readonly form: SetUpForm;
  readonly onChange: (part: Partial<SetUpForm>) => void;
};

/** What the clinic, this workstation and its chairs are called. */
export function ClinicStep({ form, onChange }: ClinicStepProps) {
  return (
    <div className={styles['clinic']}>
      <TextEntry
        label="Name of the clinic"
        value={form.clinic}
        onType={(clinic) => onChange({ clinic })}
        maxLength={80}
        autoFocus
      />
      <TextEntry
        label="Name of this workstation"
        value={form.workstation}
        onType={(workstation) => onChange({ workstation })}
        maxLength={80}
      />
      <SelectField
        label="Number of chairs"
        choices={CHAIR_COUNTS.map((count) => ({ id: `${count}`, label: `${count}` }))}
        chosen={form.chairs === null ? null : `${form.chairs}`}
        onChoose={(count) => onChange({ chairs: Number(count) })}
      />
      {form.chairs !== null && <ChairNames form={form} chairs={form.chairs} onChange={onChange} />}
    </div>
  );
}

function ChairNames({ form, chairs, onChange }: ClinicStepProps & { readonly chairs: number }) {
  const rename = (at: number, name: string): void => onChange({ chairNames: form.chairNames.with(at, name) });
  return (
    <ol className={styles['names']} aria-label="Names of the chairs">
      {form.chairNames.slice(0, chairs).map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chair is its number
        <li key={index} className={styles['chair']}>
          <b aria-hidden="true">{index + 1}</b>
          <TextEntry
            label={`Name of chair ${index + 1}`}
            labelPlace="hidden"
            value={name}
            onType={(typed) => rename(index, typed)}
            maxLength={40}
          />
        </li>
      ))}
    </ol>
  );
}

import { SelectField } from '../../../components/SelectField.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { type Assessment, MEDICINE_CHOICES } from './assessmentWords.ts';
import { RowList } from './RowList.tsx';
import { Section, type SectionOf } from './Section.tsx';

/** What was tried before, as a payer asks for it: drug, dose, weeks, outcome. */
export function Treatments({ value, onChange }: SectionOf<Assessment>) {
  return (
    <Section title="Prior treatments">
      <RowList
        rows={value.priorTreatments}
        name="Treatment"
        empty={{ drug: '', dose: '', weeks: null, outcome: '' }}
        onChange={(priorTreatments) => onChange({ priorTreatments })}
        fields={(row, change) => (
          <>
            <TextEntry label="Drug or therapy" value={row.drug} onType={(drug) => change({ drug })} />
            <TextEntry label="Dose" value={row.dose} optional onType={(dose) => change({ dose })} />
            <TextEntry
              label="Weeks"
              value={row.weeks === null ? '' : `${row.weeks}`}
              maxLength={3}
              optional
              onType={(text) => {
                // Whole weeks only: any other key is not taken.
                if (/^\d{0,3}$/.test(text)) change({ weeks: text === '' ? null : Number(text) });
              }}
            />
            <TextEntry
              label="Outcome"
              value={row.outcome}
              optional
              onType={(outcome) => change({ outcome })}
            />
          </>
        )}
      />
    </Section>
  );
}

/** What the patient takes, and what to do with it on the day. */
export function Medicines({ value, onChange }: SectionOf<Assessment>) {
  return (
    <Section title="Medicines">
      <RowList
        rows={value.medicines}
        name="Medicine"
        empty={{ name: '', dose: '', lastTaken: '', action: 'ask' as const }}
        onChange={(medicines) => onChange({ medicines })}
        fields={(row, change) => (
          <>
            <TextEntry label="Medicine" value={row.name} onType={(name) => change({ name })} />
            <TextEntry label="Dose" value={row.dose} optional onType={(dose) => change({ dose })} />
            <TextEntry
              label="Last taken"
              emptyWord="12-Nov-2025 21:00"
              value={row.lastTaken}
              optional
              onType={(lastTaken) => change({ lastTaken })}
            />
            <SelectField
              label="On the day"
              choices={MEDICINE_CHOICES}
              chosen={row.action}
              onChoose={(id) =>
                change({ action: MEDICINE_CHOICES.find((choice) => choice.id === id)?.id ?? row.action })
              }
            />
          </>
        )}
      />
    </Section>
  );
}

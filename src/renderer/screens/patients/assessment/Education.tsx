import { CheckRow } from '../../../components/CheckRow.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { formatCalendarDate } from '../../../components/time.ts';
import { type Assessment, EDUCATION_ITEMS } from './assessmentWords.ts';
import { Section, type SectionOf } from './Section.tsx';

type EducationProps = SectionOf<Assessment> & { readonly today: string };

/** What was explained, and on which day; and what the patient hopes for. */
export function Education({ value, onChange, today }: EducationProps) {
  const { education } = value;
  const items = [...new Set([...EDUCATION_ITEMS, ...education.map(({ item }) => item)])];
  return (
    <>
      <Section title="Explained to the patient">
        <div>
          {items.map((item) => {
            const done = education.find((each) => each.item === item);
            return (
              <CheckRow
                key={item}
                label={item}
                state={done ? 'met' : 'unmet'}
                {...(done ? { value: formatCalendarDate(done.on) } : {})}
                onChange={(met) =>
                  onChange({
                    education: met
                      ? [...education, { item, on: today }]
                      : education.filter((each) => each.item !== item),
                  })
                }
              />
            );
          })}
        </div>
      </Section>
      <Section title="Goals">
        <TextEntry
          label="What the patient hopes for"
          lines={3}
          maxLength={2_000}
          value={value.goals}
          optional
          onType={(goals) => onChange({ goals })}
        />
        <TextEntry
          label="Note"
          lines={3}
          maxLength={2_000}
          value={value.note}
          optional
          onType={(note) => onChange({ note })}
        />
      </Section>
    </>
  );
}

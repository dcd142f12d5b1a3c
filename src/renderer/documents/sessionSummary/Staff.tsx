import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { PersonView } from '../../../contract/views/people.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { personName } from '../words.ts';

type StaffProps = { readonly data: SessionSummaryData };

/** Whose initials stand in the timeline. */
export function Staff({ data }: StaffProps) {
  const people = new Map<string, PersonView>();
  for (const { clinical, done } of data.session.timeline) if (clinical) people.set(done.by.id, done.by);
  return (
    <Part title="Initials" spaced>
      <p className={sheet['text']}>
        {[...people.values()].map((person) => `${person.initials} ${personName(person)}`).join(' · ')}
      </p>
    </Part>
  );
}

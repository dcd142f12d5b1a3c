import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { formatHourMinute } from '../../components/time.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { Tick } from '../Tick.tsx';
import { ENTRY_FIELD_WORDS, isSamePerson, NOT_INDEPENDENT, personName } from '../words.ts';
import styles from './IndependentCheck.module.css';

type IndependentCheckProps = { readonly data: SessionSummaryData };

/** That two people agreed, on what, who and when. No value is repeated here (UX 4, D1.2). */
export function IndependentCheck({ data }: IndependentCheckProps) {
  const { check, readBack, counted } = data.session;
  const zone = data.print.zone;
  if (!check) {
    return (
      <Part title="Independent check">
        <p className={sheet['text']}>Not recorded.</p>
      </Part>
    );
  }
  const { fields, attempt, first, second } = check;
  return (
    <Part title="Independent check" note={`${fields.length} of ${fields.length} agree, attempt ${attempt}`}>
      <ul className={styles['fields']}>
        {fields.map((field) => (
          <li key={field}>
            <Tick />
            {ENTRY_FIELD_WORDS[field]}
          </li>
        ))}
      </ul>
      <p className={sheet['text']}>
        <b>{isSamePerson(check) ? NOT_INDEPENDENT : 'Independent:'}</b> {personName(first.by)}{' '}
        {formatHourMinute(first.happenedAt, zone)}, {personName(second.by)}{' '}
        {formatHourMinute(second.happenedAt, zone)}
        <br />
        {counted ? 'No pump: doses are counted.' : `Pump read-back: ${readBackText(readBack, zone)}`}
      </p>
    </Part>
  );
}

function readBackText(readBack: SessionSummaryData['session']['readBack'], zone: string): string {
  if (!readBack) return 'not recorded';
  const { done } = readBack;
  return `${(done.witness ?? done.by).name} ${formatHourMinute(done.happenedAt, zone)}, agrees`;
}

import { formatElapsed } from '../../../core/quantity/formatDuration.ts';
import { CheckRow } from '../../components/CheckRow.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { EntryFieldOf, type EntryInHand } from './EntryFieldOf.tsx';
import styles from './EntryFields.module.css';
import { sourcesToRead } from './entryTyped.ts';
import { SOURCE_WORDS } from './entryWords.ts';
import { formFields } from './formFields.ts';

type EntryFieldsProps = {
  readonly hand: EntryInHand;
  /** Milliseconds until the form is cleared. */
  readonly left: number;
};

const COPY_QUESTION = 'Copy of the order sheet in hand';

/** The copy in hand, what was read again, and the fields of the order in two columns. Source: mockup 04, UX 2.4. */
export function EntryFields({ hand, left }: EntryFieldsProps) {
  const { form, entry, act } = hand;
  const all = formFields(form);
  const order = form.samePerson ? all.toReversed() : all;
  const perColumn = Math.ceil(order.length / 2);
  const columns = [order.slice(0, perColumn), order.slice(perColumn)];
  return (
    <div className={styles['fields']}>
      <div className={styles['top']}>
        <span aria-hidden="true">{COPY_QUESTION}</span>
        <Segmented
          label={COPY_QUESTION}
          labelHidden
          choices={[
            { id: '1', label: 'Copy 1' },
            { id: '2', label: 'Copy 2' },
          ]}
          chosen={entry.copy === null ? null : `${entry.copy}`}
          onChoose={(copy) => act({ kind: 'copy', copy: copy === '1' ? 1 : 2 })}
        />
        <span className={styles['idle']}>
          {`Cleared after ${form.idleSeconds / 60} min without a key. `}
          <b>{formatElapsed(left)}</b>
        </span>
      </div>
      <ReadAgain hand={hand} />
      <div className={styles['columns']}>
        {columns.map((fields) => (
          <div key={fields[0]} className={styles['column']}>
            {fields.map((field) => (
              <EntryFieldOf key={field} hand={hand} field={field} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Before a second attempt both read their sources again; each says so for themselves. Source: UX 2.3 T6. */
function ReadAgain({ hand: { form, entry, act } }: Pick<EntryFieldsProps, 'hand'>) {
  const sources = sourcesToRead(form);
  if (sources.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row
    <div role="group" aria-label="Read the source again" className={styles['again']}>
      <span aria-hidden="true" className={styles['label']}>
        Read again
      </span>
      {sources.map((source) => (
        <CheckRow
          key={source}
          label={SOURCE_WORDS[source]}
          state={entry.readAgain.includes(source) ? 'met' : 'unmet'}
          onChange={(done) => act({ kind: 'readAgain', source, done })}
        />
      ))}
    </div>
  );
}

import { useState } from 'react';
import type { LibraryPartView } from '../../../contract/views/library.ts';
import { classes } from '../../components/classes.ts';
import { TextEntry } from '../../components/TextEntry.tsx';
import { walkWithArrows } from '../signIn/walkWithArrows.ts';
import styles from './LibraryIndex.module.css';
import { factOf } from './libraryWords.ts';

/** Stands beside the keys of the parts. */
export const VERSIONS = 'versions';

type LibraryIndexProps = {
  readonly parts: readonly LibraryPartView[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
};

type Row = { readonly key: string; readonly title: string; readonly note: string };
type Section = { readonly title: string; readonly rows: readonly Row[] };

/** What the library holds, by drug; then the pumps, the library's own values and its versions. */
export function LibraryIndex({ parts, chosen, onChoose }: LibraryIndexProps) {
  const [text, setText] = useState('');
  const sections = sectionsOf(parts).flatMap((section) => found(section, text));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a second way between the rows
    <div className={styles['index']} onKeyDown={walkWithArrows}>
      <div className={styles['search']}>
        <TextEntry label="Search" emptyWord="Drug or protocol" value={text} onType={setText} optional />
      </div>
      {sections.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <h2 className={styles['drug']}>{title}</h2>
          <ul>
            {rows.map(({ key, title: name, note }) => (
              <li key={key}>
                <button
                  type="button"
                  data-walk
                  className={classes(styles['row'], key === chosen && styles['on'])}
                  aria-current={key === chosen ? 'true' : undefined}
                  onClick={() => onChoose(key)}
                >
                  {name}
                  {note !== '' && <span className={styles['note']}>{note}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sections.length === 0 && (
        <p role="status" className={styles['drug']}>
          No drug or protocol of this name.
        </p>
      )}
    </div>
  );
}

function sectionsOf(parts: readonly LibraryPartView[]): readonly Section[] {
  const ofKind = (kind: string) => parts.filter((part) => part.kind === kind);
  const drugs = ofKind('drug').map((drug): Section => {
    const protocols = ofKind('protocol').filter((part) => factOf(part, 'drug') === drug.id);
    const note = `${protocols.length} ${protocols.length === 1 ? 'protocol' : 'protocols'}`;
    return {
      title: drug.title,
      rows: [{ key: drug.key, title: 'Drug and products', note }, ...protocols.map(protocolRow)],
    };
  });
  const others: Row[] = [
    ...ofKind('library').map(({ key, title }) => ({ key, title: 'Whole library', note: title })),
    ...ofKind('pump').map(({ key, title }) => ({ key, title, note: 'pump' })),
    { key: VERSIONS, title: 'Versions', note: 'published so far' },
  ];
  return [...drugs, { title: 'Library', rows: others }];
}

function protocolRow(part: LibraryPartView): Row {
  const due = factOf(part, 'reviewDue');
  const notes = [
    factOf(part, 'route'),
    factOf(part, 'owner'),
    due ? `review due ${due}` : 'review date not recorded',
  ];
  return {
    key: part.key,
    title: factOf(part, 'title') ?? part.title,
    note: notes.filter((note) => note !== undefined).join(' · '),
  };
}

/** A drug is found by its own name with all it has, a protocol by its own. */
function found(section: Section, text: string): readonly Section[] {
  const wanted = text.trim().toLowerCase();
  const fits = (words: string) => words.toLowerCase().includes(wanted);
  if (wanted === '' || fits(section.title)) return [section];
  const rows = section.rows.filter(({ title }) => fits(title));
  return rows.length === 0 ? [] : [{ ...section, rows }];
}

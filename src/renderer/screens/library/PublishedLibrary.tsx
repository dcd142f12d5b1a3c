import { useState } from 'react';
import type { LibraryView, Publication } from '../../../contract/views/library.ts';
import { WorkedTable } from '../../components/WorkedTable.tsx';
import styles from './Library.module.css';
import { LibraryIndex, VERSIONS } from './LibraryIndex.tsx';
import { workedRows } from './libraryWords.ts';
import { PartFacts } from './PartFacts.tsx';
import { Versions } from './Versions.tsx';

type PublishedLibraryProps = {
  readonly library: NonNullable<LibraryView['published']>;
  readonly history: readonly Publication[];
};

/** The library in force: what there is at the left, one part of it in words, and its limits on three people. */
export function PublishedLibrary({ library, history }: PublishedLibraryProps) {
  const first = library.parts.find(({ kind }) => kind === 'protocol')?.key ?? '';
  const [chosen, setChosen] = useState(first);
  const part = library.parts.find(({ key }) => key === chosen);
  const worked = part?.kind === 'protocol' ? library.worked.find(({ id }) => id === part.id) : undefined;
  const rows = worked ? workedRows(worked) : [];
  return (
    <div className={styles['columns']}>
      <LibraryIndex parts={library.parts} chosen={chosen} onChoose={setChosen} />
      <div className={styles['part']}>
        {chosen === VERSIONS ? (
          <Versions history={history} />
        ) : (
          part && <PartFacts part={part} parts={library.parts} />
        )}
      </div>
      {worked && rows.length > 0 && (
        <section className={styles['worked']} aria-label="These limits on three people">
          <h2 className={styles['label']}>These limits on three people</h2>
          <p className={styles['muted']}>At the usual time and concentration, before the pump’s step.</p>
          <WorkedTable label={`Limits of ${worked.title} on three people`} rows={rows} />
        </section>
      )}
    </div>
  );
}

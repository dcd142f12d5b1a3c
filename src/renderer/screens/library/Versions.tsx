import type { Publication } from '../../../contract/views/library.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './Library.module.css';
import { hashGroups, publishedWords } from './libraryWords.ts';

/** Every library that was published here, the newest first. Sessions keep the one they were planned under. */
export function Versions({ history }: { readonly history: readonly Publication[] }) {
  const { clock } = useApp();
  return (
    <section aria-label="Versions">
      <h2 className={styles['title']}>Versions</h2>
      <ol>
        {history.map((publication, place) => (
          <li key={publication.publishedAt} className={styles['version']}>
            <h3>{place === 0 ? `${publication.version}, in force` : publication.version}</h3>
            <p>{publishedWords(publication, clock.zone)}</p>
            <p>{`Reason: ${publication.reason}`}</p>
            <p className={styles['hash']}>{`Hash ${hashGroups(publication.hash)}`}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

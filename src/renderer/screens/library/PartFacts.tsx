import type { LibraryPartView } from '../../../contract/views/library.ts';
import { BandTable } from '../../components/BandTable.tsx';
import { FactList } from '../../components/FactList.tsx';
import styles from './Library.module.css';
import { bandRows, factOf, otherFacts } from './libraryWords.ts';

type PartFactsProps = { readonly part: LibraryPartView; readonly parts: readonly LibraryPartView[] };

/** One part of the library in words: its limits as a table, then everything else; a drug with its products. */
export function PartFacts({ part, parts }: PartFactsProps) {
  const rows = bandRows(part);
  const title = factOf(part, 'title') ?? part.title;
  const products =
    part.kind === 'drug'
      ? parts.filter(({ kind, key }) => kind === 'product' && key.startsWith(part.key))
      : [];
  return (
    <section aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      {rows.length > 0 && <BandTable label={`Limits of ${title}`} rows={rows} />}
      <FactList facts={otherFacts(part)} />
      {products.map((product) => (
        <section key={product.key} aria-label={`Product ${product.title}`}>
          <h3 className={styles['label']}>{`Product ${product.title}`}</h3>
          <FactList facts={otherFacts(product)} />
        </section>
      ))}
    </section>
  );
}

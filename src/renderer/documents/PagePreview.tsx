import { useMemo } from 'react';
import type { DocumentData } from '../../contract/views/documents.ts';
import styles from './PagePreview.module.css';
import { PaperDocument } from './PaperDocument.tsx';
import { pageFrame } from './pageFrame.ts';
import { printable } from './printable.ts';
import type { PaperName } from './printPage.ts';

type PagePreviewProps = {
  readonly document: DocumentData;
  readonly paper: PaperName;
  /** 1 is the size of the paper itself. */
  readonly scale?: number;
};

/**
 * The document as it will look, white on the dark desk in every theme. Header and footer are the same texts the
 * printer's margin boxes get; the pages follow each other as one sheet, and their numbers come with the printing.
 */
export function PagePreview({ document: data, paper, scale = 1 }: PagePreviewProps) {
  const document = useMemo(() => printable(data), [data]);
  const frame = pageFrame(document);
  return (
    <article
      className={styles['paper']}
      data-paper={paper}
      style={{ zoom: scale }}
      aria-label={`Print preview: ${frame.title}, ${frame.status}`}
    >
      <header className={styles['header']}>
        <p className={styles['titles']}>
          <span>{frame.clinic}</span>
          <b>{frame.title}</b>
          <b>Preview</b>
        </p>
        <p className={styles['name']}>
          <b>{frame.name}</b>
          <span className={styles['status']}>{frame.status}</span>
        </p>
        <p className={styles['identity']}>
          <span>{frame.identity}</span>
          <b>{frame.allergies}</b>
        </p>
      </header>
      <div className={styles['body']}>
        <PaperDocument document={document} />
      </div>
      <footer className={styles['footer']}>
        {frame.record}
        <br />
        {frame.notice}
      </footer>
    </article>
  );
}

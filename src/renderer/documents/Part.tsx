import type { ReactNode } from 'react';
import styles from './sheet.module.css';

type PartProps = {
  readonly title: string;
  /** What stands at the right of the heading. */
  readonly note?: ReactNode;
  /** May break across pages; otherwise the part moves to the next page as a whole. */
  readonly flows?: boolean;
  /** Set off from what stands above it. */
  readonly spaced?: boolean;
  readonly children: ReactNode;
};

/** A headed part of a printed document. Its heading never stands last on a page. */
export function Part({ title, note, flows = false, spaced = false, children }: PartProps) {
  return (
    <section className={spaced ? styles['gap'] : undefined} data-flow={flows ? '' : undefined}>
      <h2>
        {title}
        {note === undefined ? null : <span>{note}</span>}
      </h2>
      {children}
    </section>
  );
}

import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

type PanelProps = {
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly note?: string;
  readonly children: ReactNode;
};

/** One matter of several on a screen: what it is, how it stands, what can be done. */
export function Panel({ title, note, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      {children}
    </section>
  );
}

/** The matters of a screen, side by side where there is room. */
export function Panels({ children }: { readonly children: ReactNode }) {
  return <div className={styles['panels']}>{children}</div>;
}

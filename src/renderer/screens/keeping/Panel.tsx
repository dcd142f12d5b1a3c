import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

type PanelProps = { readonly title: string; readonly children: ReactNode };

/** One matter of the record: what it is, how it stands, what can be done. */
export function Panel({ title, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

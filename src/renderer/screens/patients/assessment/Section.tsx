import { type ReactNode, useId } from 'react';
import styles from '../FormRows.module.css';

type SectionProps = { readonly title: string; readonly children: ReactNode };

/** One part of an assessment. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export type SectionOf<Value> = {
  readonly value: Value;
  readonly onChange: (part: Partial<Value>) => void;
};

import styles from './FactList.module.css';

/** A name and what stands there, written as people read it. */
export type ListedFact = { readonly name: string; readonly text: string };

/** Facts one below the other, for reading. */
export function FactList({ facts }: { readonly facts: readonly ListedFact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(({ name, text }) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { SessionView } from '../../contract/views/session.ts';
import styles from './DrugClassMark.module.css';

type DrugClass = NonNullable<SessionView['drugClass']>;

/** The class of a drug in words, with the colour its label has beside them. The colour alone says nothing. */
export function DrugClassMark({ drugClass: { kind, words } }: { readonly drugClass: DrugClass }) {
  return (
    <span className={styles['mark']} data-class={kind}>
      {words}
    </span>
  );
}

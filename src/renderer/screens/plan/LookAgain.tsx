import { Icon } from '../../components/Icon.tsx';
import styles from './FailedRules.module.css';

/** Values that look like a slip and break no rule: said to whoever typed them, and nothing to press. */
export function LookAgain({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={styles['rules']} aria-label="Values to look at again" aria-live="polite">
      {sentences.map((sentence) => (
        <li key={sentence} className={styles['soft']}>
          <Icon name="warning" />
          <p className={styles['text']}>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}

import styles from './LateMark.module.css';

/** The turned-back arrow of a late entry, drawn: no bundled face has the sign (UX 2.5). */
export function LateMark() {
  return (
    <svg className={styles['mark']} width="2.4mm" height="2.4mm" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 12a7.5 7.5 0 1 0 2.5-5.6M4 3v5h5" fill="none" stroke="currentColor" strokeWidth="2.6" />
    </svg>
  );
}

import styles from './Kbd.module.css';

/** A key as printed on the keyboard. Only a reminder for the eye; the control itself announces its key. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true" className={styles['key']}>
      {children}
    </span>
  );
}

import styles from './Library.module.css';

/** A clinic before its first library. Text: UX 3.15. */
export function NoLibrary({ mayPublish }: { readonly mayPublish: boolean }) {
  return (
    <div className={styles['empty']}>
      <p>No published library. Sessions cannot be authorised.</p>
      <p className={styles['muted']}>
        {mayPublish
          ? 'Choose a library file. A pharmacist and a medical director publish it together.'
          : 'A pharmacist and a medical director publish one together.'}
      </p>
    </div>
  );
}

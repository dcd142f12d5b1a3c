import styles from './stepWork.module.css';

/** The number of the label, large, and how it gets onto the container. */
export function CopyLabel({ label }: { readonly label: string }) {
  return (
    <div className={styles['copy']}>
      <strong className={styles['label']}>{label}</strong>
      <p className={styles['words']}>
        Copy the label by hand. Hold it beside the syringe and read the concentration aloud.
      </p>
    </div>
  );
}

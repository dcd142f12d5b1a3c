import styles from './TrainingMark.module.css';

/**
 * The hatched edge and the word of the training clinic. It lies above everything, sheets included, so that no
 * screen can be taken for a record. The frames leave it the room it needs.
 */
export function TrainingMark() {
  return (
    <aside className={styles['mark']} aria-label="Training clinic">
      <span className={styles['hatch']} />
      <span className={styles['word']}>TRAINING — not a record</span>
    </aside>
  );
}

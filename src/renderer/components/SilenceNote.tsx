import { FailureNote } from './FailureNote.tsx';
import styles from './SilenceNote.module.css';
import { formatTime } from './time.ts';

type SilenceNoteProps = {
  /** The last moment the program told, UTC milliseconds: what is on the screen is as old as that. */
  readonly since: number;
  readonly zone: string;
};

/** What is shown is no longer true of now. It lies over sheets, and is said to whoever hears the page there as well. */
export function SilenceNote({ since, zone }: SilenceNoteProps) {
  return (
    <div className={styles['over']} data-react-aria-top-layer="true">
      <FailureNote tone="stop">
        {`The program is not answering. This screen stands still since ${formatTime(since, zone)}.`}
        <p className={styles['more']}>
          Watch the patient and the pump themselves. Write on the downtime form until this message is gone;
          what was saved before is safe.
        </p>
      </FailureNote>
    </div>
  );
}

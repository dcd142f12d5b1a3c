import { startFailureText } from '../../../contract/startFailureText.ts';
import type { AppView } from '../../../contract/views/app.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import styles from './ProblemNote.module.css';

type ProblemNoteProps = { readonly problem: NonNullable<AppView['problem']> };

/** Why a record was not opened: what happened, what is safe, what to do. */
export function ProblemNote({ problem }: ProblemNoteProps) {
  const { what, safe, todo } = startFailureText(problem);
  return (
    <div className={styles['problem']}>
      <FailureNote>
        {what}
        <p className={styles['more']}>{safe}</p>
        <p className={styles['more']}>{todo}</p>
      </FailureNote>
    </div>
  );
}

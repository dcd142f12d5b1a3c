import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { standingText } from '../../errorTexts/standingText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { AcceptSheet } from './AcceptSheet.tsx';
import { isKeeper } from './keepingWords.ts';
import styles from './StandingNote.module.css';

/** What is wrong with the record, over every screen until somebody has recorded it. Nothing where all is well. */
export function StandingNote() {
  const { app, clock } = useApp();
  const [accepting, setAccepting] = useState(false);
  const text = app.standing && standingText(app.standing, clock.zone);
  if (!text) return null;
  return (
    <div className={styles['standing']}>
      <FailureNote tone="stop">
        {text.what}
        <p className={styles['more']}>{text.safe}</p>
        <p className={styles['more']}>{text.todo}</p>
      </FailureNote>
      {isKeeper(app.user) && (
        <Button variant="primary" onPress={() => setAccepting(true)}>
          Record what happened
        </Button>
      )}
      {accepting && <AcceptSheet text={text} onClose={() => setAccepting(false)} />}
    </div>
  );
}

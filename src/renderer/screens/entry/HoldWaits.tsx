import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { HELD, mismatchText } from '../../errorTexts/orderTexts.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import styles from './Waiting.module.css';

/** Two attempts did not agree: nothing goes on until a prescriber has looked. Source: UX 2.3 T6b. */
export function HoldWaits({ session }: { readonly session: SessionView }) {
  const { app } = useApp();
  const { go } = usePlace();
  const { mismatch } = session;
  const isPrescriber = app.user?.roles.includes('prescriber') ?? false;
  return (
    <>
      <h2 className={styles['sentence']}>{HELD}</h2>
      {mismatch && <p className={styles['muted']}>{mismatchText(mismatch.against, mismatch.fields)}</p>}
      {isPrescriber && (
        <div className={styles['buttons']}>
          <Button
            size="act"
            variant="primary"
            autoFocus
            onPress={() => go({ at: 'hold', session: session.id })}
          >
            {`Review the hold — Chair ${session.chair}`}
          </Button>
        </div>
      )}
    </>
  );
}

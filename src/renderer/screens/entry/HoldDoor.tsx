import type { ReactNode } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { HELD } from '../../errorTexts/orderTexts.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import styles from './Waiting.module.css';

type HoldDoorProps = {
  readonly banner: ReactNode;
  readonly failure: Failure | null;
  readonly onOpen: () => void;
  readonly onLeave: () => void;
};

/** Asked once before the two sets are on screen: who has seen them cannot enter. */
export function HoldDoor({ banner, failure, onOpen, onLeave }: HoldDoorProps) {
  return (
    <Screen banner={banner} head={<ScreenHead title="Review the hold" />}>
      <div className={styles['waiting']}>
        <h2 className={styles['sentence']}>{HELD}</h2>
        <p className={styles['muted']}>
          Both sets are shown side by side and without names. Whoever opens them cannot make one of the
          entries afterwards. The opening is recorded.
        </p>
        <FailureLine failure={failure} />
        <div className={styles['buttons']}>
          <Button size="act" onPress={onOpen}>
            Open the two entries
          </Button>
          <Button size="act" variant="primary" autoFocus onPress={onLeave}>
            Leave them closed
          </Button>
        </div>
      </div>
    </Screen>
  );
}

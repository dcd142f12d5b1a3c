import type { Failure } from '../../../contract/failures.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './PlanLayout.module.css';

type PlanNotOpenProps = {
  /** Null while the answer is on its way. */
  readonly failure: Failure | null;
  readonly onAccept: () => void;
  readonly onLeave: () => void;
};

/** Before a plan's numbers are on screen: the question that is asked once, or why they stay closed. */
export function PlanNotOpen({ failure, onAccept, onLeave }: PlanNotOpenProps) {
  const { clock } = useApp();
  if (!failure) return <Screen head={<ScreenHead title="Plan" />}>{null}</Screen>;
  const asks = failure.kind === 'openingDisqualifies';
  return (
    <Screen head={<ScreenHead title="Plan" />}>
      <div className={styles['note']}>
        <FailureNote>{errorText(failure, clock.zone)}</FailureNote>
        {asks && <p>The opening is recorded.</p>}
        <div className={styles['buttons']}>
          {asks && (
            <Button size="act" onPress={onAccept}>
              Open the plan
            </Button>
          )}
          <Button size="act" variant="primary" autoFocus onPress={onLeave}>
            {asks ? 'Leave it closed' : 'Back'}
          </Button>
        </div>
      </div>
    </Screen>
  );
}

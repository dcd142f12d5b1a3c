import type { ReactNode } from 'react';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Screen } from '../../../components/Screen.tsx';
import { ScreenHead } from '../../../components/ScreenHead.tsx';
import { formatTime } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { CancelActions } from '../prepare/CancelActions.tsx';
import styles from '../prepare/PreparationFrame.module.css';
import { Agreement } from '../prepare/PreparationFrame.tsx';
import { StepList } from '../prepare/StepList.tsx';
import { SessionBanner } from '../running/SessionBanner.tsx';
import { CountedLabel } from './CountedLabel.tsx';
import { CountedValues } from './CountedValues.tsx';
import { COUNTED_STEP_COUNT, type CountedProps, countedSteps, currentCounted } from './countedSteps.ts';

type CountedFrameProps = CountedProps & {
  /** What is done in a current step, by its number. */
  readonly work: Readonly<Record<number, ReactNode>>;
  readonly action: ReactNode;
};

/** The preparation of counted doses as a whole: the steps, and what was agreed or the label. */
export function CountedFrame({ work, action, ...props }: CountedFrameProps) {
  const { clock } = useApp();
  const { session, counted, preparation } = props;
  const label = preparation.witnessed?.label;
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      head={
        <ScreenHead
          title={label === undefined ? 'Preparation' : `Preparation ${label}`}
          clock={formatTime(clock.now, clock.zone)}
        >
          <Agreement session={session} />
        </ScreenHead>
      }
      actions={
        <ActionBar
          groups={[<CancelActions key="cancel" session={session} size="act" />]}
          say={`Step ${currentCounted(preparation)[0] ?? COUNTED_STEP_COUNT} of ${COUNTED_STEP_COUNT}`}
          end={action}
        />
      }
    >
      <div className={styles['columns']}>
        <div className={styles['steps']}>
          <StepList steps={countedSteps(props, clock.zone)} work={work} />
        </div>
        <div className={styles['side']}>
          {preparation.witnessed ? (
            <CountedLabel {...props} />
          ) : (
            <section aria-label="Agreed values">
              <h2 className={styles['side-head']}>Both entries agree on</h2>
              <CountedValues counted={counted} />
            </section>
          )}
        </div>
      </div>
    </Screen>
  );
}

import type { ReactNode } from 'react';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Screen } from '../../../components/Screen.tsx';
import { ScreenHead } from '../../../components/ScreenHead.tsx';
import { formatTime } from '../../../components/time.ts';
import { isSamePerson, NOT_INDEPENDENT } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { NextActions } from '../container/NextActions.tsx';
import { SessionBanner } from '../running/SessionBanner.tsx';
import { whoWhen } from '../running/sessionWords.ts';
import { AgreedValues } from './AgreedValues.tsx';
import { CancelActions } from './CancelActions.tsx';
import { LabelDrawing } from './LabelDrawing.tsx';
import styles from './PreparationFrame.module.css';
import { currentSteps, type PreparationProps, preparationSteps, STEP_COUNT } from './preparationSteps.ts';
import { StepList } from './StepList.tsx';
import { SyringeFacts } from './SyringeFacts.tsx';

type PreparationFrameProps = PreparationProps & {
  /** What is done in a current step, by its number. */
  readonly work: Readonly<Record<number, ReactNode>>;
  readonly action: ReactNode;
  /** What stands beside the steps instead of the agreed values. */
  readonly side?: ReactNode;
};

/** The preparation as a whole: the steps, what was agreed or the label, and what the syringe will do. */
export function PreparationFrame({ work, action, side, ...props }: PreparationFrameProps) {
  const { clock } = useApp();
  const { session, preparation } = props;
  const label = preparation.witnessed?.label;
  const isNext = preparation === session.nextPreparation;
  const next = isNext && session.infusion?.container;
  const what = next ? `Preparation of ${next.noun} ${next.number + 1}` : 'Preparation';
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      head={
        <ScreenHead
          title={label === undefined ? what : `Preparation ${label}`}
          clock={formatTime(clock.now, clock.zone)}
        >
          <Agreement {...props} />
        </ScreenHead>
      }
      actions={
        <ActionBar
          groups={[
            isNext ? (
              <NextActions key="next" session={session} />
            ) : (
              <CancelActions key="cancel" session={session} size="act" />
            ),
          ]}
          say={`Step ${currentSteps(preparation)[0] ?? STEP_COUNT} of ${STEP_COUNT}`}
          end={action}
        />
      }
    >
      <div className={styles['columns']}>
        <div className={styles['steps']}>
          <StepList steps={preparationSteps(props, clock.zone)} work={work} />
        </div>
        <div className={styles['side']}>
          {side ?? <Side {...props} />}
          <SyringeFacts plan={props.plan} isFirst={preparation === session.preparation} />
        </div>
      </div>
    </Screen>
  );
}

/** The label large enough to be copied, and before there is one what was agreed. */
function Side({ session, plan, preparation }: PreparationProps) {
  if (preparation.witnessed) return <LabelDrawing session={session} preparation={preparation} />;
  return (
    <section aria-label="Agreed values">
      <h2 className={styles['side-head']}>Both entries agree on</h2>
      <AgreedValues plan={plan} />
    </section>
  );
}

/** `Two entries agree 8 of 8. R. Lim 09:21 · J. Osei 09:26. Independent.` */
export function Agreement({ session }: Pick<PreparationProps, 'session'>) {
  const { clock } = useApp();
  const { check } = session;
  if (!check) return null;
  const count = check.fields.length;
  const first = whoWhen(check.first, clock.zone);
  const second = whoWhen({ ...check.second, by: check.second.witness ?? check.second.by }, clock.zone);
  return (
    <span className={styles['agreement']}>
      <Icon name="check" size={16} />
      {`Two entries agree ${count} of ${count}. ${first} · ${second}. ${isSamePerson(check) ? NOT_INDEPENDENT : 'Independent'}.`}
    </span>
  );
}

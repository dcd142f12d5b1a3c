import type { ReactNode } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Screen } from '../../../components/Screen.tsx';
import { ScreenHead } from '../../../components/ScreenHead.tsx';
import { formatTime } from '../../../components/time.ts';
import { isSamePerson, NOT_INDEPENDENT } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { SessionBanner } from '../running/SessionBanner.tsx';
import { whoWhen } from '../running/sessionWords.ts';
import styles from './PreparationFrame.module.css';
import type { PreparationStep } from './preparationSteps.ts';
import { StepList } from './StepList.tsx';

/** What a step puts into the frame: what is done in it, and the one action it ends in. */
export type StepParts = { readonly work: ReactNode; readonly action: ReactNode };

type StepsFrameProps = {
  readonly session: SessionView;
  readonly title: string;
  readonly steps: readonly PreparationStep[];
  /** What is done in a current step, by its number. */
  readonly work: Readonly<Record<number, ReactNode>>;
  readonly action: ReactNode;
  /** The ways out of the preparation. */
  readonly ways: ReactNode;
  readonly side: ReactNode;
};

/** A preparation as a whole: its steps one below the other, and beside them what was agreed or the label. */
export function StepsFrame({ session, title, steps, work, action, ways, side }: StepsFrameProps) {
  const { clock } = useApp();
  const current = steps.find(({ state }) => state === 'current')?.number ?? steps.length;
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      head={
        <ScreenHead title={title} clock={formatTime(clock.now, clock.zone)}>
          <Agreement session={session} />
        </ScreenHead>
      }
      actions={<ActionBar groups={[ways]} say={`Step ${current} of ${steps.length}`} end={action} />}
    >
      <div className={styles['columns']}>
        <div className={styles['steps']}>
          <StepList steps={steps} work={work} />
        </div>
        <div className={styles['side']}>{side}</div>
      </div>
    </Screen>
  );
}

/** What both people entered, before there is a label. */
export function Agreed({ children }: { readonly children: ReactNode }) {
  return (
    <section aria-label="Agreed values">
      <h2 className={styles['side-head']}>Both entries agree on</h2>
      {children}
    </section>
  );
}

/** `Two entries agree 8 of 8. R. Lim 09:21 · J. Osei 09:26. Independent.` */
function Agreement({ session: { check } }: Pick<StepsFrameProps, 'session'>) {
  const { clock } = useApp();
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

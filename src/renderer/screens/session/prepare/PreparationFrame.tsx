import type { ReactNode } from 'react';
import { useApp } from '../../../hooks/useApp.tsx';
import { NextActions } from '../container/NextActions.tsx';
import { AgreedValues } from './AgreedValues.tsx';
import { CancelActions } from './CancelActions.tsx';
import { type PreparationProps, preparationSteps } from './preparationSteps.ts';
import { Agreed, StepsFrame } from './StepsFrame.tsx';
import { SyringeFacts } from './SyringeFacts.tsx';

type PreparationFrameProps = PreparationProps & {
  /** What is done in a current step, by its number. */
  readonly work: Readonly<Record<number, ReactNode>>;
  readonly action: ReactNode;
  /** What stands beside the steps instead of the agreed values. */
  readonly side?: ReactNode;
};

/** The preparation of a container: the first one, or the next while the infusion runs. */
export function PreparationFrame({ work, action, side, ...props }: PreparationFrameProps) {
  const { clock } = useApp();
  const { session, plan, preparation } = props;
  const label = preparation.witnessed?.label;
  const isNext = preparation === session.nextPreparation;
  const next = isNext && session.infusion?.container;
  const what = next ? `Preparation of ${next.noun} ${next.number + 1}` : 'Preparation';
  return (
    <StepsFrame
      session={session}
      title={label === undefined ? what : `Preparation ${label}`}
      steps={preparationSteps(props, clock.zone)}
      work={work}
      action={action}
      ways={
        isNext ? (
          <NextActions key="next" session={session} />
        ) : (
          <CancelActions key="cancel" session={session} size="act" />
        )
      }
      side={
        <>
          {side ?? (
            <Agreed>
              <AgreedValues plan={plan} />
            </Agreed>
          )}
          <SyringeFacts plan={plan} isFirst={!isNext} />
        </>
      }
    />
  );
}

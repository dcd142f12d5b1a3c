import type { ReactNode } from 'react';
import { useApp } from '../../../hooks/useApp.tsx';
import { CancelActions } from '../prepare/CancelActions.tsx';
import { Agreed, StepsFrame } from '../prepare/StepsFrame.tsx';
import { CountedValues } from './CountedValues.tsx';
import { type CountedProps, countedSteps } from './countedSteps.ts';

type CountedFrameProps = CountedProps & {
  /** What is done in a current step, by its number. */
  readonly work: Readonly<Record<number, ReactNode>>;
  readonly action: ReactNode;
  /** The label, once there is one, instead of the agreed values. */
  readonly side?: ReactNode;
};

/** The preparation of counted doses. */
export function CountedFrame({ work, action, side, ...props }: CountedFrameProps) {
  const { clock } = useApp();
  const { session, counted, preparation } = props;
  const label = preparation.witnessed?.label;
  return (
    <StepsFrame
      session={session}
      title={label === undefined ? 'Preparation' : `Preparation ${label}`}
      steps={countedSteps(props, clock.zone)}
      work={work}
      action={action}
      ways={<CancelActions key="cancel" session={session} size="act" />}
      side={
        side ?? (
          <Agreed>
            <CountedValues counted={counted} />
          </Agreed>
        )
      }
    />
  );
}

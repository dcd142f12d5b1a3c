import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Button } from '../../../components/Button.tsx';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { Sheet } from '../../../components/Sheet.tsx';
import { FailureLine } from './FailureLine.tsx';
import { SessionBanner } from './SessionBanner.tsx';
import { isAboutSecret } from './SecondPerson.tsx';

type CareSheetProps = {
  readonly session: SessionView;
  readonly title: string;
  readonly onClose: () => void;
  /** Something is typed: Esc asks once before it drops it. Source: UX 3.0, keyboard map. */
  readonly typed?: boolean;
  readonly head?: ReactNode;
  readonly chip?: ReactNode;
  readonly failure?: Failure | null;
  /** Asked or said before the save: above the buttons, so that it is always in sight. */
  readonly note?: ReactNode;
  readonly say?: string;
  readonly save: ReactNode;
  readonly children?: ReactNode;
};

/** A sheet that records something for one chair: who it is for on top, the save that names them below. */
export function CareSheet({ session, title, onClose, typed = false, failure = null, ...props }: CareSheetProps) {
  const [asked, setAsked] = useState(false);
  const close = (): void => {
    if (typed && !asked) setAsked(true);
    else onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={close}
      title={title}
      banner={<SessionBanner session={session} chip={props.chip} />}
      head={props.head}
      footer={
        <>
          {props.note}
          {!isAboutSecret(failure) && <FailureLine failure={failure} />}
          {asked && typed && <FailureNote>Typed and not saved. Press Esc or Close again to drop it.</FailureNote>}
          <ActionBar
            groups={props.say === undefined ? [] : [props.say]}
            end={
              <>
                <Button size="act" shortcut="Esc" onPress={close}>
                  Close
                </Button>
                {props.save}
              </>
            }
          />
        </>
      }
    >
      {props.children}
    </Sheet>
  );
}

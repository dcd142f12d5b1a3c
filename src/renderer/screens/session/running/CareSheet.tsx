import { type ReactNode, type Ref, useEffect, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Button } from '../../../components/Button.tsx';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { Sheet } from '../../../components/Sheet.tsx';
import { useNoteUnsaved } from '../../../hooks/useUnsaved.tsx';
import styles from './CareSheet.module.css';
import { FailureLine } from './FailureLine.tsx';
import { isAboutSecret } from './SecondPerson.tsx';
import { SessionBanner } from './SessionBanner.tsx';

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
  readonly closeButton?: Ref<HTMLButtonElement>;
  readonly children?: ReactNode;
};

/** A sheet that records something for one chair: who it is for on top, the save that names them below. */
export function CareSheet(props: CareSheetProps) {
  const { session, title, onClose, typed = false } = props;
  const { asked, ask } = useAskBeforeDrop();
  useNoteUnsaved(typed ? `Chair ${session.chair}, ${title.toLowerCase()}` : null);
  const close = (): void => {
    if (typed && !asked) ask();
    else onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={close}
      title={title}
      banner={<SessionBanner session={session} chip={props.chip} />}
      head={props.head}
      footer={<Footer {...props} asksDrop={asked && typed} onClose={close} />}
    >
      {props.children}
    </Sheet>
  );
}

function Footer(props: CareSheetProps & { readonly asksDrop: boolean }) {
  const { failure = null, closeButton } = props;
  return (
    <>
      {props.note}
      {!isAboutSecret(failure) && <FailureLine failure={failure} />}
      {props.asksDrop && <FailureNote>Typed and not saved. Press Esc or Close again to drop it.</FailureNote>}
      <ActionBar
        say={props.say}
        end={
          <>
            <span className={styles['close']}>
              <Button
                size="act"
                shortcut="Esc"
                onPress={props.onClose}
                {...(closeButton ? { ref: closeButton } : {})}
              >
                Close
              </Button>
            </span>
            {props.save}
          </>
        }
      />
    </>
  );
}

/** Asked once what is to become of half-typed values; whoever types on has answered. */
function useAskBeforeDrop() {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const typesOn = (): void => setAsked(false);
    window.addEventListener('input', typesOn);
    return () => window.removeEventListener('input', typesOn);
  }, [asked]);
  return { asked, ask: () => setAsked(true) };
}

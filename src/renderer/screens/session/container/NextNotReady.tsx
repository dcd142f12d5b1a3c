import type { ContainerView } from '../../../../contract/views/session.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { usePlace } from '../../../hooks/usePlace.tsx';
import { CareSheet } from '../running/CareSheet.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { capital, containerOf } from './containerWords.ts';

type NextNotReadyProps = SheetProps & { readonly container: ContainerView };

/** Nothing can be connected that is not prepared and witnessed: from here its preparation is one press away. */
export function NextNotReady({ session, onClose, container }: NextNotReadyProps) {
  const { app } = useApp();
  const { go } = usePlace();
  const { noun, number } = container;
  const next = `${noun} ${number + 1}`;
  const isBegun = session.nextPreparation?.vial != null;
  return (
    <CareSheet
      session={session}
      title={`Change the ${noun}`}
      onClose={onClose}
      head={`${capital(containerOf(container))} · ${container.label}`}
      save={
        <SaveButton
          autoFocus
          missing={roleMissing(app, CHECKERS)}
          onSave={() => {
            onClose();
            go({ at: 'nextContainer', session: session.id });
          }}
        >
          {isBegun ? `Go on preparing ${next}` : `Prepare ${next}`}
        </SaveButton>
      }
    >
      <div className={styles['body']}>
        <p className={styles['first']}>
          {isBegun ? `${capital(next)} is being prepared.` : `${capital(next)} is not prepared.`}
        </p>
      </div>
    </CareSheet>
  );
}

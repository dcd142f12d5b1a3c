import type { SessionView } from '../../../../contract/views/session.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { usePlace } from '../../../hooks/usePlace.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import body from '../recovery/SheetBody.module.css';
import { CareSheet } from '../running/CareSheet.tsx';
import { roleMissing } from '../running/sessionWords.ts';
import { SaveButton } from './SaveButton.tsx';

type ReopenSheetProps = { readonly session: SessionView; readonly onClose: () => void };

/** T21b: a prescriber opens the order again, after being told what ends with it. Source: UX 2.3. */
export function ReopenSheet({ session, onClose }: ReopenSheetProps) {
  const { app } = useApp();
  const { go } = usePlace();
  const step = useStep('plan:reopen');
  const save = async (): Promise<void> => {
    if (!(await step.send({ session: session.id }))) return;
    onClose();
    go({ at: 'plan', patient: session.patient.id, session: session.id, chair: null });
  };
  return (
    <CareSheet
      session={session}
      title="Change the order"
      onClose={onClose}
      failure={step.failure}
      save={
        <SaveButton
          session={session}
          verb="Change the order for"
          missing={roleMissing(app, ['prescriber'])}
          onPress={() => void save()}
        />
      }
    >
      <p className={`${body['one']} ${body['say']}`}>
        The authorisation and the double check become void, and so does the label. Drug that is drawn up is
        wasted with a witness.
      </p>
    </CareSheet>
  );
}

import { useState } from 'react';
import type { SessionView } from '../../../../../contract/views/session.ts';
import { TextEntry } from '../../../../components/TextEntry.tsx';
import { errorText } from '../../../../errorText.ts';
import { useApp } from '../../../../hooks/useApp.tsx';
import { useStep } from '../../../../hooks/useStep.ts';
import body from '../../recovery/SheetBody.module.css';
import { CareSheet } from '../../running/CareSheet.tsx';
import { SecondPerson, useSecondPerson } from '../../running/SecondPerson.tsx';
import { firstMissing, roleMissing } from '../../running/sessionWords.ts';
import { SaveButton } from '../../sheets/SaveButton.tsx';

type DecideSheetProps = {
  readonly session: SessionView;
  readonly subject: string;
  readonly text: string;
  readonly onClose: () => void;
};

/** A prescriber lets the session go on, by an own PIN, and says why. It is printed under Overrides. */
export function DecideSheet({ session, subject, text, onClose }: DecideSheetProps) {
  const { app } = useApp();
  const step = useStep('checklist:decide');
  const prescriber = useSecondPerson();
  const [reason, setReason] = useState('');
  const needsProof = roleMissing(app, ['prescriber']) !== undefined;
  const save = async (): Promise<void> => {
    const proof = needsProof ? prescriber.proof : null;
    if (await step.send({ session: session.id, subject, reason, prescriber: proof })) onClose();
  };
  const missing = firstMissing(
    [reason.trim() === '', errorText({ kind: 'textMissing', field: 'reason' }, '')],
    [needsProof && prescriber.proof === null, 'The prescriber proves who they are.'],
  );
  return (
    <CareSheet
      session={session}
      title="A prescriber decides"
      head={text}
      onClose={onClose}
      typed={reason !== ''}
      failure={step.failure}
      save={<SaveButton session={session} missing={missing} onPress={() => void save()} />}
    >
      <div className={body['one']}>
        <TextEntry label="Reason to go on" value={reason} onType={setReason} autoFocus />
        {needsProof && (
          <SecondPerson
            label="Prescriber"
            state={prescriber}
            roles={['prescriber']}
            except={[app.user?.id]}
            failure={step.failure}
          />
        )}
      </div>
    </CareSheet>
  );
}

import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { usePlace } from '../../../hooks/usePlace.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import body from '../recovery/SheetBody.module.css';
import { CareSheet } from '../running/CareSheet.tsx';
import { firstMissing, roleMissing } from '../running/sessionWords.ts';
import { SaveButton } from './SaveButton.tsx';
import { WasteSheet } from './WasteSheet.tsx';

type CancelSheetProps = { readonly session: SessionView; readonly onClose: () => void };

/** T20: a session that will not start ends here, with a reason. Drug already drawn is wasted first. Source: UX 2.3. */
export function CancelSheet({ session, onClose }: CancelSheetProps) {
  const { app } = useApp();
  const { go } = usePlace();
  const [reason, setReason] = useState('');
  const [isWasting, setIsWasting] = useState(false);
  const step = useStep('session:cancel');
  const drawn = drawnDrugText(session);
  const save = async (): Promise<void> => {
    if (!(await step.send({ session: session.id, reason }))) return;
    onClose();
    go({ at: 'board' });
  };
  if (isWasting) return <WasteSheet session={session} onClose={() => setIsWasting(false)} />;
  const missing =
    roleMissing(app, ['nurse', 'prescriber']) ??
    firstMissing(
      [drawn !== null, 'The waste comes first.'],
      [reason.trim() === '', errorText({ kind: 'textMissing', field: 'reason' }, '')],
    );
  return (
    <CareSheet
      session={session}
      title="Cancel this session"
      head="Nothing was given. The record stays."
      onClose={onClose}
      typed={reason !== ''}
      failure={step.failure}
      save={<SaveButton session={session} verb="Cancel" missing={missing} onPress={() => void save()} />}
    >
      <div className={body['one']}>
        {drawn !== null && <DrawnDrug sentence={drawn} onWaste={() => setIsWasting(true)} />}
        <TextEntry
          label="Reason"
          value={reason}
          onType={setReason}
          lines={3}
          key={drawn}
          autoFocus={drawn === null}
        />
      </div>
    </CareSheet>
  );
}

type DrawnDrugProps = { readonly sentence: string; readonly onWaste: () => void };

function DrawnDrug({ sentence, onWaste }: DrawnDrugProps) {
  return (
    <>
      <p className={body['say']}>{sentence}</p>
      <div>
        <Button size="act" icon="syringe" onPress={onWaste} autoFocus>
          Record waste
        </Button>
      </div>
    </>
  );
}

/** The sentence of the refusal before it comes, from the balance the answer already holds. */
function drawnDrugText({ reconciliation }: SessionView): string | null {
  if (!reconciliation || reconciliation.balances) return null;
  const { syringe, vial } = reconciliation.left;
  return errorText({ kind: 'drawnDrugFirst', drawn: syringe, inVial: vial }, '');
}

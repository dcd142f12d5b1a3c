import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import body from '../recovery/SheetBody.module.css';
import { CareSheet } from '../running/CareSheet.tsx';
import { SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { firstMissing, roleMissing } from '../running/sessionWords.ts';
import { SaveButton } from './SaveButton.tsx';

type DiscrepancySheetProps = { readonly session: SessionView; readonly onClose: () => void };

const LONG = { lines: 3, maxLength: 1_000 } as const;

/** A remainder that stays: two people and a text are the only way past it. Source: DESIGN 8, UX 2.3 T18. */
export function DiscrepancySheet({ session, onClose }: DiscrepancySheetProps) {
  const { app } = useApp();
  const step = useStep('waste:recordDiscrepancy');
  const witness = useSecondPerson();
  const [text, setText] = useState('');
  const save = async (): Promise<void> => {
    if (!witness.proof) return;
    if (await step.send({ session: session.id, text, witness: witness.proof })) onClose();
  };
  const missing =
    roleMissing(app, CHECKERS) ??
    firstMissing(
      [text.trim() === '', 'Say what became of it.'],
      [!witness.proof, 'The witness proves who they are.'],
    );
  const unaccounted = session.reconciliation?.unaccounted;
  return (
    <CareSheet
      session={session}
      title="Record the discrepancy"
      head={unaccounted && `${formatQuantityText(unaccounted)} is not accounted for.`}
      onClose={onClose}
      typed={`${text}${witness.secret}` !== ''}
      failure={step.failure}
      save={<SaveButton session={session} missing={missing} onPress={() => void save()} />}
    >
      <div className={body['one']}>
        <TextEntry label="What became of it" value={text} onType={setText} {...LONG} autoFocus />
        <SecondPerson
          label="Witness"
          state={witness}
          roles={CHECKERS}
          except={[app.user?.id]}
          failure={step.failure}
        />
      </div>
    </CareSheet>
  );
}

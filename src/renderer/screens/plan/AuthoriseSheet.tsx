import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { patientName } from '../../components/patientName.ts';
import { SecretField } from '../../components/SecretField.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { useStep } from '../../hooks/useStep.ts';
import styles from './AuthoriseSheet.module.css';
import { overrideReasonsFor } from './overrideReasons.ts';
import { PlanBanner } from './PlanBanner.tsx';
import { signedAmount, signedInWords } from './signedInWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

type AuthoriseSheetProps = { readonly plan: PlanInHand; readonly onClose: () => void };

/** T2: the prescriber signs the order as it stands on screen, proved once more by passphrase. */
export function AuthoriseSheet({ plan, onClose }: AuthoriseSheetProps) {
  const [passphrase, setPassphrase] = useState('');
  const { sign, failure } = useSigning(plan, passphrase);
  const { view, entry } = plan;
  const order = signedInWords(plan);
  if (order === null) return null;
  const patient = patientName(view.patient);
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Authorise ${signedAmount(plan)} for ${patient}`}
      banner={<PlanBanner view={view} chair={entry.typed.chair} />}
      footer={
        <ActionBar
          groups={[
            <Button key="close" size="act" onPress={onClose}>
              Do not authorise
            </Button>,
          ]}
          end={
            <Button
              size="act"
              variant="primary"
              icon="lock"
              missing={passphrase === '' ? 'The passphrase is not entered.' : undefined}
              onPress={sign}
            >
              {`Authorise ${order}`}
            </Button>
          }
        />
      }
    >
      <Prompt order={order} passphrase={passphrase} failure={failure} onType={setPassphrase} onEnter={sign} />
    </Sheet>
  );
}

/** Saves what is unsaved, then signs exactly that; on success the order goes to paper. */
function useSigning(plan: PlanInHand, passphrase: string) {
  const { go } = usePlace();
  const authorising = useStep('plan:authorise');
  const signSaved = async (): Promise<void> => {
    const saved = await plan.save();
    if (!saved || saved.session === null) return;
    const { session, position } = saved;
    const overrideReasons = overrideReasonsFor(plan.rules, plan.reasons);
    const signed = await authorising.send({ session, position, overrideReasons, passphrase });
    if (signed) go({ at: 'orderSheet', session });
  };
  const sign = (): void => {
    if (passphrase !== '') void signSaved();
  };
  return { sign, failure: plan.failure ?? authorising.failure };
}

type PromptProps = {
  readonly order: string;
  readonly passphrase: string;
  readonly failure: Failure | null;
  readonly onType: (passphrase: string) => void;
  readonly onEnter: () => void;
};

/** The amount stands in the prompt: nobody signs a form without reading what it gives. */
function Prompt({ order, passphrase, failure, onType, onEnter }: PromptProps) {
  const { zone } = useApp().clock;
  const sentence = failure ? errorText(failure, zone) : undefined;
  const isWrongSecret = failure?.kind === 'wrongSecret';
  return (
    <div className={styles['body']}>
      <p className={styles['order']}>{order}</p>
      <p className={styles['after']}>
        From here on the plan is closed to everyone but you until two people have entered it.
      </p>
      <div className={styles['secret']}>
        <SecretField
          label="Your passphrase"
          size="field"
          value={passphrase}
          onType={onType}
          onEnter={onEnter}
          refusal={isWrongSecret ? sentence : undefined}
          autoFocus
        />
      </div>
      {sentence !== undefined && !isWrongSecret && (
        <FailureNote tone={failure?.kind === 'notSaved' ? 'stop' : 'warn'}>{sentence}</FailureNote>
      )}
    </div>
  );
}

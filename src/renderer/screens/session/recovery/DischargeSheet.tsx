import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { DischargeNeed } from '../../../../core/session/events.ts';
import { DISCHARGE_NEED_WORDS } from '../../../../core/session/words.ts';
import { Icon } from '../../../components/Icon.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { effectText } from '../../../documents/words.ts';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { firstMissing, roleMissing } from '../running/sessionWords.ts';
import { SaveButton } from '../sheets/SaveButton.tsx';
import { observedMinutes } from './dischargeNeeds.ts';
import { needText, openEffects } from './recoveryWords.ts';
import styles from './SheetBody.module.css';

type DischargeSheetProps = {
  readonly session: SessionView;
  /** Empty where only open effects have to be handed over. */
  readonly unmet: readonly DischargeNeed[];
  readonly onClose: () => void;
};

const DECIDER = { label: 'Prescriber', roles: ['prescriber'] } as const;
const REASON = { label: 'Reason', lines: 3, emptyWord: 'Why the patient can go now' } as const;

/** What is left open when the patient goes, and who answers for it: a prescriber with a reason, the effects by name. */
export function DischargeSheet({ session, unmet, onClose }: DischargeSheetProps) {
  const { app } = useApp();
  const step = useStep('recovery:discharge');
  const prescriber = useSecondPerson();
  const [reason, setReason] = useState('');
  const needsDecision = unmet.length > 0;
  const needsPrescriber = needsDecision && roleMissing(app, ['prescriber']) !== undefined;
  const save = async (): Promise<void> => {
    const proof = needsPrescriber ? prescriber.proof : null;
    const decided = { prescriber: proof, reason: needsDecision ? reason : null };
    if (await step.send({ session: session.id, ...decided })) onClose();
  };
  const missing = firstMissing(
    [needsDecision && reason.trim() === '', errorText({ kind: 'textMissing', field: 'reason' }, '')],
    [needsPrescriber && !prescriber.proof, 'The prescriber proves who they are.'],
  );
  return (
    <CareSheet
      session={session}
      title={needsDecision ? 'Prescriber decides' : 'Hand over and discharge'}
      onClose={onClose}
      typed={`${reason}${prescriber.secret}` !== ''}
      failure={step.failure}
      save={<SaveButton session={session} verb="Discharge" missing={missing} onPress={() => void save()} />}
    >
      <div className={styles['two']}>
        <LeftOpen session={session} unmet={unmet} />
        {needsDecision && <TextEntry {...REASON} value={reason} onType={setReason} autoFocus />}
        {needsPrescriber && (
          <div className={styles['whole']}>
            <SecondPerson {...DECIDER} state={prescriber} except={[app.user?.id]} failure={step.failure} />
          </div>
        )}
      </div>
    </CareSheet>
  );
}

function LeftOpen({ session, unmet }: Pick<DischargeSheetProps, 'session' | 'unmet'>) {
  const { clock } = useApp();
  const minutes = observedMinutes(session, clock);
  const handedOver = openEffects(session).map(({ effect, severity }) => effectText(effect, severity));
  return (
    <div>
      {unmet.length > 0 && (
        <ul className={styles['list']} aria-label="Not met">
          {unmet.map((need) => (
            <li key={need}>
              <Icon name="cross" size={16} />
              <span>
                {DISCHARGE_NEED_WORDS[need]}{' '}
                <span className={styles['detail']}>{needText(need, session, minutes)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {handedOver.length > 0 && (
        <p
          className={styles['say']}
        >{`Handed over to whoever takes the patient home: ${handedOver.join(', ')}.`}</p>
      )}
    </div>
  );
}

import { useRef } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES, pumpRateRule } from '../../../../core/session/entryRules.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { OwnView } from '../prepare/OwnView.tsx';
import { useKeypad } from '../prepare/useKeypad.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { type Proof, SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing } from '../running/sessionWords.ts';
import { useTypedNumber } from '../running/typedNumber.ts';

type ContainerCheckViewProps = {
  readonly session: SessionView;
  readonly noun: string;
  readonly failure: Failure | null;
  readonly onTyped: () => void;
  readonly onClose: () => void;
  readonly onSave: (checker: Proof, readBack: string) => Promise<void>;
};

/** The checker's own view: the pump's display is the only source, and no rate is in the page. Source: UX 2.3 T14. */
export function ContainerCheckView({ session, noun, failure, onTyped, ...props }: ContainerCheckViewProps) {
  const { app } = useApp();
  const checker = useSecondPerson();
  const rule = session.plan ? pumpRateRule(session.plan.pump) : FIELD_RULES.pumpRate;
  const rate = useTypedNumber(rule, onTyped);
  const pad = useKeypad([{ name: 'rate', label: 'Rate, mL/h' }]);
  const saveButton = useRef<HTMLButtonElement>(null);
  const again = failure?.kind === 'readBackDiffers';
  const missing = firstMissing(
    [checker.proof === null, 'The checker is not named and proved yet.'],
    [!rate.entered, 'Rate is not entered.'],
    [again, 'Check the pump, then read and enter it again.'],
  );
  return (
    <OwnView
      session={session}
      title="Pump read-back"
      note={`Look at the new ${noun} and its label, then read the pump. The expected value is not shown here.`}
      failure={failure}
      onClose={props.onClose}
      keypad={pad.keypad}
      save={
        <SaveButton ref={saveButton} missing={missing} onSave={() => props.onSave(checker.proof, rate.value)}>
          {`Change the ${noun} of ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <SecondPerson
        label="Checked by"
        state={checker}
        roles={CHECKERS}
        except={[app.user?.id]}
        failure={failure}
        onEnter={() => pad.focus('rate')}
      />
      <NumberField
        {...rate.field}
        {...pad.fieldFor('rate')}
        label="Rate"
        hint="read the pump"
        blind
        onNext={() => focusAfterKey(saveButton)}
      />
    </OwnView>
  );
}

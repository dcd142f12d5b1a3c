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

type StageReadViewProps = {
  readonly session: SessionView;
  readonly name: string;
  /** A higher rate is read by another person. */
  readonly isRise: boolean;
  readonly failure: Failure | null;
  readonly onTyped: () => void;
  readonly onClose: () => void;
  readonly onSave: (reader: Proof, rate: string, volume: string) => Promise<void>;
};

/** What the pump shows as it is set for a stage: its display is the only source, and no number of the order is in the page. */
export function StageReadView({ session, name, isRise, failure, onTyped, ...props }: StageReadViewProps) {
  const { app } = useApp();
  const reader = useSecondPerson();
  const rate = useTypedNumber(session.plan ? pumpRateRule(session.plan.pump) : FIELD_RULES.pumpRate, onTyped);
  const volume = useTypedNumber(FIELD_RULES.volumeToGive, onTyped);
  const pad = useKeypad([
    { name: 'rate', label: 'Rate, mL/h' },
    { name: 'volume', label: 'Volume limit, mL' },
  ]);
  const saveButton = useRef<HTMLButtonElement>(null);
  const missing = firstMissing(
    [isRise && reader.proof === null, 'A rise is read by another person. Name the reader.'],
    [!rate.entered, 'Rate is not entered.'],
    [!volume.entered, 'Volume limit is not entered.'],
    [failure?.kind === 'readBackDiffers', 'Check the pump, then read and enter it again.'],
  );
  const save = (): Promise<void> => props.onSave(isRise ? reader.proof : null, rate.value, volume.value);
  return (
    <OwnView
      session={session}
      title="Pump read-back"
      note="Read the pump. The expected values are not shown here."
      failure={failure}
      onClose={props.onClose}
      keypad={pad.keypad}
      save={
        <SaveButton ref={saveButton} missing={missing} onSave={save}>
          {`Begin the ${name} of ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      {isRise ? (
        <SecondPerson
          label="Read by"
          state={reader}
          roles={CHECKERS}
          except={[app.user?.id]}
          failure={failure}
          onEnter={() => pad.focus('rate')}
        />
      ) : (
        <p>The rate falls: whoever sets the pump may read it.</p>
      )}
      <NumberField
        {...rate.field}
        {...pad.fieldFor('rate')}
        label="Rate"
        hint="read the pump"
        blind
        onNext={() => pad.focus('volume')}
      />
      <NumberField
        {...volume.field}
        {...pad.fieldFor('volume')}
        label="Volume limit"
        hint="read the pump"
        blind
        onNext={() => focusAfterKey(saveButton)}
      />
    </OwnView>
  );
}

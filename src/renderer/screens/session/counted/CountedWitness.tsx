import { useRef } from 'react';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { OwnView } from '../prepare/OwnView.tsx';
import { useKeypad } from '../prepare/useKeypad.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing } from '../running/sessionWords.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import type { CountedProps } from './countedSteps.ts';

type CountedWitnessProps = Pick<CountedProps, 'session' | 'preparation'> & { readonly onClose: () => void };

/** The witness's view: who they are and the one volume, and no trace of what the preparer typed. Source: UX 3.9. */
export function CountedWitness({ session, preparation, onClose }: CountedWitnessProps) {
  const { app } = useApp();
  const step = useStep('doses:witness');
  const person = useSecondPerson();
  const volume = useTypedNumber(FIELD_RULES.drawnVolume, step.clear);
  const pad = useKeypad([{ name: 'drawn', label: 'Volume drawn, mL' }]);
  const saveButton = useRef<HTMLButtonElement>(null);
  const preparers = [preparation.vial, preparation.drawn].map((made) => made?.done.by.id);
  const disagrees = step.failure?.kind === 'witnessDisagrees';
  const missing = firstMissing(
    [person.proof === null, 'Witness is not named and proved yet.'],
    [!volume.entered, 'Volume drawn is not entered.'],
    [disagrees, 'Read it and the vial again, then enter again.'],
  );
  const save = (): void => {
    if (person.proof)
      void step.send({ session: session.id, witness: person.proof, volumeDrawn: volume.value });
  };
  return (
    <OwnView
      session={session}
      title="Witness"
      note="Read what is filled and the vial. The value is not shown here."
      failure={step.failure}
      keypad={pad.keypad}
      onClose={onClose}
      save={
        <SaveButton ref={saveButton} onSave={save} missing={missing}>
          {`Save for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <SecondPerson
        label="Witness"
        state={person}
        roles={CHECKERS}
        except={[app.user?.id, ...preparers]}
        failure={step.failure}
        onEnter={() => pad.focus('drawn')}
      />
      <NumberField
        {...volume.field}
        {...pad.fieldFor('drawn')}
        label="Volume drawn"
        hint="read the vial and the syringe"
        blind
        onNext={() => focusAfterKey(saveButton)}
      />
    </OwnView>
  );
}

import { type ReactNode, useRef } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { EntryRule } from '../../../../core/quantity/parseEntry.ts';
import type { Unit } from '../../../../core/quantity/quantity.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { type Proof, SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing } from '../running/sessionWords.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import { OwnView } from './OwnView.tsx';
import { useKeypad } from './useKeypad.tsx';

/** A value that is read from a thing in the hand and typed blind. */
export type OwnReading = {
  readonly label: string;
  /** With its unit, for the keypad. */
  readonly keypad: string;
  readonly hint: string;
  readonly rule: EntryRule<Unit>;
};

type OwnReadingsProps = {
  readonly session: SessionView;
  readonly title: string;
  readonly note: string;
  readonly facts?: readonly ReactNode[];
  /** What the person is here for, and who cannot be it. */
  readonly person: string;
  readonly except: readonly (string | undefined)[];
  readonly readings: readonly [OwnReading, OwnReading];
  readonly failure: Failure | null;
  /** After a disagreement: both are read and entered again before anything more is sent. */
  readonly again: string | undefined;
  readonly onTyped: () => void;
  readonly onSave: (person: NonNullable<Proof>, first: string, second: string) => void;
  readonly onClose: () => void;
};

/** One person's own view: who they are, and two values read and typed without sight of any other. */
export function OwnReadings(props: OwnReadingsProps) {
  const { readings, failure } = props;
  const own = useOwnReadings(props);
  const { person, first, second, fieldFor, focus } = own;
  const saveButton = useRef<HTMLButtonElement>(null);
  return (
    <OwnView
      {...props}
      keypad={own.keypad}
      save={
        <SaveButton ref={saveButton} onSave={own.save} missing={own.missing}>
          {`Save for ${chairAndPatient(props.session)}`}
        </SaveButton>
      }
    >
      <SecondPerson
        label={props.person}
        state={person}
        roles={CHECKERS}
        except={props.except}
        failure={failure}
        onEnter={() => focus('first')}
      />
      <BlindNumber
        reading={readings[0]}
        {...first.field}
        {...fieldFor('first')}
        onNext={() => focus('second')}
      />
      <BlindNumber
        reading={readings[1]}
        {...second.field}
        {...fieldFor('second')}
        onNext={() => focusAfterKey(saveButton)}
      />
    </OwnView>
  );
}

function useOwnReadings({ readings, onTyped, again, ...props }: OwnReadingsProps) {
  const person = useSecondPerson();
  const first = useTypedNumber(readings[0].rule, onTyped);
  const second = useTypedNumber(readings[1].rule, onTyped);
  const pad = useKeypad([
    { name: 'first', label: readings[0].keypad },
    { name: 'second', label: readings[1].keypad },
  ]);
  const missing = firstMissing(
    [person.proof === null, `${props.person} is not named and proved yet.`],
    [!first.entered, `${readings[0].label} is not entered.`],
    [!second.entered, `${readings[1].label} is not entered.`],
    [again !== undefined, again ?? ''],
  );
  const save = (): void => {
    if (person.proof) props.onSave(person.proof, first.value, second.value);
  };
  return { person, first, second, missing, save, ...pad };
}

type BlindNumberProps = Omit<Parameters<typeof NumberField>[0], 'label' | 'hint' | 'blind'> & {
  readonly reading: OwnReading;
};

function BlindNumber({ reading, ...field }: BlindNumberProps) {
  return <NumberField {...field} label={reading.label} hint={reading.hint} blind />;
}

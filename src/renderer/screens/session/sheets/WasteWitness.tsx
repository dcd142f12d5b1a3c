import { type ComponentProps, type RefObject, useEffect, useRef } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { ShownAmount } from '../../../../core/quantity/shownAmount.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { Button } from '../../../components/Button.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { OwnView } from '../prepare/OwnView.tsx';
import { useKeypad } from '../prepare/useKeypad.tsx';
import { SecondPerson, useSecondPerson } from '../running/SecondPerson.tsx';
import { chairAndPatient, firstMissing } from '../running/sessionWords.ts';
import { useTypedAmounts } from './useTypedAmounts.ts';
import { type Amounts, amountsOf, WASTE_LABELS, type WastePlace } from './wasteAmounts.ts';

type WasteWitnessProps = {
  readonly session: SessionView;
  readonly places: readonly [WastePlace, ...WastePlace[]];
  readonly failure: Failure | null;
  readonly onSave: (typed: Amounts, witness: { user: string; secret: string }) => void;
  readonly onClose: () => void;
};

const NOT_PROVED = 'The witness proves who they are.';
const NOT_ENTERED = 'Type what you see wasted from each place, and enter it.';

/** The witness's own view: what is typed is what is seen, without the record's amounts or the first person's. */
export function WasteWitness({ session, places, failure, onSave, onClose }: WasteWitnessProps) {
  const { app } = useApp();
  const unit = session.reconciliation?.amount ?? 'mg';
  const typed = useTypedAmounts(unit);
  const witness = useSecondPerson();
  const save = useRef<HTMLButtonElement>(null);
  const pad = useWastePad(places, unit, save);
  const press = (): void => {
    if (witness.proof) onSave(amountsOf(typed, places), witness.proof);
  };
  const entered = places.every((place) => typed[place].entered);
  const missing = firstMissing([!witness.proof, NOT_PROVED], [!entered, NOT_ENTERED]);
  return (
    <OwnView
      session={session}
      title="Witness of the waste"
      note="Type what you see. No amount is shown here."
      facts={[`First amounts typed by ${app.user?.name ?? ''}`]}
      failure={failure}
      keypad={pad.keypad}
      onClose={onClose}
      save={
        <Button ref={save} size="act" variant="primary" missing={missing} onPress={press}>
          {`Save for ${chairAndPatient(session)}`}
        </Button>
      }
    >
      <WitnessPerson state={witness} failure={failure} onEnter={() => pad.focus(places[0])} />
      {places.map((place, index) => (
        <NumberField
          key={place}
          {...typed[place].field}
          {...pad.fieldFor(place)}
          {...blindField(place, index)}
          onNext={() => pad.next(place)}
        />
      ))}
    </OwnView>
  );
}

type WitnessPersonProps = Pick<ComponentProps<typeof SecondPerson>, 'state' | 'failure' | 'onEnter'>;

/** Who witnesses comes first, and the work of this view begins there. */
function WitnessPerson(props: WitnessPersonProps) {
  const { app } = useApp();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => fields.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={fields}>
      <SecondPerson {...props} label="Witness" roles={CHECKERS} except={[app.user?.id]} />
    </div>
  );
}

/** The keypad of the amounts; the last one hands the focus on to the save, which is a press of its own. */
function useWastePad(
  places: WasteWitnessProps['places'],
  unit: ShownAmount,
  save: RefObject<HTMLButtonElement | null>,
) {
  const [first, ...others] = places;
  const padField = (place: WastePlace) => ({ name: place, label: `${WASTE_LABELS[place]}, ${unit}` });
  const pad = useKeypad([padField(first), ...others.map(padField)]);
  const next = (place: WastePlace): void => {
    const after = places[places.indexOf(place) + 1];
    if (after) pad.focus(after);
    else save.current?.focus();
  };
  return { ...pad, next };
}

function blindField(place: WastePlace, index: number) {
  return { blind: true, number: index + 1, label: WASTE_LABELS[place] };
}

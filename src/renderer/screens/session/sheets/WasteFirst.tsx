import { useRef } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { ReconciliationView, SessionView } from '../../../../contract/views/session.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { Button } from '../../../components/Button.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import type { FieldHandle } from '../../../components/typing.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import body from '../recovery/SheetBody.module.css';
import { CareSheet } from '../running/CareSheet.tsx';
import { firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useTypedAmounts } from './useTypedAmounts.ts';
import {
  type Amounts,
  amountsOf,
  isNothing,
  leftText,
  moreThanLeftText,
  WASTE_LABELS,
  type WastePlace,
} from './wasteAmounts.ts';

type WasteFirstProps = {
  readonly session: SessionView;
  readonly balance: ReconciliationView;
  readonly places: readonly WastePlace[];
  readonly failure: Failure | null;
  readonly onHandOver: (typed: Amounts) => void;
  readonly onDiscrepancy: () => void;
  readonly onClose: () => void;
};

/** The first person's view: what the record says is left, and what is really there to be wasted. */
export function WasteFirst(props: WasteFirstProps) {
  const { session, balance, places } = props;
  const { app } = useApp();
  const typed = useTypedAmounts(balance.amount);
  const amounts = amountsOf(typed, places);
  const tooMuch = places.map((place) => moreThanLeftText(place, typed[place].value, balance));
  const entered = places.every((place) => typed[place].entered);
  const nothing = entered && isNothing(amounts);
  const missing =
    roleMissing(app, CHECKERS) ??
    firstMissing([!entered, 'Type what is wasted from each place, and enter it.']) ??
    tooMuch.find((text) => text !== undefined) ??
    firstMissing([nothing, 'There is nothing to witness.']);
  return (
    <CareSheet
      session={session}
      title="Record waste"
      head={leftText(balance, places)}
      onClose={props.onClose}
      typed={places.some((place) => typed[place].value !== '')}
      failure={props.failure}
      save={
        <Button size="act" variant="primary" missing={missing} onPress={() => props.onHandOver(amounts)}>
          Go on to the witness
        </Button>
      }
    >
      <div className={body['three']}>
        <WasteFields places={places} typed={typed} balance={balance} tooMuch={tooMuch} />
        {nothing && session.recovery && <NothingThere onDiscrepancy={props.onDiscrepancy} />}
      </div>
    </CareSheet>
  );
}

/** Drug that is not there to be wasted must not bar the way to a signature for ever. */
function NothingThere({ onDiscrepancy }: Pick<WasteFirstProps, 'onDiscrepancy'>) {
  return (
    <div className={body['whole']}>
      <p>What is missing and cannot be wasted is a discrepancy: two people say in words what became of it.</p>
      <Button onPress={onDiscrepancy}>Record the discrepancy</Button>
    </div>
  );
}

type WasteFieldsProps = Pick<WasteFirstProps, 'places' | 'balance'> & {
  readonly typed: ReturnType<typeof useTypedAmounts>;
  readonly tooMuch: readonly (string | undefined)[];
};

function WasteFields({ places, typed, balance, tooMuch }: WasteFieldsProps) {
  const fields = useRef(new Map<WastePlace, FieldHandle>());
  return places.map((place, index) => {
    const after = places[index + 1];
    return (
      <NumberField
        key={place}
        ref={(field) => {
          if (field) fields.current.set(place, field);
          else fields.current.delete(place);
        }}
        label={WASTE_LABELS[place]}
        {...typed[place].field}
        refusal={tooMuch[index]}
        onNext={() => after && fields.current.get(after)?.focus()}
        autoFocus={index === 0}
      >
        <span>
          of <Quantity value={balance.left[place]} /> left
        </span>
      </NumberField>
    );
  });
}

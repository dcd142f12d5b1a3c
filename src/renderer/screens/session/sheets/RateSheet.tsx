import { useRef } from 'react';
import { CHECKERS, type Role } from '../../../../core/session/roles.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { CareSheet } from '../running/CareSheet.tsx';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import {
  type RateChange,
  type RunningInfusion,
  rateMissing,
  saveRate,
  useRateChange,
} from '../running/rateChange.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { SecondPerson, type SecondPersonState } from '../running/SecondPerson.tsx';
import { chairAndPatient, roleMissing } from '../running/sessionWords.ts';
import type { SheetProps } from '../running/sheetProps.ts';
import styles from './RateSheet.module.css';
import { ConsideredRate } from './RateSheetConsidered.tsx';
import { RateReasonFields } from './RateSheetReason.tsx';
import { RateSteps } from './RateSheetSteps.tsx';

/** T10: a new rate. Needs an infusion and an open plan, which a running session has. */
export function RateSheet({ session, onClose }: SheetProps) {
  const { infusion, plan } = session;
  return infusion && plan ? (
    <OpenRateSheet session={session} infusion={infusion} plan={plan} onClose={onClose} />
  ) : null;
}

function OpenRateSheet({ onClose, ...running }: RunningInfusion & Pick<SheetProps, 'onClose'>) {
  const { app } = useApp();
  const change = useRateChange(running);
  const { session, infusion } = running;
  const { rate, considered } = change;
  const saveButton = useRef<HTMLButtonElement>(null);
  const save = async (): Promise<void> => {
    if (await saveRate(change, session.id)) onClose();
  };
  return (
    <CareSheet
      session={session}
      title="Change the rate"
      onClose={onClose}
      typed={change.typed}
      head={considered && <ConsideredRate {...running} considered={considered} />}
      failure={change.step.failure}
      save={
        <SaveButton
          ref={saveButton}
          onSave={save}
          missing={roleMissing(app, ['nurse', 'prescriber']) ?? rateMissing(change, running)}
        >
          {`Change the rate of ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <div className={styles['body']}>
        <div className={styles['choose']}>
          <RateSteps infusion={infusion} rate={rate} />
          <NumberField {...rate.field} label="Or type the new rate" echo />
        </div>
        <FailureLine failure={change.consideredFailure} />
        <RateReasonFields why={change.why} onChange={change.setWhy} />
        <PumpAfter change={change} onDone={() => focusAfterKey(saveButton)} />
      </div>
    </CareSheet>
  );
}

type PumpAfterProps = { readonly change: RateChange; readonly onDone: () => void };

/** The pump is set first and then read; a rise is read by another person, and a prescriber orders what is outside. */
function PumpAfter({ change, onDone }: PumpAfterProps) {
  const { considered, readBack } = change;
  return (
    <div className={styles['pump']}>
      <NumberField
        {...readBack.field}
        label="Pump shows"
        hint={considered?.isRise ? 'the other person reads and types' : 'set the pump, then read it'}
        onNext={onDone}
      />
      {considered?.isRise && (
        <Second label="Read by" person={change.reader} roles={CHECKERS} change={change} onDone={onDone} />
      )}
      {considered?.prescriberNeeded && (
        <Second
          label="Ordered by prescriber"
          person={change.prescriber}
          roles={['prescriber']}
          change={change}
          onDone={onDone}
        />
      )}
    </div>
  );
}

type SecondProps = PumpAfterProps & {
  readonly label: string;
  readonly person: SecondPersonState;
  readonly roles: readonly Role[];
};

function Second({ label, person, roles, change, onDone }: SecondProps) {
  const { app } = useApp();
  return (
    <fieldset className={styles['second']} aria-label={label}>
      <SecondPerson
        label={label}
        state={person}
        roles={roles}
        except={[app.user?.id]}
        failure={change.step.failure}
        onEnter={onDone}
      />
    </fieldset>
  );
}

import { useState } from 'react';
import type { ClinicSettings } from '../../../contract/views/staff.ts';
import { Button } from '../../components/Button.tsx';
import { CheckRow } from '../../components/CheckRow.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { Panel } from '../keeping/Panel.tsx';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { isAboutSecret } from '../session/running/SecondPerson.tsx';

/** Mirrors the contract, which decides. Source: UX 3.1. */
const MOST_MINUTES = 15;
const MINUTES = Array.from({ length: MOST_MINUTES }, (_, index) => index + 1);

/** How long this desk stays open untouched, and for the director whether one person may make both entries. */
export function SettingsPanel({ settings }: { readonly settings: ClinicSettings }) {
  const { app, clock } = useApp();
  const [typed, setTyped] = useState<ClinicSettings>(settings);
  const [passphrase, setPassphrase] = useState('');
  const step = useStep('settings:change');
  const isSame =
    typed.lockAfterMinutes === settings.lockAfterMinutes && typed.oneClinician === settings.oneClinician;
  const missing = isSame ? 'Nothing is changed.' : passphrase === '' ? 'Type your passphrase.' : undefined;
  const save = async (): Promise<void> => {
    if (missing === undefined && (await step.send({ settings: typed, passphrase }))) setPassphrase('');
  };
  const wrong = isAboutSecret(step.failure) ? errorText(step.failure, clock.zone) : undefined;
  return (
    <Panel title="This desk">
      <SelectField
        label="Locks when nobody touches it for"
        choices={MINUTES.map((minutes) => ({ id: `${minutes}`, label: `${minutes} min` }))}
        chosen={`${typed.lockAfterMinutes}`}
        onChoose={(minutes) => setTyped({ ...typed, lockAfterMinutes: Number(minutes) })}
      />
      {app.user?.roles.includes('director') ? (
        <CheckRow
          label="One-clinician mode"
          detail="one person may make both entries, 5 min apart and in another order; printed NOT INDEPENDENT. A witness is always a second person."
          state={typed.oneClinician ? 'met' : 'unmet'}
          onChange={(oneClinician) => setTyped({ ...typed, oneClinician })}
        />
      ) : (
        <p>{`One-clinician mode is ${settings.oneClinician ? 'on' : 'off'}. A medical director decides that.`}</p>
      )}
      <SecretField
        label="Your passphrase"
        value={passphrase}
        onType={setPassphrase}
        onEnter={() => void save()}
        refusal={wrong}
      />
      {wrong === undefined && <FailureLine failure={step.failure} />}
      <Button missing={missing} onPress={() => void save()}>
        Save the settings
      </Button>
    </Panel>
  );
}

import { useState } from 'react';
import { LOCK_MINUTES } from '../../../contract/typedBounds.ts';
import type { ClinicSettings } from '../../../contract/views/staff.ts';
import { Button } from '../../components/Button.tsx';
import { CheckRow } from '../../components/CheckRow.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { isAboutSecret } from '../session/running/SecondPerson.tsx';

const { least, most } = LOCK_MINUTES;
const MINUTES = Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** Source: UX 0.4, who signs. */
const SIGNATURE_WORDS = {
  both: 'nurse, then prescriber',
  either: 'nurse or prescriber, one is enough',
} as const;

/** How long this desk stays open untouched, and for the director who signs and whether one person may make both entries. */
export function SettingsPanel({ settings }: { readonly settings: ClinicSettings }) {
  const { app, clock } = useApp();
  const [typed, setTyped] = useState<ClinicSettings>(settings);
  const [passphrase, setPassphrase] = useState('');
  const step = useStep('settings:change');
  const isSame = (Object.keys(settings) as (keyof ClinicSettings)[]).every(
    (name) => typed[name] === settings[name],
  );
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
        <>
          <SelectField
            label="A record is signed by"
            choices={(['both', 'either'] as const).map((id) => ({ id, label: SIGNATURE_WORDS[id] }))}
            chosen={typed.signatures}
            onChoose={(id) => setTyped({ ...typed, signatures: id === 'either' ? 'either' : 'both' })}
          />
          <CheckRow
            label="One-clinician mode"
            detail="one person may make both entries, 5 min apart and in another order; printed NOT INDEPENDENT. A witness is always a second person."
            state={typed.oneClinician ? 'met' : 'unmet'}
            onChange={(oneClinician) => setTyped({ ...typed, oneClinician })}
          />
        </>
      ) : (
        <p>{`A record is signed by ${SIGNATURE_WORDS[settings.signatures]}. One-clinician mode is ${settings.oneClinician ? 'on' : 'off'}. A medical director decides both.`}</p>
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

import { useState } from 'react';
import type { Restored } from '../../../contract/views/keeping.ts';
import { Button } from '../../components/Button.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { eventsText } from './keepingWords.ts';
import styles from './Panel.module.css';
import { Panel } from './Panel.tsx';

/** An export, opened beside the record into a new file. The record itself is never replaced. */
export function RestoreForm({ names }: { readonly names: readonly string[] }) {
  const [name, setName] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [restored, setRestored] = useState<Restored | null>(null);
  const step = useStep('keeping:restore');
  const send = async (): Promise<void> => {
    if (name === null) return;
    const opened = await step.send({ name, passphrase });
    if (!opened) return;
    setRestored(opened);
    setPassphrase('');
  };
  return (
    <Panel title="Restore to a new file">
      <p className={styles['muted']}>
        Opens an export from the folder of documents into a new file beside the record, and says what is
        missing in it. The record that is open goes on as it is.
      </p>
      <SelectField
        label="Export"
        choices={names.map((each) => ({ id: each, label: each }))}
        chosen={name}
        noChoices="No export in the folder of documents"
        onChoose={setName}
      />
      <SecretField label="Passphrase of this export" value={passphrase} onType={setPassphrase} />
      <FailureLine failure={step.failure} />
      <Button missing={missingIn(name, passphrase, step.busy)} onPress={() => void send()}>
        Open beside the record
      </Button>
      <div role="status">
        {restored && (
          <>
            <p className={styles['big']}>{`${eventsText(restored.events)}, chain intact`}</p>
            <p>{gapText(restored)}</p>
            <p className={styles['path']}>{restored.path}</p>
          </>
        )}
      </div>
    </Panel>
  );
}

function gapText({ isOfThisRecord, missing }: Restored): string {
  if (!isOfThisRecord) return 'These are not the events of the record that is open here.';
  return missing === 0
    ? 'Every event of the record that is open is in it.'
    : `${eventsText(missing)} of the record that is open came later and are not in it.`;
}

function missingIn(name: string | null, passphrase: string, busy: boolean): string | undefined {
  if (busy) return 'It is being opened and checked.';
  if (name === null) return 'Choose an export.';
  return passphrase === '' ? 'Type its passphrase.' : undefined;
}

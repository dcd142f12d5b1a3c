import { useState } from 'react';
import type { Restored } from '../../../contract/views/keeping.ts';
import { Button } from '../../components/Button.tsx';
import { ChooseFile } from '../../components/ChooseFile.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { type ExportToOpen, useRestore } from '../../hooks/useRestore.ts';
import styles from '../Keeping.module.css';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { eventsText } from './keepingWords.ts';

/** Stands for the chosen file in the list: no export of the folder has such a name. */
const FROM_ELSEWHERE = '/';

/** What was chosen from elsewhere, and what it is called. */
type Elsewhere = { readonly label: string; readonly open: ExportToOpen };

/** An export, opened beside the record into a new file. The record itself is never replaced. */
export function RestoreForm({ names }: { readonly names: readonly string[] }) {
  const [name, setName] = useState<string | null>(null);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [restored, setRestored] = useState<Restored | null>(null);
  const restoring = useRestore();
  const chosen = name === FROM_ELSEWHERE ? (elsewhere?.open ?? null) : name === null ? null : { name };
  const send = async (): Promise<void> => {
    if (!chosen) return;
    const opened = await restoring.open(chosen, passphrase);
    if (!opened) return;
    setRestored(opened);
    setPassphrase('');
  };
  const take = (label: string, open: ExportToOpen): void => {
    setElsewhere({ label, open });
    setName(FROM_ELSEWHERE);
  };
  const isAskedElsewhere = async (): Promise<boolean> => {
    const asked = await restoring.ask();
    if (asked?.chosen) take(asked.chosen.name, asked.chosen);
    return asked !== null;
  };
  const choices = names.map((each) => ({ id: each, label: each }));
  return (
    <Panel
      title="Restore to a new file"
      note="Opens an export into a new file beside the record, and says what is missing in it. The record that is open goes on as it is."
    >
      <SelectField
        label="Export"
        choices={elsewhere ? [...choices, { id: FROM_ELSEWHERE, label: elsewhere.label }] : choices}
        chosen={name}
        noChoices="No export in the folder of documents"
        onChoose={setName}
      />
      <ChooseFile
        label="Export from elsewhere"
        accept=".infusiondesk"
        missing={restoring.busy ? 'An export is being opened.' : undefined}
        onChoose={(file) => take(file.name, { file })}
        isAskedElsewhere={isAskedElsewhere}
      >
        Choose a file from elsewhere
      </ChooseFile>
      <SecretField label="Passphrase of this export" value={passphrase} onType={setPassphrase} />
      {restoring.handedOver !== null && (
        <progress
          className={styles['progress']}
          aria-label="File taken over"
          value={restoring.handedOver}
          max={1}
        />
      )}
      <FailureLine failure={restoring.failure} />
      <Button missing={missingIn(chosen !== null, passphrase, restoring.busy)} onPress={() => void send()}>
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

function missingIn(isChosen: boolean, passphrase: string, busy: boolean): string | undefined {
  if (busy) return 'It is being opened and checked.';
  if (!isChosen) return 'Choose an export.';
  return passphrase === '' ? 'Type its passphrase.' : undefined;
}

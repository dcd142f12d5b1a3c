import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { useStep } from '../../hooks/useStep.ts';
import styles from '../Keeping.module.css';
import { FailureLine } from '../session/running/FailureLine.tsx';

const SHORTEST = 8;

/** A backup that leaves this computer, encrypted with a passphrase that only people keep. */
export function ExportForm() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [path, setPath] = useState<string | null>(null);
  const step = useStep('keeping:export');
  const send = async (): Promise<void> => {
    const made = await step.send({ passphrase });
    if (!made) return;
    setPath(made.path);
    setPassphrase('');
    setAgain('');
  };
  return (
    <Panel
      title="Export"
      note="A new backup, encrypted, to keep outside this computer. Without its passphrase nobody can open it: write it down and keep it apart from the file."
    >
      <SecretField label="Passphrase for this export" value={passphrase} onType={setPassphrase} />
      <SecretField label="The same passphrase again" value={again} onType={setAgain} />
      <FailureLine failure={step.failure} />
      <Button missing={missingIn(passphrase, again, step.busy)} onPress={() => void send()}>
        Export encrypted
      </Button>
      <p role="status" className={styles['path']}>
        {path !== null && `Exported to ${path}`}
      </p>
    </Panel>
  );
}

function missingIn(passphrase: string, again: string, busy: boolean): string | undefined {
  if (busy) return 'It is being made and encrypted.';
  if (passphrase.length < SHORTEST) return `Type a passphrase of at least ${SHORTEST} characters.`;
  return passphrase === again ? undefined : 'Type the same passphrase twice.';
}

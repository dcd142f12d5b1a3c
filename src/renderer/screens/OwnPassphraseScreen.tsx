import { ActionBar } from '../components/ActionBar.tsx';
import { Button } from '../components/Button.tsx';
import { TakeOver } from '../components/TakeOver.tsx';
import { useApp } from '../hooks/useApp.tsx';
import styles from './keeping/Sheet.module.css';
import { PassphraseForm } from './keys/PassphraseForm.tsx';

/** On a passphrase that an administrator chose nothing works but choosing an own one. */
export function OwnPassphraseScreen() {
  const { app, change } = useApp();
  return (
    <TakeOver
      banner={null}
      title="Choose your own passphrase"
      icon="person"
      note={app.user?.fullName ?? ''}
      training={app.file === 'training'}
      actions={
        <ActionBar
          groups={[
            <Button key="lock" size="act" shortcut="F8" onPress={() => void change('identity:lock', {})}>
              Lock
            </Button>,
          ]}
        />
      }
    >
      <div className={styles['body']}>
        <p>An administrator chose the one you signed in with. What you do here must be yours alone.</p>
        <PassphraseForm autoFocus onDone={() => undefined} />
      </div>
    </TakeOver>
  );
}

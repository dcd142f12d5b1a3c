import { useState } from 'react';
import { Panel, Panels } from '../components/Panel.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatCalendarDate, formatTime } from '../components/time.ts';
import { useApp } from '../hooks/useApp.tsx';
import { PassphraseForm } from './keys/PassphraseForm.tsx';
import { PinForm } from './keys/PinForm.tsx';

/** What a person signs in with: their passphrase, and the PIN that is enough for 12 h after it. Source: UX 3.1. */
export function KeysScreen() {
  const { app, clock } = useApp();
  const [done, setDone] = useState<'passphrase' | 'PIN' | null>(null);
  const { user } = app;
  return (
    <Screen
      head={<ScreenHead title="My keys" note={user?.fullName} clock={formatTime(clock.now, clock.zone)} />}
    >
      <Panels>
        <Panel
          title="PIN"
          note="Six digits for a quick change of person, for 12 h after your passphrase. Nobody else knows it, and nobody can look it up."
        >
          <PinForm onDone={() => setDone('PIN')} />
          <p role="status">{done === 'PIN' && 'Your PIN is changed.'}</p>
        </Panel>
        <Panel title="Passphrase" note="You type it at the start of a shift and whenever you sign.">
          <PassphraseForm onDone={() => setDone('passphrase')} />
          <p role="status">{done === 'passphrase' && 'Your passphrase is changed.'}</p>
        </Panel>
        {user?.licenceExpires && (
          <Panel title="Licence">
            <p>
              {user.licence} {user.licenceExpired ? 'expired on' : 'runs until'}{' '}
              {formatCalendarDate(user.licenceExpires)}
            </p>
            {user.licenceExpired && (
              <p>Nothing is signed or ordered under it. An administrator enters the new one.</p>
            )}
          </Panel>
        )}
      </Panels>
    </Screen>
  );
}

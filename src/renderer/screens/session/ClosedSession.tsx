import type { SessionView } from '../../../contract/views/session.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { breachText } from '../../errorTexts/breachText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { usePlace } from '../../hooks/usePlace.tsx';
import { CancelButton } from '../entry/CancelButton.tsx';
import { ClosedBanner } from '../entry/ClosedBanner.tsx';
import { HoldWaits } from '../entry/HoldWaits.tsx';
import { NextEntry } from '../entry/NextEntry.tsx';
import { ReopenButton } from '../entry/ReopenButton.tsx';
import { VoidNote } from '../entry/VoidNote.tsx';
import styles from '../entry/Waiting.module.css';

type ClosedSessionProps = { readonly session: SessionView };

/** A session whose plan's numbers are closed to this window: what waits, and for whom. Never a number of it. */
export function ClosedSession({ session }: ClosedSessionProps) {
  const { go } = usePlace();
  useKeys({ escape: () => go({ at: 'board' }) });
  return (
    <Screen
      banner={<ClosedBanner session={session} />}
      head={<ScreenHead title={TITLES[session.state] ?? 'Session'} note={session.protocol.title} />}
      actions={
        <ActionBar
          groups={[
            <CancelButton key="cancel" session={session} />,
            <ReopenButton key="reopen" session={session} />,
          ]}
          end={<AuthorActions session={session} />}
        />
      }
    >
      <div className={styles['waiting']}>
        <VoidNote session={session} />
        {session.state === 'PLANNED' && <PlanWaits session={session} />}
        {session.state === 'HELD' && <HoldWaits session={session} />}
        {(session.state === 'AUTHORISED' || session.state === 'ENTERED_A') && <NextEntry session={session} />}
      </div>
    </Screen>
  );
}

const TITLES: Partial<Record<SessionView['state'], string>> = {
  PLANNED: 'Plan',
  AUTHORISED: 'First entry',
  ENTERED_A: 'Second check',
  HELD: 'On hold',
};

/** Not signed yet, or no longer: the agreed values passed a limit the order had no reason for. */
function PlanWaits({ session }: ClosedSessionProps) {
  const { go } = usePlace();
  const { voidedFor } = session;
  return (
    <>
      <h2 className={styles['sentence']}>
        {voidedFor.length > 0
          ? 'The authorisation and the double check are void.'
          : 'This plan is not authorised.'}
      </h2>
      {voidedFor.length > 0 && (
        <ul className={styles['breaches']}>
          {voidedFor.map((breach) => (
            <li key={`${breach.side} ${breach.value}`}>{breachText(breach)}</li>
          ))}
        </ul>
      )}
      <p className={styles['muted']}>A prescriber authorises it. Whoever opens it cannot make an entry.</p>
      <div className={styles['buttons']}>
        <Button
          size="act"
          variant="primary"
          autoFocus
          onPress={() => go({ at: 'plan', patient: session.patient.id, session: session.id, chair: null })}
        >
          Open the plan
        </Button>
      </div>
    </>
  );
}

/** Whoever signed the order keeps two doors to it: the plan as signed, and the paper. */
function AuthorActions({ session }: ClosedSessionProps) {
  const { app } = useApp();
  const { go } = usePlace();
  if (session.state === 'PLANNED' || session.authorised?.by.id !== app.user?.id) return null;
  return (
    <>
      <Button
        size="act"
        onPress={() => go({ at: 'plan', patient: session.patient.id, session: session.id, chair: null })}
      >
        Open the plan
      </Button>
      <Button size="act" icon="print" onPress={() => go({ at: 'orderSheet', session: session.id })}>
        Order sheet
      </Button>
    </>
  );
}

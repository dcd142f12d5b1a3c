import { type ReactNode, useState } from 'react';
import type { CountedView, PlanView, SessionView } from '../../../contract/views/session.ts';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { formatTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { canDo } from '../board/chairCommands.ts';
import { CountedStart } from './counted/CountedStart.tsx';
import { CountedValues } from './counted/CountedValues.tsx';
import { AgreedValues } from './prepare/AgreedValues.tsx';
import { BaselinePanel } from './prepare/BaselinePanel.tsx';
import styles from './prepare/BeforeStart.module.css';
import { CancelActions } from './prepare/CancelActions.tsx';
import { answeredText, ChecklistPanel } from './prepare/checklist/ChecklistPanel.tsx';
import { PreparedPanel } from './prepare/PreparedPanel.tsx';
import { type ProgrammedPump, PumpPanel } from './prepare/PumpPanel.tsx';
import { ReadBackView } from './prepare/ReadBackView.tsx';
import { StartPanel } from './prepare/StartPanel.tsx';
import { SessionBanner } from './running/SessionBanner.tsx';
import { SessionSheet } from './SessionSheet.tsx';

/** P9: baseline, pump and start, once the label is on. Source: UX 3.10. */
export function BeforeStartScreen({ session }: { readonly session: SessionView }) {
  const { counted } = session;
  if (!counted) return <BeforePump session={session} />;
  return (
    <BeforeStart session={session}>
      <CountedStart session={session} counted={counted} />
    </BeforeStart>
  );
}

function BeforePump({ session }: { readonly session: SessionView }) {
  const [pump, setPump] = useState<ProgrammedPump>({ pump: '', programmedBy: null });
  const [readAgain, setReadAgain] = useState(false);
  const [isReading, setReading] = useState(false);
  if (isReading && pump.programmedBy !== null) {
    const close = (agreed: boolean): void => {
      setReading(false);
      if (agreed) setReadAgain(false);
    };
    return (
      <ReadBackView session={session} pump={pump.pump} programmedBy={pump.programmedBy} onClose={close} />
    );
  }
  return (
    <BeforeStart session={session}>
      <PumpPanel
        session={session}
        pump={pump}
        onPump={setPump}
        readAgain={readAgain}
        onReadAgain={() => setReadAgain(true)}
        onReadBack={() => setReading(true)}
      />
      <StartPanel session={session} isReadBack={session.readBack !== null && !readAgain} />
    </BeforeStart>
  );
}

type BeforeStartProps = { readonly session: SessionView; readonly children: ReactNode };

function BeforeStart({ session, children }: BeforeStartProps) {
  const { app, clock } = useApp();
  const [sheet, setSheet] = useState<'vitals' | 'note' | null>(null);
  const can = (command: 'vitals' | 'note'): boolean => canDo(command, session.state, app.user?.roles ?? []);
  const record = (): void => setSheet('vitals');
  useKeys({
    v: can('vitals') ? record : undefined,
    n: can('note') ? () => setSheet('note') : undefined,
  });
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      head={
        <ScreenHead
          title="Before the start"
          note={answeredText(session)}
          end={<CancelActions session={session} size="normal" />}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      <div className={styles['columns']}>
        <div className={styles['facts-side']}>
          <ChecklistPanel session={session} />
          {session.plan && <MatchedPlan plan={session.plan} />}
          {session.counted && <MatchedDoses counted={session.counted} />}
          <PreparedPanel session={session} />
        </div>
        <div className={styles['pump-side']}>
          <BaselinePanel session={session} onRecord={record} />
          {children}
        </div>
      </div>
      {sheet && <SessionSheet session={session.id} command={sheet} onClose={() => setSheet(null)} />}
    </Screen>
  );
}

function MatchedDoses({ counted }: { readonly counted: CountedView }) {
  return (
    <section aria-label="Matched plan" className={styles['part']}>
      <div className={styles['part-head']}>
        <h2>Matched plan</h2>
      </div>
      <CountedValues counted={counted} />
    </section>
  );
}

function MatchedPlan({ plan }: { readonly plan: PlanView }) {
  return (
    <section aria-label="Matched plan" className={styles['part']}>
      <div className={styles['part-head']}>
        <h2>Matched plan, to program the pump</h2>
      </div>
      <AgreedValues plan={plan} />
    </section>
  );
}

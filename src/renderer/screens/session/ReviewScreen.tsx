import { useState } from 'react';
import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Screen } from '../../components/Screen.tsx';
import { formatHourMinute } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { ReadPumpSheet } from './recovery/ReadPumpSheet.tsx';
import { StopReasonSheet } from './recovery/StopReasonSheet.tsx';
import { Cancelled } from './review/Cancelled.tsx';
import { KetamineBalance } from './review/KetamineBalance.tsx';
import { PreviewDesk } from './review/PreviewDesk.tsx';
import styles from './review/Review.module.css';
import { SignRecord } from './review/SignRecord.tsx';
import { signedParts } from './review/signing.ts';
import { TimelineSheet } from './review/TimelineSheet.tsx';
import { ToFinish } from './review/ToFinish.tsx';
import type { FinishSheetName } from './review/toFinish.ts';
import { SessionBanner } from './running/SessionBanner.tsx';
import { DiscrepancySheet } from './sheets/DiscrepancySheet.tsx';
import { WasteSheet } from './sheets/WasteSheet.tsx';

type SheetName = FinishSheetName | 'discrepancy' | 'timeline';

/** P13: the record as it will be printed, what it lacks, and the signatures. Source: UX 3.14, mockup 11. */
export function ReviewScreen({ session }: { readonly session: SessionView }) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const close = (): void => setSheet(null);
  // The balance and the paper name what is left: while a witness types, they are not in the page.
  const isHidden = sheet === 'waste';
  return (
    <Screen banner={<SessionBanner session={session} />}>
      {!isHidden && (
        <div className={styles['columns']}>
          <PreviewDesk session={session} />
          <div className={styles['side']}>
            <ReviewHead session={session} onTimeline={() => setSheet('timeline')} />
            <ReviewBody session={session} onOpen={setSheet} />
          </div>
        </div>
      )}
      {sheet === 'readPump' && <ReadPumpSheet session={session} onClose={close} />}
      {sheet === 'stopReason' && <StopReasonSheet session={session} onClose={close} />}
      {sheet === 'waste' && <WasteSheet session={session} onClose={close} />}
      {sheet === 'discrepancy' && <DiscrepancySheet session={session} onClose={close} />}
      {sheet === 'timeline' && <TimelineSheet session={session} onClose={close} />}
    </Screen>
  );
}

type ReviewBodyProps = { readonly session: SessionView; readonly onOpen: (sheet: SheetName) => void };

function ReviewBody({ session, onOpen }: ReviewBodyProps) {
  const { cancelled, reconciliation } = session;
  return (
    <>
      {cancelled ? <Cancelled cancelled={cancelled} /> : <ToFinish session={session} onOpen={onOpen} />}
      {reconciliation && (
        <KetamineBalance
          session={session}
          balance={reconciliation}
          onDiscrepancy={() => onOpen('discrepancy')}
        />
      )}
      <div className={styles['last']}>
        <SignRecord session={session} />
      </div>
    </>
  );
}

const TITLES = { SIGNED: 'Signed record', CANCELLED: 'Cancelled session' } as const;

function ReviewHead({
  session,
  onTimeline,
}: {
  readonly session: SessionView;
  readonly onTimeline: () => void;
}) {
  const { clock } = useApp();
  const { state } = session;
  const signed = signedParts(session, clock.now, clock.zone);
  return (
    <header>
      <div className={styles['head']}>
        <h1>{state === 'SIGNED' || state === 'CANCELLED' ? TITLES[state] : 'Review and sign'}</h1>
        <Button variant="ghost" onPress={onTimeline}>
          Timeline
        </Button>
        <Figure size={24}>{formatHourMinute(clock.now, clock.zone)}</Figure>
      </div>
      {signed.length > 0 && (
        <div className={styles['signed']}>
          <Icon name="lock" />
          <p>
            {signed.map((part) => (
              <span key={part} className={styles['part']}>{`${part} `}</span>
            ))}
          </p>
        </div>
      )}
    </header>
  );
}

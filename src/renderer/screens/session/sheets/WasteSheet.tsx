import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { ReadPumpSheet } from '../recovery/ReadPumpSheet.tsx';
import { DiscrepancySheet } from './DiscrepancySheet.tsx';
import { WasteBlocked } from './WasteBlocked.tsx';
import { WasteTwice } from './WasteTwice.tsx';
import { placesLeft } from './wasteAmounts.ts';

type WasteSheetProps = { readonly session: SessionView; readonly onClose: () => void };

/** Waste, or what has to come before it: the pump's reading; or instead of it: the words of two people. */
export function WasteSheet({ session, onClose }: WasteSheetProps) {
  const [instead, setInstead] = useState<'readPump' | 'discrepancy' | null>(null);
  const { reconciliation: balance, recovery } = session;
  const [place, ...others] = balance ? placesLeft(balance) : [];
  if (instead === 'readPump') return <ReadPumpSheet session={session} onClose={() => setInstead(null)} />;
  if (instead === 'discrepancy') return <DiscrepancySheet session={session} onClose={onClose} />;
  const waitsForPump = session.counted === null && recovery !== null && recovery.finalReading === null;
  if (!balance || !place || waitsForPump) {
    const readPump = waitsForPump ? () => setInstead('readPump') : null;
    return <WasteBlocked session={session} onReadPump={readPump} onClose={onClose} />;
  }
  return (
    <WasteTwice
      session={session}
      balance={balance}
      places={[place, ...others]}
      onDiscrepancy={() => setInstead('discrepancy')}
      onClose={onClose}
    />
  );
}

import { useRef, useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import type { VerifiedPrintout } from '../../contract/views/printouts.ts';
import { Button } from '../components/Button.tsx';
import { Panel, Panels } from '../components/Panel.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { formatTime } from '../components/time.ts';
import { call } from '../hooks/call.ts';
import { useApp } from '../hooks/useApp.tsx';
import { FailureLine } from './session/running/FailureLine.tsx';
import { focusAfterKey } from './session/running/focusAfterKey.ts';
import { firstMissing } from './session/running/sessionWords.ts';
import { PrintoutFound } from './verify/PrintoutFound.tsx';
import { scannedPrintout } from './verify/scannedPrintout.ts';

const LONGEST = 80;

type Typed = { readonly number: string; readonly code: string };

/** P17: a page in somebody's hand, held against the record. Source: UX 3.18. */
export function VerifyScreen() {
  const { clock } = useApp();
  const [typed, setTyped] = useState<Typed>({ number: '', code: '' });
  const [found, setFound] = useState<VerifiedPrintout | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const number = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const code = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const change = (next: Typed): void => {
    setTyped(next);
    setFound(null);
    setFailure(null);
  };
  const verify = async (asked: Typed): Promise<void> => {
    const reply = await call('printout:verify', asked);
    setFound(reply.ok ? reply.value : null);
    setFailure(reply.ok ? null : reply.failure);
    // The next page is scanned, or typed, over this one.
    for (const { current: field } of [number, code]) if (field === document.activeElement) field?.select();
  };
  const onEnter = (text: string, otherwise: () => void): void => {
    const scanned = scannedPrintout(text);
    if (scanned) change(scanned);
    if (scanned) void verify(scanned);
    else otherwise();
  };
  const missing = firstMissing(
    [typed.number.trim() === '', 'Type the record number, or scan the square on the page.'],
    [typed.code.trim() === '', 'Type the code.'],
  );
  return (
    <Screen head={<ScreenHead title="Verify a printout" clock={formatTime(clock.now, clock.zone)} />}>
      <Panels>
        <Panel
          title="On the page"
          note="Number and code stand in the footer of every page. A scanner reads both from the square beside the signatures."
        >
          <TextEntry
            label="Record number"
            hint="or scan the square"
            emptyWord="KT-2025-000412"
            value={typed.number}
            maxLength={LONGEST}
            autoFocus
            // Another number is another page.
            onType={(text) => change({ number: text, code: found || failure ? '' : typed.code })}
            onEnter={() => onEnter(typed.number, () => focusAfterKey(code))}
            ref={number}
          />
          <TextEntry
            label="Code"
            emptyWord="7F3K-9QXM-2C4T-W8RA-J5"
            value={typed.code}
            maxLength={LONGEST}
            onType={(text) => change({ ...typed, code: text })}
            onEnter={() => onEnter(typed.code, () => missing === undefined && void verify(typed))}
            ref={code}
          />
          <FailureLine failure={failure} />
          <Button variant="primary" missing={missing} onPress={() => void verify(typed)}>
            Verify
          </Button>
        </Panel>
        <div role="status">{found && <PrintoutFound found={found} />}</div>
      </Panels>
    </Screen>
  );
}

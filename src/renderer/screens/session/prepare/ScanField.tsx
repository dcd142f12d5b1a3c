import { type KeyboardEvent, type Ref, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { ReadVial } from '../../../../contract/views/vials.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { call } from '../../../hooks/call.ts';

/** What some scanners press between two fields of a code, and what stands for it in the text. */
const SEPARATOR_KEY = ']';
const SEPARATOR = '\u001d';
const LONGEST_CODE = 120;

type ScanFieldProps = {
  readonly session: string;
  readonly onRead: (vial: ReadVial, code: string) => void;
  readonly onRefused: (failure: Failure | null) => void;
  /** What the scan gave; empty before one. */
  readonly said: string;
  readonly ref: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

/** A scanner types like a keyboard and presses Enter. What it read is looked up in the library of the session. */
export function ScanField({ session, onRead, onRefused, said, ref }: ScanFieldProps) {
  const [typed, setTyped] = useState('');
  const read = async (): Promise<void> => {
    if (typed.trim() === '') return;
    const reply = await call('preparation:readScan', { session, scan: typed });
    onRefused(reply.ok ? null : reply.failure);
    if (reply.ok) onRead(reply.value, typed);
    // The next scan begins anew.
    setTyped('');
  };
  const keepSeparator = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.key !== SEPARATOR_KEY) return;
    event.preventDefault();
    setTyped((before) => `${before}${SEPARATOR}`);
  };
  return (
    <div onKeyDownCapture={keepSeparator}>
      <TextEntry
        label="Scan the vial"
        hint={said === '' ? 'or choose it below' : said}
        value={typed}
        maxLength={LONGEST_CODE}
        optional
        onType={(text) => {
          setTyped(text);
          onRefused(null);
        }}
        onEnter={() => void read()}
        ref={ref}
      />
    </div>
  );
}

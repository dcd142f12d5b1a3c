import { useState } from 'react';
import { EXPORT_PART } from '../../contract/exportPart.ts';
import type { Failure } from '../../contract/failures.ts';
import type { ChosenExport, Restored } from '../../contract/views/keeping.ts';
import { call, newRequestId } from './call.ts';
import { useStep } from './useStep.ts';

/**
 * An export that is to be opened: one of the folder of documents, a file the window has been given, or one that was
 * chosen in the program's own dialog.
 */
export type ExportToOpen =
  | { readonly name: string }
  | { readonly file: File }
  | { readonly name: string; readonly chosen: string };

/** What was chosen, if anything. */
export type Asked = { readonly chosen: Extract<ExportToOpen, { readonly chosen: string }> | null };

export type Restoring = {
  /** Share of the file that has come over, 0 to 1; null while none is on its way. */
  readonly handedOver: number | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Has the program ask for a file. Null where the window is to ask by itself. */
  readonly ask: () => Promise<Asked | null>;
  /** Opens it beside the record; null when it was refused, and `failure` says why. */
  readonly open: (chosen: ExportToOpen, passphrase: string) => Promise<Restored | null>;
};

/** An export on its way into a new file beside the record. */
export function useRestore(): Restoring {
  const step = useStep('keeping:restore');
  const [handedOver, setHandedOver] = useState<number | null>(null);
  const [lost, setLost] = useState<Failure | null>(null);
  const ask: Restoring['ask'] = async () => {
    const reply = await call('keeping:chooseExport', {});
    if (!reply.ok) {
      setLost(reply.failure);
      return { chosen: null };
    }
    if (reply.value.asked === 'window') return null;
    const { chosen } = reply.value;
    return { chosen: chosen && { name: chosen.name, chosen: chosen.file } };
  };
  const open: Restoring['open'] = async (chosen, passphrase) => {
    if (handedOver !== null) return null;
    setLost(null);
    step.clear();
    const at = 'file' in chosen ? await handOver(chosen.file, setHandedOver) : placeOf(chosen);
    setHandedOver(null);
    if ('kind' in at) {
      setLost(at);
      return null;
    }
    return step.send({ chosen: at, passphrase });
  };
  const busy = step.busy || handedOver !== null;
  return { handedOver, busy, failure: lost ?? step.failure, ask, open };
}

function placeOf(chosen: Exclude<ExportToOpen, { readonly file: File }>): ChosenExport {
  if ('chosen' in chosen) return { from: 'elsewhere', file: chosen.chosen };
  return { from: 'documents', name: chosen.name };
}

/** Part by part, because a message has a largest size and an export has not. */
async function handOver(chosen: File, tell: (share: number) => void): Promise<ChosenExport | Failure> {
  const file = newRequestId();
  for (let part = 0, from = 0; part === 0 || from < chosen.size; part += 1, from += EXPORT_PART) {
    tell(chosen.size === 0 ? 0 : from / chosen.size);
    const bytes = await bytesOf(chosen, from);
    if (!bytes) return { kind: 'exportNotOpened', why: 'gone' };
    const taken = await call('keeping:takeExport', { file, part, bytes: asBase64(bytes) });
    if (!taken.ok) return taken.failure;
  }
  return { from: 'elsewhere', file };
}

/** Undefined where the file went away meanwhile: a drive that was pulled. */
async function bytesOf(chosen: File, from: number): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await chosen.slice(from, from + EXPORT_PART).arrayBuffer());
  } catch {
    return undefined;
  }
}

function asBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { ImportPreview } from '../../../contract/views/patients.ts';
import { call, newRequestId } from '../../hooks/call.ts';
import { useStep } from '../../hooks/useStep.ts';

/** Characters of one message: below its largest size, whatever they are written as. */
const PIECE = 10_000;
/** Beyond this a file is not read at all. */
const LARGEST_FILE_BYTES = 8_000_000;

export type PatientImport = {
  readonly name: string | null;
  readonly preview: ImportPreview | null;
  readonly failure: Failure | null;
  /** What a finished import came to. */
  readonly done: { readonly taken: number; readonly leftOut: number } | null;
  readonly busy: boolean;
  readonly choose: (file: File) => void;
  readonly record: (matches: 'take' | 'leaveOut') => void;
};

/** A file of patients from the choice to the record. It is read in the window and goes over in pieces. */
export function useImport(): PatientImport {
  const [name, setName] = useState<string | null>(null);
  const [upload, setUpload] = useState('');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<PatientImport['done']>(null);
  const [reading, setReading] = useState(false);
  const step = useStep('patients:import');

  const read = async (file: File): Promise<void> => {
    setName(file.name);
    setPreview(null);
    setDone(null);
    setFailure(null);
    step.clear();
    setReading(true);
    const id = newRequestId();
    const refused = file.size > LARGEST_FILE_BYTES ? TOO_LONG : await send(id, await file.text());
    const reply = refused ? null : await call('patients:previewImport', { upload: id });
    setReading(false);
    setUpload(id);
    if (reply?.ok) setPreview(reply.value);
    else setFailure(refused ?? (reply && !reply.ok ? reply.failure : null));
  };

  const record = async (matches: 'take' | 'leaveOut'): Promise<void> => {
    const finished = await step.send({ upload, matches });
    if (!finished) return;
    setDone(finished);
    setPreview(null);
  };

  return {
    name,
    preview,
    failure: failure ?? step.failure,
    done,
    busy: reading || step.busy,
    choose: (file) => void read(file),
    record: (matches) => void record(matches),
  };
}

const TOO_LONG: Failure = { kind: 'importNotRead', why: 'tooLong' };

/** Piece by piece; the first refusal ends it. */
async function send(upload: string, text: string): Promise<Failure | null> {
  const pieces = Math.max(1, Math.ceil(text.length / PIECE));
  for (let part = 0; part < pieces; part += 1) {
    const piece = text.slice(part * PIECE, (part + 1) * PIECE);
    const reply = await call('patients:stageImport', { upload, part, text: piece });
    if (!reply.ok) return reply.failure;
  }
  return null;
}

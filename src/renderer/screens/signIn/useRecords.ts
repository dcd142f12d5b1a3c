import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Request } from '../../../contract/channels.ts';
import type { Failure } from '../../../contract/failures.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';

type RecordChannel = 'app:openClinic' | 'app:openTraining' | 'app:leave' | 'app:createClinic';

export type Records = {
  /** Opens, makes or leaves a record. While one is on its way a second press does nothing. */
  readonly send: <Name extends RecordChannel>(channel: Name, request: Request<Name>) => void;
  /** What is on its way. */
  readonly busy: RecordChannel | null;
  readonly failure: Failure | null;
};

/** The doors between the two records. Nothing that was read from one may stand on the screen of the other. */
export function useRecords(): Records {
  const { change } = useApp();
  const { go } = usePlace();
  const client = useQueryClient();
  const [busy, setBusy] = useState<RecordChannel | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pass: (...message: Parameters<typeof change>) => Promise<void> = async (channel, request) => {
    setFailure(null);
    const reply = await change(channel, request);
    void client.resetQueries();
    go({ at: 'board' });
    setBusy(null);
    setFailure(reply.ok ? null : reply.failure);
  };
  const send: Records['send'] = (channel, request) => {
    if (busy !== null) return;
    setBusy(channel);
    void pass(channel, request);
  };
  return { send, busy, failure };
}

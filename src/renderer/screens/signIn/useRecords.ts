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
  /** What was asked for last; `failure` is about it. */
  readonly asked: RecordChannel | null;
  readonly failure: Failure | null;
};

/** The doors between the two records. Nothing that was read from one may stand on a screen of the other. */
export function useRecords(): Records {
  const { change } = useApp();
  const { go } = usePlace();
  const client = useQueryClient();
  const [asked, setAsked] = useState<RecordChannel | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async <Name extends RecordChannel>(channel: Name, request: Request<Name>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setAsked(channel);
    setFailure(null);
    const reply = await change(channel, request);
    void client.resetQueries();
    go({ at: 'board' });
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
  };
  const send: Records['send'] = (channel, request) => void run(channel, request);
  return { send, busy: busy ? asked : null, asked, failure };
}

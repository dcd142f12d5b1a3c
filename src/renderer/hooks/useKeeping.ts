import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChannelName, Reply, Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import type { FullCheck } from '../../contract/views/keeping.ts';
import { call, onPush } from './call.ts';

type Deed = Extract<ChannelName, 'keeping:backUp' | 'keeping:checkAll'>;

const NOTHING: Request<Deed> = {};

/** Something that takes its time and records nothing by itself. While it is on its way a second press does nothing. */
function useDeed<Name extends Deed>(channel: Name) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<Reply<Name> | null>(null);
  const run = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setReply(null);
    setReply(await call(channel, NOTHING as Request<Name>));
    setBusy(false);
    void client.invalidateQueries();
  };
  const failure: Failure | null = reply && !reply.ok ? reply.failure : null;
  return { busy, reply, failure, run: () => void run() };
}

/** Makes a backup now. */
export function useBackUp() {
  return useDeed('keeping:backUp');
}

export type Checking = { readonly checked: number; readonly of: number };

/** The check of every event: how far it is, what it found, and its end before its time. */
export function useFullCheck() {
  const { busy, reply, failure, run } = useDeed('keeping:checkAll');
  const [progress, setProgress] = useState<Checking | null>(null);
  useEffect(() => onPush('checking', setProgress), []);
  const found: FullCheck | null = reply?.ok ? reply.value : null;
  return {
    progress: busy ? progress : null,
    busy,
    found,
    failure,
    run,
    stop: () => void call('keeping:stopCheck', {}),
  };
}

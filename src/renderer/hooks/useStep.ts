import { useRef, useState } from 'react';
import type { ChannelName, Reply, Request, Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { call, newRequestId } from './call.ts';

/** Channels that record something: their requests carry an id made before the first try. */
type RecordingChannel = {
  [Name in ChannelName]: Request<Name> extends { readonly requestId: string } ? Name : never;
}[ChannelName];

export type Step<Name extends RecordingChannel> = {
  /** Sends it. Resolves to the result, or null when it was refused; `failure` then says why. */
  readonly send: (request: Omit<Request<Name>, 'requestId'>) => Promise<Response<Name> | null>;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly clear: () => void;
};

/** A press as soon as this after the same thing was stored is the second half of one press. Milliseconds. */
const BOUNCE = 500;

/**
 * One thing a person records. While it is on its way a second press does nothing; one that comes right after it was
 * stored, before its form has closed, gets the same answer and stores nothing. After a save that failed the same thing
 * goes with the same id again, so what was stored after all is not stored twice; anything else is a new thing.
 */
export function useStep<Name extends RecordingChannel>(channel: Name): Step<Name> {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const tried = useRef<{ readonly content: string; readonly id: string } | null>(null);
  const onTheWay = useRef(false);
  const stored = useRef<Stored<Response<Name>> | null>(null);
  const send: Step<Name>['send'] = async (request) => {
    const content = JSON.stringify(request);
    if (onTheWay.current) return null;
    if (stored.current && isBounce(stored.current, content)) return stored.current.value;
    onTheWay.current = true;
    setBusy(true);
    if (tried.current?.content !== content) tried.current = { content, id: newRequestId() };
    const whole = { ...request, requestId: tried.current.id } as unknown as Request<Name>;
    const reply: Reply<Name> = await call(channel, whole);
    if (reply.ok || reply.failure.kind !== 'notSaved') tried.current = null;
    stored.current = reply.ok ? { content, value: reply.value, at: performance.now() } : null;
    onTheWay.current = false;
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
    return reply.ok ? reply.value : null;
  };
  return { send, failure, busy, clear: () => setFailure(null) };
}

type Stored<Value> = { readonly content: string; readonly value: Value; readonly at: number };

function isBounce({ content, at }: Stored<unknown>, again: string): boolean {
  return content === again && performance.now() - at < BOUNCE;
}

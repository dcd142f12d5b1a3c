import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChannelName, Request, Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { call, onPush } from './call.ts';

/** A refusal on the way to a screen: the query's error, with the sentence to be made by `errorText`. */
class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** Everything shown is read from the main process; nothing is kept past what it says. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 },
    },
  });
}

/** Reads again whatever a commit may have changed. */
export function useFreshAfterCommits(): void {
  const client = useQueryClient();
  useEffect(() => onPush('changed', () => void client.invalidateQueries()), [client]);
}

export type Asked<Value> = {
  readonly data: Value | undefined;
  readonly failure: Failure | null;
};

type ReadChannel = Extract<
  ChannelName,
  | 'board:load'
  | 'keeping:load'
  | 'patients:search'
  | 'patient:load'
  | 'session:load'
  | 'document:load'
  | 'plan:calculate'
  | 'infusion:considerRate'
>;

/** Data of a screen, read through one channel and fresh after every commit. */
export function useRead<Name extends ReadChannel>(
  channel: Name,
  request: Request<Name>,
  options: { readonly enabled?: boolean; readonly keepPrevious?: boolean } = {},
): Asked<Response<Name>> {
  const query = useQuery<unknown, Refused>({
    queryKey: [channel, request],
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    queryFn: async () => {
      const reply = await call(channel, request);
      if (!reply.ok) throw new Refused(reply.failure);
      return reply.value;
    },
  });
  // The query library cannot follow a type that depends on the channel's name; the contract has checked the value.
  const data = query.data as Response<Name> | undefined;
  return { data, failure: query.error?.failure ?? null };
}

import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
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
  | 'patient:load'
  | 'people:load'
  | 'session:load'
  | 'limits:report'
  | 'library:load'
  | 'document:load'
  | 'label:load'
  | 'preparation:lots'
  | 'plan:calculate'
  | 'infusion:considerRate'
>;

type PagedChannel = Extract<ChannelName, 'patients:search' | 'patient:sessions' | 'keeping:logins'>;
type Row<Name extends PagedChannel> = Response<Name>['rows'][number];

/** A list as far as it has been read. */
export type Paged<Value> = {
  readonly rows: readonly Value[];
  /** Null: more than these, and not counted. */
  readonly total: number | null;
  /** Reads the next page; null at the end of the list. */
  readonly more: (() => void) | null;
};

/** A list of a screen, page after page, each from where the one before ended, and fresh after every commit. */
export function usePages<Name extends PagedChannel>(
  channel: Name,
  request: Omit<Request<Name>, 'after'>,
): Asked<Paged<Row<Name>>> {
  const query = useInfiniteQuery({
    queryKey: [channel, request],
    placeholderData: keepPreviousData,
    initialPageParam: null as Request<Name>['after'],
    queryFn: async ({ pageParam }): Promise<Response<Name>> => {
      const reply = await call(channel, { ...request, after: pageParam } as Request<Name>);
      if (!reply.ok) throw new Refused(reply.failure);
      return reply.value;
    },
    getNextPageParam: (last: Response<Name>): Request<Name>['after'] => last.next,
  });
  const pages = query.data?.pages;
  const failure = query.error instanceof Refused ? query.error.failure : null;
  if (!pages) return { data: undefined, failure };
  const rows = pages.flatMap((page) => page.rows as readonly Row<Name>[]);
  const more = query.hasNextPage ? () => void query.fetchNextPage() : null;
  // A list that was read to its end is counted by that.
  const total = pages[0]?.total ?? (more ? null : rows.length);
  return { data: { rows, total, more }, failure };
}

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

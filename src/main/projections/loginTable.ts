import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';

/** What is in the report of sign-ins, by the type of its event. */
const REPORTED = { SignedIn: 'signedIn', SignInRefused: 'refused', Locked: 'locked' } as const;

/** Somebody signed in, was refused, or locked the workstation. */
export type LoginRow = {
  /** Of the event. */
  readonly id: string;
  readonly seq: number;
  readonly user: string;
  readonly what: (typeof REPORTED)[keyof typeof REPORTED];
  /** Proved by this; null for a lock. */
  readonly proof: 'passphrase' | 'pin' | null;
  /** UTC milliseconds. */
  readonly at: number;
};

/** The one question about sign-ins. */
export type LoginTable = {
  /** Newest first, from before event `before` on; null begins with the newest. */
  loginPage(
    limit: number,
    before: number | null,
  ): { readonly rows: readonly LoginRow[]; readonly total: number };
};

export function createLoginTable(database: Database): LoginTable {
  const page = database.prepare<[number, number], LoginRow>(
    'SELECT id, seq, user, what, proof, at FROM login_row WHERE seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const count = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM login_row');
  return {
    loginPage: (limit, before) => ({
      rows: page.all(before ?? Number.MAX_SAFE_INTEGER, limit),
      total: count.get()?.total ?? 0,
    }),
  };
}

/** Keeps the report in step with one more event of a person. */
export function projectLogin(database: Database, user: string, event: ReadEvent): void {
  const what = REPORTED[event.type as keyof typeof REPORTED];
  if (what === undefined) return;
  const { by = null } = event.data as { readonly by?: LoginRow['proof'] };
  prepared(database, 'INSERT INTO login_row VALUES (?, ?, ?, ?, ?, ?)').run(
    event.id,
    event.seq,
    user,
    what,
    by,
    event.happenedAt,
  );
}

import type { Clock } from '../clock.ts';
import type { EventLog } from '../eventLog/eventLog.ts';

/** Wrong tries before the first wait. Source: UX 3.1, “Wrong PIN 1 of 5”. */
export const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 900;
const MILLISECONDS_PER_SECOND = 1000;

/** How often a person's secret was typed wrong since it was last right, and when last, by the counter. */
export type Tries = { readonly count: number; readonly at: number };

/**
 * Seconds to wait after so many wrong tries in a row: none for four, 30 s after the fifth, twice as long after each
 * further one, at most 15 min. Source: HAZARDS H41.
 */
export function waitAfter(tries: number): number {
  if (tries < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (tries - FREE_TRIES));
}

/** Wrong tries of every person, for both secrets together. They outlive a restart, because the log keeps them. */
export type WrongTries = {
  /** Whole seconds until this person's next try is judged; 0 when it may be made. */
  secondsLeft(user: string): number;
  wrong(user: string): void;
  /** The secret was right: true when wrong tries are thereby over. */
  right(user: string): boolean;
  /** Somebody set a new secret for them. */
  forget(user: string): void;
};

type TriesParts = {
  readonly log: EventLog;
  readonly clock: Clock;
  /** What is known already; outlives a file that is opened anew. */
  readonly known: Map<string, Tries>;
};

export function createWrongTries({ log, clock, known }: TriesParts): WrongTries {
  const openedAt = clock.counter();
  const triesOf = (user: string): Tries => {
    const found = known.get(user) ?? triesInLog(log, user, { boot: clock.boot, openedAt });
    known.set(user, found);
    return found;
  };
  const forget = (user: string): void => {
    known.set(user, { count: 0, at: 0 });
  };
  return {
    secondsLeft(user) {
      const { count, at } = triesOf(user);
      const passed = (clock.counter() - at) / MILLISECONDS_PER_SECOND;
      return Math.max(0, Math.ceil(waitAfter(count) - passed));
    },
    wrong(user) {
      const { count } = triesOf(user);
      known.set(user, { count: count + 1, at: clock.counter() });
    },
    right(user) {
      const { count } = triesOf(user);
      forget(user);
      return count > 0;
    },
    forget,
  };
}

/**
 * The wrong tries at the end of a person's stream. A counter of another start of the machine says nothing about now,
 * and the wall clock can be set: the whole wait then begins when the record is opened.
 */
function triesInLog(
  log: EventLog,
  user: string,
  { boot, openedAt }: { readonly boot: string; readonly openedAt: number },
): Tries {
  const events = log.readStream(`user:${user}`);
  const since = events.findLastIndex(({ type }) => ENDS_WRONG_TRIES.includes(type));
  const wrong = events.slice(since + 1).filter(({ type }) => type === 'SignInRefused');
  const last = wrong.at(-1);
  return { count: wrong.length, at: last?.boot === boot ? last.counter : openedAt };
}

const ENDS_WRONG_TRIES: readonly string[] = ['SignedIn', 'SecretAccepted', 'CredentialSet'];

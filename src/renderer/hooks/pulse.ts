/** So long may a message go unanswered before it is said. Source: hazard H49. */
const SILENT_MILLISECONDS = 1_000;
/** Some messages take their time: before anything is said, one is sent that takes none. */
const ASK_AFTER_MILLISECONDS = 500;
/** The main process tells the time every second. When that fails to come, it is asked. */
const TICK_MISSING_MILLISECONDS = 1_500;
/** A window that was not looked at for longer, as in a sleep, has nothing to say about that time. */
const LOOKED_AWAY_MILLISECONDS = 1_500;

export type PulseParts = {
  /** Milliseconds by a counter that never goes back. */
  readonly now: () => number;
  /** Sends a message that is answered at once by whoever can answer at all. */
  readonly ask: () => Promise<unknown>;
  readonly tell: (isSilent: boolean) => void;
};

/** Whether the main process still answers. It is silent when nothing at all has come from it while something waits. */
export type Pulse = {
  /** A message was sent; call what is returned when its answer has come. */
  sent(): () => void;
  /** Something has come from the main process. */
  heard(): void;
  /** Several times a second. */
  look(): void;
};

export function createPulse({ now, ask, tell }: PulseParts): Pulse {
  const waiting = new Set<{ readonly since: number }>();
  let lastHeard = now();
  let lastLook = now();
  let isAsking = false;
  let isSilent = false;
  const judge = (silent: boolean): void => {
    if (silent !== isSilent) tell(silent);
    isSilent = silent;
  };
  const heard = (): void => {
    lastHeard = now();
    judge(false);
  };
  return {
    heard,
    sent() {
      const message = { since: now() };
      waiting.add(message);
      return () => {
        waiting.delete(message);
        heard();
      };
    },
    look() {
      const time = now();
      if (time - lastLook > LOOKED_AWAY_MILLISECONDS) lastHeard = time;
      lastLook = time;
      const since = Math.min(...[...waiting].map((message) => message.since));
      const waited = waiting.size === 0 ? 0 : time - Math.max(since, lastHeard);
      judge(waited >= SILENT_MILLISECONDS);
      const isDoubtful =
        waiting.size === 0 ? time - lastHeard >= TICK_MISSING_MILLISECONDS : waited >= ASK_AFTER_MILLISECONDS;
      if (!isDoubtful || isAsking) return;
      isAsking = true;
      void ask().finally(() => {
        isAsking = false;
      });
    },
  };
}

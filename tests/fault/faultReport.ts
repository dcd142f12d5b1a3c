/** What a run of injected faults came to, as `npm run fault` prints it. */
export type FaultReport = {
  readonly kind: string;
  /** Faults injected, each judged by itself. */
  readonly runs: number;
  /** Events the program said were saved, over all runs. */
  readonly acknowledged: number;
  /** Of those, how many were not there afterwards. */
  readonly lost: number;
  /** Runs after which the record was not whole, not readable, or held half of what was written together. */
  readonly corrupt: number;
  /** Faults or changes that nothing reported. */
  readonly unnoticed: number;
};

/** A report, and sentences for whoever has to find out why. */
export type FaultRun = { readonly report: FaultReport; readonly notes: readonly string[] };

/** What one fault did to one record. */
export type Verdict = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly corrupt: boolean;
  readonly unnoticed: boolean;
  readonly notes: readonly string[];
};

const MOST_NOTES = 20;

/** True when nothing was lost, nothing broken and nothing kept silent about. */
export function isClean({ lost, corrupt, unnoticed }: FaultReport): boolean {
  return lost === 0 && corrupt === 0 && unnoticed === 0;
}

/** Adds up what comes of each fault. */
export type Tally = {
  add(verdict: Verdict): void;
  /** Takes in a run that was made apart. */
  join(run: FaultRun): void;
  note(text: string): void;
  run(): FaultRun;
};

/** An empty sum of one kind, or one that goes on from an earlier run. */
export function createTally(kind: string, from?: FaultRun): Tally {
  const sum = { runs: 0, acknowledged: 0, lost: 0, corrupt: 0, unnoticed: 0 };
  const notes = new Map<string, number>();
  const tally: Tally = {
    add(verdict) {
      sum.runs += 1;
      sum.acknowledged += verdict.acknowledged;
      sum.lost += verdict.lost;
      sum.corrupt += verdict.corrupt ? 1 : 0;
      sum.unnoticed += verdict.unnoticed ? 1 : 0;
      verdict.notes.forEach(tally.note);
    },
    join({ report, notes: others }) {
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report[key];
      others.forEach(tally.note);
    },
    note(text) {
      const times = notes.get(text) ?? 0;
      if (times > 0 || notes.size < MOST_NOTES) notes.set(text, times + 1);
    },
    run: () => ({
      report: { kind, ...sum },
      notes: [...notes].map(([text, times]) => (times === 1 ? text : `${text} (${times} times)`)),
    }),
  };
  if (from) tally.join(from);
  return tally;
}

/**
 * How many random cases a hazard is tried with. `HAZARD_CASES=1000000` in the environment tries a million; without it
 * as many as fit into `npm test`.
 */
export function hazardCases(usually: number): number {
  const wanted = process.env['HAZARD_CASES'];
  return wanted === undefined ? usually : Number(wanted);
}

/** Long enough for a million cases on a busy computer, in milliseconds. */
export const HAZARD_TIMEOUT = 900_000;

/** Tries so many cases and keeps what is said of those that went wrong; undefined is said of one that did not. */
export function faultsIn(cases: number, attempt: () => string | undefined): readonly string[] {
  const faults: string[] = [];
  for (let index = 0; index < cases; index += 1) {
    const fault = attempt();
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

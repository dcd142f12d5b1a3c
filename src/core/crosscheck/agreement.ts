import { err, ok, type Result } from '../result.ts';

/** The second engine could not confirm these results. Any one of them withholds the whole answer. */
export type EnginesDisagree<Name extends string> = {
  readonly kind: 'enginesDisagree';
  readonly on: readonly Name[];
};

/** The agreement rule: an answer leaves only when the list of what could not be confirmed is empty. DESIGN 1. */
export function confirmed<Value, Name extends string>(
  value: Value,
  on: readonly Name[],
): Result<Value, EnginesDisagree<Name>> {
  return on.length > 0 ? err({ kind: 'enginesDisagree', on }) : ok(value);
}

/** The names of the checks that failed. */
export function failed<Name extends string>(checks: Readonly<Record<Name, boolean>>): readonly Name[] {
  return (Object.keys(checks) as Name[]).filter((name) => !checks[name]);
}

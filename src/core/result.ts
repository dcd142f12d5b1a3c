/** The outcome of something that can be refused. Plain data, so it survives a message between processes. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** A success that carries `value`. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** An expected failure. Broken invariants throw instead. */
export function err<Failure>(failure: Failure): Result<never, Failure> {
  return { ok: false, failure };
}

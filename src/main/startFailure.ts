import type { FailureText, StartFailureKind } from '../contract/startFailureText.ts';

/** Exit codes anyone may script against. 2 is also what `log:verify` says of a file that is open elsewhere. */
const EXIT_CODE_BY_KIND: Readonly<Record<StartFailureKind, number>> = {
  locked: 2,
  busyLog: 2,
  unwritableFolder: 4,
  newerFile: 5,
  damagedFile: 6,
};

/** Thrown by `startApp` instead of opening a window that could not be used. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly kind: StartFailureKind;
  /** The file or folder it is about. */
  readonly file: string;
  readonly exitCode: number;

  constructor(kind: StartFailureKind, file: string) {
    super(`${kind}: ${file}`);
    this.kind = kind;
    this.file = file;
    this.exitCode = EXIT_CODE_BY_KIND[kind];
  }
}

/** Says it on the terminal, one line each. */
export function printFailure({ what, safe, todo }: FailureText): void {
  process.stderr.write(`${what}\n${safe}\n${todo}\n`);
}

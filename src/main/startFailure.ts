/** Why the program does not start although nothing in it is broken. */
export type StartFailureKind = 'locked' | 'unwritableFolder' | 'newerFile' | 'busyLog' | 'damagedFile';

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

/** Three sentences for a person: what happened, what is safe, what to do. */
export type FailureText = { readonly what: string; readonly safe: string; readonly todo: string };

export function startFailureText({ kind, file }: Pick<StartFailure, 'kind' | 'file'>): FailureText {
  switch (kind) {
    case 'locked':
      return {
        what: `Infusion Desk is already open on this computer (${file}).`,
        safe: 'Nothing was changed. The window that is open goes on as it was.',
        todo: 'Go to the open window. If you see none, ask who else is signed in to this computer.',
      };
    case 'busyLog':
      return {
        what: `Another program is using the record (${file}).`,
        safe: 'Nothing was changed and nothing is lost.',
        todo: 'Close the other program, for instance a check of the record, and start again.',
      };
    case 'unwritableFolder':
      return {
        what: `Infusion Desk cannot write where it keeps its records (${file}).`,
        safe: 'Records that are there are untouched. Nothing new could be saved, so nothing was opened.',
        todo: 'Give this user the right to write there, or free some space on the disk, and start again.',
      };
    case 'newerFile':
      return {
        what: `The record was written by a newer version of Infusion Desk (${file}).`,
        safe: 'The record is whole and was not touched.',
        todo: 'Install the newer version on this computer and start it.',
      };
    case 'damagedFile':
      return {
        what: `The record cannot be read as it is (${file}).`,
        safe: 'The file was left where it is. Nothing was deleted or overwritten.',
        todo: 'Do not move or copy the file. Document on paper and call whoever looks after this computer.',
      };
  }
}

/** Says it on the terminal, one line each. */
export function printFailure({ what, safe, todo }: FailureText): void {
  process.stderr.write(`${what}\n${safe}\n${todo}\n`);
}

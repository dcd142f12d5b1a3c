/** Why the program does not start although nothing in it is broken. */
export type StartFailureKind = 'locked' | 'unwritableFolder' | 'newerFile' | 'busyLog' | 'damagedFile';

type StartProblem = { readonly kind: StartFailureKind; readonly file: string };

/** Three sentences for a person: what happened, what is safe, what to do. */
export type FailureText = { readonly what: string; readonly safe: string; readonly todo: string };

/** The same on the terminal and in the window. `file` is the file or folder it is about. */
export function startFailureText({ kind, file }: StartProblem): FailureText {
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

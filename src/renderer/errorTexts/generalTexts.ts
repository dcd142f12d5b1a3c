import { entryRefusalText } from '../../core/quantity/entryRefusalText.ts';
import type { TextsFor } from './textFor.ts';

const NOT_SAVED = 'Not saved. Your entry is still here. Write it on the downtime form too.';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  weight: 'Weight',
  secondWeighing: 'Second weighing',
  dose: 'Dose',
  duration: 'Over',
  amount: 'Drug amount',
  volume: 'Volume',
  volumeDrawn: 'Volume drawn',
  finalVolume: 'Final volume',
  rate: 'Rate',
  readBack: 'Pump shows',
  volumeLimit: 'Volume limit',
  pumpVolume: 'Pump volume',
  volumeLeft: 'Left in the old container',
  vial: 'Wasted from the vial',
  syringe: 'Wasted from the syringe',
  line: 'Wasted from the line',
};

const NOT_FOUND = {
  patient: 'This patient is not in the record. Search again.',
  session: 'This session is not in the record. Look at the board.',
  person: 'This person is not in the record. Choose another.',
  protocol: 'This protocol is not in the library. Choose another.',
  chair: 'This chair does not exist here. Choose another.',
} as const;

const CODE_MISTYPED = {
  length: 'Code: it has 18 characters. Type it as it stands in the footer.',
  character: 'Code: a character that no code has. Read it again: a code has no I, L, O or U.',
  check: 'Code: a character is misread. Its check does not fit. Type it again.',
} as const;

/** What belongs to no session: saving, printing, the message itself. */
export const GENERAL_TEXTS: TextsFor<
  | 'malformedRequest'
  | 'notSignedIn'
  | 'noRecordOpen'
  | 'notFound'
  | 'valueRefused'
  | 'changedMeanwhile'
  | 'notSaved'
  | 'openForReading'
  | 'diskTooFull'
  | 'backupFailed'
  | 'noBackup'
  | 'notExported'
  | 'exportNotOpened'
  | 'checkStopped'
  | 'weighAgain'
  | 'weighingsDiffer'
  | 'notPrinted'
  | 'printNotRecorded'
  | 'codeMistyped'
  | 'noSuchRecord'
  | 'alreadySetUp'
  | 'clockBehind'
> = {
  malformedRequest: () => 'This was not understood and nothing was done. Try again, or report this fault.',
  notSignedIn: () => 'Nobody is signed in. Sign in first.',
  noRecordOpen: () => 'No record is open.',
  notFound: ({ what }) => NOT_FOUND[what],
  valueRefused: ({ field, refusal }) => `${FIELD_WORDS[field] ?? field}: ${entryRefusalText(refusal)}.`,
  changedMeanwhile: () =>
    'Somebody recorded something else meanwhile. Look at the session again, then repeat.',
  notSaved: ({ why }) => {
    if (why === 'diskFull') return `The disk is full. ${NOT_SAVED}`;
    if (why === 'roomMade')
      return `The disk is full. ${NOT_SAVED} The room kept for this is free now: save once more, then free some space.`;
    return why === 'busy' ? `Another program is using the record. ${NOT_SAVED}` : NOT_SAVED;
  },
  openForReading: () =>
    'Not saved: this record is open for reading only. Your entry is still here. Write it on the downtime form. The medical director or the administrator records what happened; then the record takes entries again.',
  diskTooFull: ({ megabytes, needed }) =>
    `Only ${megabytes} MB are free on the disk; a session needs ${needed} MB. Free some space, then try again.`,
  backupFailed: () =>
    'No backup was made: the copy could not be written or did not pass its check. The record itself was not touched. Free some space on the disk and try again.',
  noBackup: () => 'There is no good backup yet. Make one first.',
  notExported: ({ why }) =>
    why === 'noPlace'
      ? 'Nothing was exported: no place was chosen.'
      : 'Nothing was exported: the file could not be written. Choose another place and try again.',
  exportNotOpened: ({ why }) => EXPORT_NOT_OPENED[why],
  checkStopped: () => 'The check was stopped before its end. Nothing was found up to there.',
  weighAgain: ({ sentence }) => sentence,
  weighingsDiffer: () =>
    'The two weighings differ. Weigh a third time. A weight is recorded when two weighings show it.',
  notPrinted: ({ why, path }) => {
    if (why === 'noFolder') return 'Nothing was saved: no place was chosen.';
    if (why === 'diskFull')
      return `The disk is full: the PDF was not saved. Nothing was lost, and the preview is still here. Print it, which needs no room on the disk, or free some space and save again. ${path}`;
    return `It could not be printed. Nothing was lost. ${path}`;
  },
  codeMistyped: ({ why }) => CODE_MISTYPED[why],
  noSuchRecord: ({ number }) =>
    `No record ${number} is here. Read the number in the footer again; it may be another clinic’s, or of the training file.`,
  printNotRecorded: () =>
    'It was handed to the print dialog, but that could not be recorded. Write on the sheet when it was printed and by whom, and print it again when there is room on the disk.',
  alreadySetUp: () => 'This workstation is set up already. Open its clinic.',
  clockBehind: () =>
    'The computer’s clock is behind the last record. Set the clock before starting a session.',
};

const EXPORT_NOT_OPENED = {
  notSealed: 'This file is not an export of Infusion Desk. Choose another.',
  passphraseOrDamaged:
    'It did not open: the passphrase is not the one it was made with, or the file was changed. Nothing was restored.',
  gone: 'The file did not come over whole. Nothing was restored. Choose it again.',
  noRoom:
    'There is no room on the disk for this file. Nothing was restored. Free some space and choose it again.',
} as const;

import type { TextsFor } from './textFor.ts';

const UNREAD = {
  notWhole:
    'This file is not whole: it was cut off or damaged on its way. Get it again from where it came from.',
  notLibrary: 'This file is not a library of Infusion Desk. Choose another.',
  noHash:
    'This library has no hash, so nobody could tell whether it was changed on its way. Seal it with the command library:seal, then choose the sealed file.',
  changed:
    'The content of this file does not fit its hash: it was changed after it was sealed. Get it again from where it came from.',
  tooLarge: 'This file is larger than any library. Choose another.',
  gone: 'This file is no longer at hand. Choose it again.',
} as const;

const SIGNS = { pharmacist: 'a pharmacist', director: 'a medical director' } as const;

/** Refusals on the way of a library into the clinic. */
export const LIBRARY_TEXTS: TextsFor<
  | 'libraryFaulty'
  | 'libraryFileUnread'
  | 'libraryUnchanged'
  | 'libraryVersionTaken'
  | 'libraryNotSigned'
  | 'libraryNotWritten'
> = {
  libraryFaulty: ({ faults }) => `The library was not published. ${faults.join(' ')}`,
  libraryFileUnread: ({ why }) => `${UNREAD[why]} Nothing was published.`,
  libraryUnchanged: ({ version }) =>
    `This is library ${version}, which is in force. There is nothing to publish.`,
  libraryVersionTaken: ({ version }) =>
    `Version ${version} was published with another content. Give this one a version of its own.`,
  libraryNotSigned: ({ role }) =>
    `The library was not published: two people publish, and ${SIGNS[role]} has not signed. It waits until both do.`,
  libraryNotWritten: () =>
    'Nothing was exported: no place was chosen, or the file could not be written there.',
};

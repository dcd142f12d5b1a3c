import { formatElapsed } from '../../core/quantity/formatDuration.ts';
import { formatCalendarDate } from '../components/time.ts';
import { roleWords, type TextsFor } from './textFor.ts';

const SECRET_NEEDS = {
  passphraseLength: 'A passphrase has at least 8 characters.',
  passphraseTooPlain: 'This passphrase is too plain. Use at least four different characters.',
  passphraseIsName: 'A passphrase is not its owner’s name. Choose another.',
  pinDigits: 'A PIN has six digits.',
  pinTooPlain:
    'This PIN is too plain. No digits over and over (111111, 121212, 123123), no doubled ones (112233), no run (123456, 654321), and at least three different digits.',
  sameAsBefore: 'This is the passphrase there was before. Choose another.',
  samePerson: 'The medical director and the administrator are two people with two passphrases.',
} as const;

const ROLES_REFUSED = {
  none: 'Nobody works here without a role. Choose at least one.',
  adminAlone:
    'An administrator has no other role, because an administrator writes nothing clinical. Choose administrator alone, or the other roles.',
} as const;

/** People, their keys and their roles. */
export const STAFF_TEXTS: TextsFor<
  | 'wrongSecret'
  | 'wrongPassphrase'
  | 'wrongPin'
  | 'passphraseNeeded'
  | 'credentialDoesNotFitLog'
  | 'weakSecret'
  | 'waitToTry'
  | 'noLongerHere'
  | 'ownPassphraseFirst'
  | 'licenceExpired'
  | 'rolesRefused'
  | 'nameTaken'
  | 'lastOfRole'
  | 'somebodyIsHere'
  | 'nothingRuns'
  | 'closedInEmergency'
  | 'pressGone'
> = {
  wrongSecret: () => 'That passphrase is not right. Type it again.',
  wrongPassphrase: ({ name }) => `That passphrase is not right for ${name}. Type it again.`,
  wrongPin: ({ name, tries, triesAllowed }) =>
    `That PIN is not right for ${name}. Wrong PIN ${tries} of ${triesAllowed}.`,
  passphraseNeeded: () => 'A PIN is not enough now. Type the passphrase.',
  credentialDoesNotFitLog: () =>
    'The stored passphrase does not fit the record. It may have been replaced. Tell the administrator.',
  weakSecret: ({ need }) => SECRET_NEEDS[need],
  waitToTry: ({ name, seconds }) =>
    `Too many wrong tries for ${name}. Wait ${waitWords(seconds)}, then try again.`,
  noLongerHere: ({ name }) => `${name} no longer works here. Choose another person.`,
  ownPassphraseFirst: () =>
    'This passphrase was chosen by an administrator. Sign in and choose your own first; nothing else works before.',
  licenceExpired: ({ name, expired }) =>
    `The licence of ${name} expired on ${formatCalendarDate(expired)}. Nothing is signed or ordered under it. An administrator enters the new one.`,
  rolesRefused: ({ why }) => ROLES_REFUSED[why],
  nameTaken: ({ name }) =>
    `${name} is on the list already. Look there, or type the name with what sets it apart.`,
  lastOfRole: ({ role }) => `This is the last ${roleWords(role)}. Add another ${roleWords(role)} first.`,
  somebodyIsHere: () => 'Somebody is signed in. Lock first, or record it there.',
  nothingRuns: () =>
    'Emergency access is for a session that is running or in recovery. None is. Ask an administrator for a new passphrase.',
  closedInEmergency: () =>
    'Closed in emergency access. It opens pause, stop, vitals, effects and notes of sessions that run or are in recovery. For anything else a person signs in.',
  pressGone: () => 'This was recorded already or dropped. Look at the chair.',
};

/** `28 s`, from two minutes on `4 min 30 s`. */
function waitWords(seconds: number): string {
  return formatElapsed(seconds * 1000);
}

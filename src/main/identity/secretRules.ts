import type { Failure } from '../../contract/failures.ts';

/** Shortest passphrase anyone may have, and anything may be encrypted with. */
export const SHORTEST_PASSPHRASE = 8;
const FEWEST_CHARACTERS = 4;
const FEWEST_DIGITS = 3;
const PIN_SHAPE = /^\d{6}$/;

type SecretNeed = Extract<Failure, { readonly kind: 'weakSecret' }>['need'];

/** True of six digits, whatever they are: what is typed where either secret would do is then taken for a PIN. */
export function looksLikePin(secret: string): boolean {
  return PIN_SHAPE.test(secret);
}

/**
 * Why a new PIN is refused; undefined when it may be used. Six digits, and neither
 * - one digit, two or three digits over and over (111111, 121212, 123123),
 * - three doubled digits (112233),
 * - a run up or down, also across 9 and 0 (123456, 654321, 890123),
 * - nor fewer than three different digits (112111, 155515).
 *
 * Source: UX 3.1 and issue “People and roles”: PINs refuse repeats and runs.
 */
export function pinRefusal(pin: string): SecretNeed | undefined {
  if (!PIN_SHAPE.test(pin)) return 'pinDigits';
  const digits = [...pin].map(Number);
  const isPlain =
    new Set(digits).size < FEWEST_DIGITS ||
    pin.slice(0, 3) === pin.slice(3) ||
    /^(\d)\1(\d)\2(\d)\3$/.test(pin) ||
    isRun(digits, 1) ||
    isRun(digits, 9);
  return isPlain ? 'pinTooPlain' : undefined;
}

/** Each digit follows from the one before by `step`, 9 and 0 being neighbours; a step of 9 is one down. */
function isRun(digits: readonly number[], step: number): boolean {
  return digits.every((digit, index) => index === 0 || digit === ((digits[index - 1] ?? 0) + step) % 10);
}

/**
 * Why a new passphrase is refused; undefined when it may be used: at least 8 characters, at least four different
 * ones, and no name of its owner with or without what stands around it.
 */
export function passphraseRefusal(passphrase: string, fullName: string): SecretNeed | undefined {
  if (passphrase.length < SHORTEST_PASSPHRASE) return 'passphraseLength';
  const letters = plain(passphrase);
  if (new Set(letters).size < FEWEST_CHARACTERS) return 'passphraseTooPlain';
  return letters === plain(fullName) ? 'passphraseIsName' : undefined;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}

import { hash } from 'node:crypto';
import { err, ok, type Result } from '../../core/result.ts';
import type { SessionEventType } from '../../core/session/events.ts';
import { canonicalJson } from '../eventLog/canonicalJson.ts';
import type { Patient } from '../services/patients.ts';
import type { LoadedSession } from '../services/sessionSteps.ts';

/** Facts about the paper and the signatures themselves are no part of what is signed and printed. */
const NOT_CONTENT: readonly SessionEventType[] = [
  'DocumentPrinted',
  'LabelPrinted',
  'SessionSigned',
  'SessionCountersigned',
  'SignatureSufficed',
];

/** SHA-256 of the canonical record: the patient's identity and every fact of the session but prints and signatures. */
export function recordHash(patient: Patient, { session, events }: LoadedSession): string {
  const { familyName, givenName, born, recordNumber } = patient.details;
  const facts = events
    .filter(({ type }) => !NOT_CONTENT.includes(type))
    .map(({ type, version, happenedAt, recordedAt, actor, witness, data }) => ({
      type,
      version,
      happenedAt,
      recordedAt,
      actor,
      witness,
      data,
    }));
  const content = { number: session.number, patient: { familyName, givenName, born, recordNumber }, facts };
  return hash('sha256', canonicalJson(content), 'hex');
}

/** Crockford's base 32: no I, L, O or U to misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 85;
const BITS_PER_CHARACTER = 5;

/**
 * The verification code of a hash: its first 85 bits as 17 characters of Crockford's base 32, then one check
 * character, in groups: `7F3K-9QXM-2C4T-W8RA-J5`. Source: UX 4, footer.
 *
 * The check is Σ (2i + 1) × value(i) mod 32. The odd weights make every single wrong character show; a plain
 * remainder of the number would only repeat its last character.
 */
export function codeOf(sha256: string): string {
  const bits = BigInt(`0x${sha256}`) >> BigInt(sha256.length * 4 - BITS);
  const values = Array.from({ length: BITS / BITS_PER_CHARACTER }, (_, index) => {
    const shift = BigInt(BITS - BITS_PER_CHARACTER * (index + 1));
    return Number((bits >> shift) & 31n);
  });
  return inGroups([...values, checkOf(values)]);
}

/** What is wrong with a code as somebody typed it from paper. */
export type CodeFault = 'length' | 'character' | 'check';

/**
 * A code as it was typed from paper, in its printed form. Spaces, dashes and small letters do not matter, and O, I and
 * L are read as the digits they are taken for, as Crockford's base 32 has it. A wrong character is never looked up:
 * the check character tells a slip of the eye from a page that is not of this record.
 */
export function readCode(typed: string): Result<string, CodeFault> {
  const characters = [...typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')];
  if (characters.length !== BITS / BITS_PER_CHARACTER + 1) return err('length');
  const values = characters.map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return err('character');
  return checkOf(values.slice(0, -1)) === values.at(-1) ? ok(inGroups(values)) : err('check');
}

function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => (sum + (2 * index + 1) * value) % 32, 0);
}

function inGroups(values: readonly number[]): string {
  const characters = values.map((value) => ALPHABET[value] ?? '').join('');
  return characters.match(/.{1,4}/g)?.join('-') ?? characters;
}

import { hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt, because Electron's BoringSSL has no argon2. N = 2^17, r = 8, p = 1: OWASP's figure, about a third of a
 * second, always off the main thread. Source: RELIABILITY 3.6.
 */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MAXIMUM_MEMORY = 256 * 1024 * 1024;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** The stored form of a secret: `scrypt$131072$8$1$salt$key`, its parameters with it. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveKey(secret, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** True when `secret` is the one that was stored. Takes the same time either way. */
export async function fitsSecret(secret: string, stored: string): Promise<boolean> {
  const [scheme, cost, blockSize, parallel, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || !cost || !blockSize || !parallel || !salt || !key) return false;
  const parameters = { N: Number(cost), r: Number(blockSize), p: Number(parallel) };
  const derived = await deriveKey(secret, Buffer.from(salt, 'base64'), parameters);
  const expected = Buffer.from(key, 'base64');
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

/** What the log keeps of a stored secret, so that a swapped one is noticed. */
export function commitmentTo(stored: string): string {
  return hash('sha256', stored, 'hex');
}

/** What scrypt is to cost. */
export type DerivationCost = { readonly N: number; readonly r: number; readonly p: number };

/** A key of 32 bytes from a passphrase, off the main thread. */
export function deriveKey(secret: string, salt: Buffer, cost: DerivationCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MAXIMUM_MEMORY }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

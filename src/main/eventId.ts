import crypto from 'node:crypto';

/** A UUIDv7: unique without asking anyone, and in order of time. An older runtime without it falls back to v4. */
export function newEventId(): string {
  return crypto.randomUUIDv7?.() ?? crypto.randomUUID();
}

/** The same id for the same text, whenever it is made: a UUIDv8 of its SHA-256. What is noted twice is stored once. */
export function eventIdOf(text: string): string {
  const hash = crypto.createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

import crypto from 'node:crypto';

/** A UUIDv7: unique without asking anyone, and in order of time. An older runtime without it falls back to v4. */
export function newEventId(): string {
  return crypto.randomUUIDv7?.() ?? crypto.randomUUID();
}

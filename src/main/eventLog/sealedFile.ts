import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { z } from '../../contract/zod.ts';
import { type DerivationCost, deriveKey } from '../identity/secretHash.ts';

/**
 * A file encrypted with a passphrase, for everything that leaves the profile:
 *
 *     magic (8 bytes) | length of the header (4) | header (JSON) | chunk | chunk | ... | last chunk
 *
 * key = scrypt(passphrase, salt); each chunk = AES-256-GCM, 16 bytes of tag behind it. Its nonce is its place, and
 * what is authenticated with it is the hash of everything before the first chunk, its place, and whether it is the
 * last: a chunk that was changed, moved, left out, added or cut off, and a changed header, do not open.
 * Source: RELIABILITY 3.5.
 */
const MAGIC = Buffer.from('INFDESK1');
const COST: DerivationCost = { N: 2 ** 17, r: 8, p: 1 };
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const SALT_BYTES = 16;
/** Characters of a salt in base64. */
const BASE64_SALT = 24;
const LONGEST_HEADER = 4_096;

const sealedHeader = z.strictObject({
  kdf: z.literal('scrypt'),
  N: z.literal(COST.N),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: z.string().length(BASE64_SALT),
  cipher: z.literal('aes-256-gcm'),
  chunkBytes: z.literal(CHUNK_BYTES),
});

/** Not such a file, the wrong passphrase, or not as it was written. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
  readonly why: 'notSealed' | 'passphraseOrDamaged';
  constructor(why: NotOpened['why']) {
    super(why);
    this.why = why;
  }
}

/** Encrypts a file into another one, readable by this user alone. It stands there when it is whole. */
export async function sealFile(from: string, to: string, passphrase: string): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const { N, r, p } = COST;
  const parameters = { kdf: 'scrypt', N, r, p, salt: salt.toString('base64') };
  const header = Buffer.from(
    JSON.stringify({ ...parameters, cipher: 'aes-256-gcm', chunkBytes: CHUNK_BYTES }),
  );
  const preamble = Buffer.concat([MAGIC, uint32(header.length), header]);
  const key = await deriveKey(passphrase, salt, COST);
  await rewritten(from, to, async (source, target) => {
    await target.write(preamble);
    await eachChunk(source, 0, CHUNK_BYTES, async (plain, place, isLast) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(place));
      cipher.setAAD(bound(preamble, place, isLast));
      await target.write(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    });
  });
}

/**
 * Decrypts such a file into one that does not exist yet. Throws `NotOpened` and leaves nothing when a single chunk
 * does not open.
 */
export async function openSealed(from: string, to: string, passphrase: string): Promise<void> {
  await rewritten(from, to, async (source, target) => {
    const { preamble, salt } = await readPreamble(source);
    const key = await deriveKey(passphrase, salt, COST);
    await eachChunk(source, preamble.length, CHUNK_BYTES + TAG_BYTES, async (sealed, place, isLast) => {
      await target.write(opened(sealed, { key, preamble, place, isLast }));
    });
  });
}

type Place = {
  readonly key: Buffer;
  readonly preamble: Buffer;
  readonly place: number;
  readonly isLast: boolean;
};

function opened(sealed: Buffer, { key, preamble, place, isLast }: Place): Buffer {
  if (sealed.length < TAG_BYTES) throw new NotOpened('passphraseOrDamaged');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(place));
  decipher.setAAD(bound(preamble, place, isLast));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new NotOpened('passphraseOrDamaged');
  }
}

async function readPreamble(
  source: FileHandle,
): Promise<{ readonly preamble: Buffer; readonly salt: Buffer }> {
  const start = await readAt(source, 0, MAGIC.length + 4);
  const length = start.length === MAGIC.length + 4 ? start.readUInt32BE(MAGIC.length) : 0;
  if (!start.subarray(0, MAGIC.length).equals(MAGIC) || length > LONGEST_HEADER)
    throw new NotOpened('notSealed');
  const header = await readAt(source, start.length, length);
  try {
    const { salt } = sealedHeader.parse(JSON.parse(header.toString('utf8')));
    return { preamble: Buffer.concat([start, header]), salt: Buffer.from(salt, 'base64') };
  } catch {
    throw new NotOpened('notSealed');
  }
}

type TakeChunk = (chunk: Buffer, place: number, isLast: boolean) => Promise<void>;

/** Hands on a file from a byte on in chunks; the last one may be short or empty, and says that it is the last. */
async function eachChunk(source: FileHandle, from: number, bytes: number, take: TakeChunk): Promise<void> {
  const { size } = await source.stat();
  const last = Math.max(0, Math.ceil((size - from) / bytes) - 1);
  for (let place = 0; place <= last; place += 1)
    await take(await readAt(source, from + place * bytes, bytes), place, place === last);
}

async function readAt(source: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await source.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Writes beside the place and puts it there when it is whole and on the disk; takes it away when it is not. */
async function rewritten(
  from: string,
  to: string,
  write: (source: FileHandle, target: FileHandle) => Promise<void>,
): Promise<void> {
  const beside = `${to}.part`;
  const source = await open(from, 'r');
  try {
    const target = await open(beside, 'wx', 0o600);
    try {
      await write(source, target);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

function bound(preamble: Buffer, place: number, isLast: boolean): Buffer {
  const digest = createHash('sha256').update(preamble).digest();
  return Buffer.concat([digest, uint32(place), Buffer.from([isLast ? 1 : 0])]);
}

/** A key is used for one file alone, so the place is nonce enough. */
function nonce(place: number): Buffer {
  const bytes = Buffer.alloc(NONCE_BYTES);
  bytes.writeUInt32BE(place, NONCE_BYTES - 4);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

import type { Database } from 'better-sqlite3';

export type CredentialKind = 'passphrase' | 'pin';

/** Where the hashes of passphrases and PINs stand: replaceable, so beside the log and not in it. */
export type CredentialTable = {
  get(user: string, kind: CredentialKind): string | undefined;
  set(user: string, kind: CredentialKind, hash: string): void;
};

export function createCredentialTable(database: Database): CredentialTable {
  const select = database.prepare<[string, string], { hash: string }>(
    'SELECT hash FROM credential WHERE user = ? AND kind = ?',
  );
  const replace = database.prepare('INSERT OR REPLACE INTO credential VALUES (?, ?, ?)');
  return {
    get: (user, kind) => select.get(user, kind)?.hash,
    set: (user, kind, hash) => {
      replace.run(user, kind, hash);
    },
  };
}

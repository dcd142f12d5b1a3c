import { randomBytes, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { newEventId } from '../../src/main/eventId.ts';
import { createCredentialTable } from '../../src/main/eventLog/credentialTable.ts';
import { PROGRAM } from '../../src/main/identity/identity.ts';
import { commitmentTo } from '../../src/main/identity/secretHash.ts';
import { userPaths } from '../../src/main/paths.ts';
import { prepareFolders, recordFiles } from '../../src/main/profile.ts';
import type { OpenRecord } from '../../src/main/services/openRecord.ts';
import { closeRecord, ensureTrainingFile, openRecordFile } from '../../src/main/services/openRecordFile.ts';
import { TRAINING_PEOPLE } from '../../src/main/services/training/trainingPeople.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { TODAY, ZONE } from './times.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    trainingFile: string;
  }
}

/**
 * Makes the training clinic once for all test files; each test works on its own copy. Making it takes seconds,
 * because sixteen secrets are hashed at full cost.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-training-'));
  project.provide('trainingFile', await makeTrainingFile(home));
  return () => rmSync(home, { recursive: true, force: true });
}

/** Makes the training clinic under `home`, with secrets that are quick to check. Gives its file. */
export async function makeTrainingFile(home: string): Promise<string> {
  const paths = userPaths(home);
  prepareFolders(paths);
  const file = recordFiles(paths).training;
  const clock = createSetClock(TODAY, ZONE);
  await ensureTrainingFile({ kind: 'training', file, clock, paths, version: 'test' });
  const record = openRecordFile({ kind: 'training', file, clock, paths, version: 'test' });
  quickenSecrets(record);
  closeRecord(record);
  return file;
}

/**
 * Sets the same passphrases and PINs again at a hundredth of the cost: the cost stands in the stored hash, so the
 * program checks them as it checks any. Full cost is tested where it belongs, in secretHash.test.ts.
 */
function quickenSecrets({ log, tables }: OpenRecord): void {
  const credentials = createCredentialTable(log.database);
  for (const { id, fullName } of tables.users()) {
    const person = TRAINING_PEOPLE.find((candidate) => candidate.fullName === fullName);
    if (!person) continue;
    for (const kind of ['passphrase', 'pin'] as const) {
      const stored = cheapHash(person[kind]);
      credentials.set(id, kind, stored);
      log.append([
        {
          stream: `user:${id}`,
          after: log.readStream(`user:${id}`).length,
          events: [
            {
              id: newEventId(),
              type: 'CredentialSet',
              version: 1,
              data: { kind, commitment: commitmentTo(stored) },
              happenedAt: TODAY - 3_600_000,
              actor: PROGRAM,
              witness: null,
            },
          ],
        },
      ]);
    }
  }
}

function cheapHash(secret: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(secret, salt, 32, { N: 1024, r: 8, p: 1 });
  return ['scrypt', 1024, 8, 1, salt.toString('base64'), key.toString('base64')].join('$');
}

import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorFile } from '../../../src/main/eventLog/anchor.ts';
import { type Paths, userPaths } from '../../../src/main/paths.ts';
import { prepareFolders, recordFiles } from '../../../src/main/profile.ts';
import type { OpenRecord } from '../../../src/main/services/openRecord.ts';
import { openRecordFile } from '../../../src/main/services/openRecordFile.ts';
import { createSetClock, type SetClock } from '../../../src/main/setClock.ts';
import { TODAY, ZONE } from '../../support/times.ts';

/** Where a record of the harness lies, and the anchor that goes with it. */
export type WorkPlace = { readonly paths: Paths; readonly file: string; readonly anchor: string };

/** A profile of its own under `home`, made where it is missing. */
export function workPlace(home: string): WorkPlace {
  const paths = userPaths(home);
  mkdirSync(home, { recursive: true });
  prepareFolders(paths);
  const file = recordFiles(paths).training;
  return { paths, file, anchor: anchorFile(paths.config, file) };
}

/** Opens the record there as the program does. Throws a `StartFailure`. */
export function openWorkRecord({ paths, file }: WorkPlace): {
  readonly record: OpenRecord;
  readonly clock: SetClock;
} {
  const clock = createSetClock(TODAY, ZONE);
  return { record: openRecordFile({ kind: 'training', file, clock, paths, version: 'fault' }), clock };
}

/** A folder for work that is made and thrown away a thousand times: in memory where the system offers that. */
export function quickFolder(): string {
  const inMemory = join('/dev', 'shm');
  return existsSync(inMemory) ? inMemory : tmpdir();
}

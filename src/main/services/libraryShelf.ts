import type { Failure } from '../../contract/failures.ts';
import { librarySchema } from '../../contract/library.ts';
import type { DrugLibrary } from '../../core/library/library.ts';
import { lintErrors, lintLibrary } from '../../core/library/lint.ts';
import { lintText } from '../../core/library/lintText.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import { schemaFaults } from './libraryFaults.ts';
import { libraryHash } from './libraryHash.ts';

export type PublishedLibrary = {
  readonly library: DrugLibrary;
  readonly hash: string;
  readonly publishedAt: number;
  readonly pharmacist: string;
  readonly director: string;
  readonly reason: string;
};

/** Why a library is published. The id is made before the first try: sending it twice publishes once. */
export type PublicationNote = { readonly reason: string; readonly id?: string };

/** The published libraries. The newest is in force; older ones stay, because sessions keep theirs for life. */
export type LibraryShelf = {
  current(): PublishedLibrary | undefined;
  byHash(hash: string): PublishedLibrary | undefined;
  /** Every one, the newest first. */
  all(): readonly PublishedLibrary[];
  /**
   * Two people publish: a pharmacist and a medical director. A content the schema refuses, or with an error of sense, is
   * refused with every fault in words, and nothing is published.
   */
  publish(
    library: DrugLibrary,
    people: { readonly pharmacist: Actor; readonly director: Actor },
    note: PublicationNote,
  ): Result<string, Failure>;
};

const STREAM = 'library';

export function createLibraryShelf(log: EventLog, clock: Clock): LibraryShelf {
  let shelf: readonly PublishedLibrary[] | undefined;
  const published = (): readonly PublishedLibrary[] => {
    shelf ??= readShelf(log);
    return shelf;
  };
  return {
    current: () => published().at(-1),
    byHash: (wanted) => published().find((entry) => entry.hash === wanted),
    all: () => published().toReversed(),
    publish(library, { pharmacist, director }, { reason, id = newEventId() }) {
      if (!pharmacist.roles.includes('pharmacist')) return roleNeeded('pharmacist');
      if (!director.roles.includes('director')) return roleNeeded('director');
      if (pharmacist.id === director.id) return err({ kind: 'anotherPersonNeeded' });
      const read = librarySchema.safeParse(library);
      if (!read.success) return err({ kind: 'libraryFaulty', faults: schemaFaults(read.error, library) });
      const content = read.data;
      const faults = lintErrors(lintLibrary(content)).map(lintText);
      if (faults.length > 0) return err({ kind: 'libraryFaulty', faults });
      const digest = libraryHash(content);
      const saved = log.append([
        {
          stream: STREAM,
          after: log.readStream(STREAM).length,
          events: [
            {
              id,
              type: 'LibraryPublished',
              version: 1,
              data: { library: content, hash: digest, reason },
              happenedAt: clock.now(),
              actor: pharmacist.id,
              witness: director.id,
              library: digest,
            },
          ],
        },
      ]);
      shelf = undefined;
      return saved.ok ? ok(digest) : saved;
    },
  };
}

type Published = { readonly library: DrugLibrary; readonly hash: string; readonly reason: string };

/** Every published library whose content still has the hash it was published under. */
function readShelf(log: EventLog): readonly PublishedLibrary[] {
  return log.readStream(STREAM).flatMap((event) => {
    if (event.type !== 'LibraryPublished' || !event.known) return [];
    const { library, hash: digest, reason } = event.data as Published;
    if (libraryHash(library) !== digest) return [];
    return [
      {
        library,
        hash: digest,
        publishedAt: event.happenedAt,
        pharmacist: event.actor,
        director: event.witness ?? '',
        reason,
      },
    ];
  });
}

function roleNeeded(role: 'pharmacist' | 'director'): Result<string, Failure> {
  return { ok: false, failure: { kind: 'roleNeeded', roles: [role] } };
}

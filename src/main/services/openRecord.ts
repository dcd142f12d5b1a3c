import type { WorkstationDetails } from '../../contract/events/otherEvents.ts';
import type { Clock } from '../clock.ts';
import type { Anchor } from '../eventLog/anchor.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import type { Identity } from '../identity/identity.ts';
import type { Paths } from '../paths.ts';
import type { ReadTables } from '../projections/readTables.ts';
import type { LibraryShelf } from './libraryShelf.ts';

/** A record that is open: the clinic's or the training clinic's. Everything a service works with. */
export type OpenRecord = {
  readonly kind: 'clinic' | 'training';
  readonly file: string;
  readonly log: EventLog;
  readonly tables: ReadTables;
  readonly identity: Identity;
  readonly library: LibraryShelf;
  readonly clock: Clock;
  readonly anchor: Anchor;
  readonly paths: Paths;
  /** Name of the clinic, of the workstation, and its chairs; null until it is set up. */
  workstation(): WorkstationDetails | null;
};

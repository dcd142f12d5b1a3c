import type { WorkstationDetails } from '../../contract/events/otherEvents.ts';
import type { RecordStanding } from '../../contract/recordStanding.ts';
import type { ClinicSettings } from '../../contract/views/staff.ts';
import type { Clock } from '../clock.ts';
import type { DiskRoom } from '../disk.ts';
import type { Anchor } from '../eventLog/anchor.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import type { Identity, Presence } from '../identity/identity.ts';
import type { Paths } from '../paths.ts';
import type { ReadTables } from '../projections/readTables.ts';
import type { LibraryShelf } from './libraryShelf.ts';

/** Whether every page of the file was gone through since it was last closed: at its opening, or by a good backup since. */
export type PageCheck = {
  isDue(): boolean;
  /** They were, and are as they should be. */
  done(): void;
  /** Something speaks against it. */
  doubt(): void;
};

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
  /** Who is here; handed on when the file is opened anew. */
  readonly presence: Presence;
  /** Folder of this record's backups. */
  readonly backups: string;
  /** Whether its pages are still to be gone through. */
  readonly pages: PageCheck;
  /** How much room the disk has for it. */
  room(): DiskRoom;
  /** How the record stands: what opening found, until somebody has accepted it. */
  standing(): RecordStanding;
  /** What the clinic has decided about this workstation. */
  settings(): ClinicSettings;
  /** Name of the clinic, of the workstation, and its chairs; null until it is set up. */
  workstation(): WorkstationDetails | null;
};

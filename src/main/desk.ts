import type { LockReason } from '../contract/events/peopleEvents.ts';
import type { Failure } from '../contract/failures.ts';
import type { AppView } from '../contract/views/app.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Actor } from '../core/session/roles.ts';
import type { Clock } from './clock.ts';
import { type Disk, type DiskRoom, diskRoom, systemDisk } from './disk.ts';
import { keepBallast } from './eventLog/ballast.ts';
import { isConnectionFault } from './eventLog/connectionFault.ts';
import type { Doubt } from './eventLog/doubt.ts';
import { actorOf, type SecondPerson } from './identity/identity.ts';
import type { Paths } from './paths.ts';
import { type LastOpen, recordFiles, writeLastOpen } from './profile.ts';
import { closeEmergency, emergencyPerson } from './services/away/emergency.ts';
import { createPresses, type Presses } from './services/away/presses.ts';
import { createEntryForms, type EntryForms } from './services/entries.ts';
import { createIncomingFile, type IncomingFile } from './services/incomingFile.ts';
import { noteAlive, noteStart } from './services/interruptions.ts';
import { type BackupKeeper, createBackupKeeper } from './services/keeping/backupKeeper.ts';
import { createFullChecker, type FullChecker } from './services/keeping/fullCheck.ts';
import { createIncomingExport, type IncomingExport } from './services/keeping/incomingExport.ts';
import { openAnew } from './services/keeping/openAnew.ts';
import type { OpenRecord } from './services/openRecord.ts';
import {
  closeRecord,
  ensureTrainingFile,
  openRecordFile,
  type RecordParts,
} from './services/openRecordFile.ts';
import type { Shell, WindowTheme } from './shell/shell.ts';
import { StartFailure } from './startFailure.ts';
import { appView } from './views/appView.ts';

/** The workstation while the program runs: the record that is open, and the window's half-done work. */
export type Desk = {
  readonly shell: Shell;
  readonly clock: Clock;
  readonly paths: Paths;
  record(): OpenRecord | null;
  readonly forms: EntryForms;
  /** Keys that went down while the desk was locked. */
  readonly presses: Presses;
  /** A library file on its way in. */
  readonly incoming: IncomingFile;
  /** An export on its way in, to be opened beside the record. */
  readonly incomingExport: IncomingExport;
  readonly backups: BackupKeeper;
  readonly checker: FullChecker;
  /** The open record, or the refusal to go on without one. */
  needRecord(): Result<OpenRecord, Failure>;
  /** The signed-in person, or the refusal. */
  needActor(): Result<Actor, Failure>;
  /** Somebody touched the desk. */
  touch(): void;
  /** Nobody is here any more; the window hears of it whatever the record takes. */
  lock(why: LockReason): Result<null, Failure>;
  /** Locks when nobody has touched the desk for as long as the clinic allows. */
  lockWhenIdle(): void;
  /** A second person for one action, proved by PIN or passphrase; null where none is asked for. */
  proveSecond(person: SecondPerson | null): Promise<Result<Actor | null, Failure>>;
  /** After a fault that came to light in reading: where the connection can no longer be trusted, opens the file anew. */
  recover(error: unknown): void;
  /**
   * A check beside the work has found something wrong with the record, as a start does: it is opened anew, a damaged
   * one from its newest good backup, for reading until somebody has recorded what happened.
   */
  doubted(record: OpenRecord, doubt: Doubt): Promise<void>;
  /** Opens one of the two records. Throws a `StartFailure`. */
  open(kind: LastOpen): Promise<void>;
  /** The same from the window: a failure is shown there and the desk stays without a record. */
  openOrSayWhy(kind: LastOpen): Promise<void>;
  /** What a record file of this kind is made from. */
  recordParts(kind: LastOpen): RecordParts;
  /** Back to the two doors. */
  leave(): void;
  /** Sees to it that there is a backup, and room on the disk. */
  everyMinute(): void;
  view(): AppView;
  close(): void;
};

const MILLISECONDS_PER_MINUTE = 60_000;

export type DeskParts = {
  readonly shell: Shell;
  readonly clock: Clock;
  readonly paths: Paths;
  readonly version: string;
  /** The machine's own when left out. */
  readonly disk?: Disk;
  readonly theme: WindowTheme;
};

export function createDesk({ shell, clock, paths, version, theme, disk = systemDisk }: DeskParts): Desk {
  const files = recordFiles(paths);
  const forms = createEntryForms();
  const presses = createPresses();
  const incomingExport = createIncomingExport(paths.data);
  let record: OpenRecord | null = null;
  let room: DiskRoom | null = null;
  let problem: AppView['problem'] = null;

  const shared = { clock, disk, paths, version };
  const recordParts = (kind: LastOpen): RecordParts => ({ kind, file: files[kind], ...shared });
  /** Tells the window to read again what it shows, although no fact was added. */
  const lookAgain = (): void => shell.push('changed', { streams: [], savedAt: clock.now() });
  const put = (next: OpenRecord | null): void => {
    if (record?.log.isOpen()) {
      presses.recordUnidentified(record, true);
      if (!next) closeEmergency(record);
      if (!record.log.isForReading()) noteAlive(record);
      closeRecord(record);
    }
    record = next;
    next?.log.onCommitted((events) => {
      const streams = [...new Set(events.map(({ stream }) => stream))];
      shell.push('changed', { streams, savedAt: events.at(-1)?.recordedAt ?? clock.now() });
      backups.heard(events);
    });
    next?.log.onBroken(reopen);
  };
  /**
   * After a fault of the disk: the file is opened and looked at anew, and the same people are there. While it cannot
   * be opened nothing is read or written; the next request tries again.
   */
  const reopen = (): void => {
    if (!record) return;
    const { kind, presence } = record;
    try {
      put(openRecordFile({ ...recordParts(kind), presence }));
      if (record.log.isForReading()) lookAgain();
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
    }
  };
  /** The window says why there is no record. */
  const sayWhy = (failure: StartFailure): void => {
    if (failure.kind === 'locked') throw failure;
    problem = { kind: failure.kind, file: failure.file };
    if (!record?.log.isOpen()) record = null;
  };
  const lock: Desk['lock'] = (why) => {
    if (record) closeEmergency(record);
    const locked = record?.identity.lock(why) ?? ok(null);
    // A record that takes no entries tells of nothing, and the window must show it all the same.
    lookAgain();
    return locked;
  };
  const current = (): OpenRecord | null => {
    if (record && !record.log.isOpen()) reopen();
    return record;
  };
  const doubted: Desk['doubted'] = async (of, doubt) => {
    const parts = { ...recordParts(of.kind), presence: of.presence };
    const anew = await openAnew(of, doubt, parts, () => record === of);
    if (anew instanceof StartFailure) sayWhy(anew);
    else if (anew) put(anew);
    lookAgain();
  };
  const backups = createBackupKeeper(() => (record?.log.isOpen() ? record : null), {
    made: lookAgain,
    doubted: (of, doubt) => void doubted(of, doubt),
  });
  const usable = (): Result<OpenRecord, Failure> => {
    const open = current();
    if (!open) return err({ kind: 'noRecordOpen' });
    return open.log.isOpen() ? ok(open) : err({ kind: 'notSaved', why: 'fault' });
  };
  const open = async (kind: LastOpen): Promise<void> => {
    if (kind === 'training') await ensureTrainingFile(recordParts(kind));
    put(null);
    put(openRecordFile(recordParts(kind)));
    problem = null;
    if (record && !record.log.isForReading()) {
      noteStart(record);
      // After the gap was found, which is counted from the last fact; the key counts from its own moment.
      presses.recordLeft(record);
    }
    record?.anchor.write();
    writeLastOpen(paths, kind);
  };
  return {
    shell,
    clock,
    paths,
    forms,
    presses,
    incoming: createIncomingFile(),
    incomingExport,
    backups,
    checker: createFullChecker(),
    record: () => (usable().ok ? record : null),
    needRecord: usable,
    needActor() {
      const open = usable();
      if (!open.ok) return open.failure.kind === 'noRecordOpen' ? err({ kind: 'notSignedIn' }) : open;
      const user = open.value.identity.current();
      const actor = user ? actorOf(user) : emergencyPerson(open.value);
      return actor ? ok(actor) : err({ kind: 'notSignedIn' });
    },
    touch() {
      if (record) record.presence.touchedAt = clock.counter();
    },
    lock,
    lockWhenIdle() {
      if (!record?.log.isOpen()) return;
      if (record.presence.user === null && record.presence.emergency === null) return;
      const idle = clock.counter() - record.presence.touchedAt;
      if (idle >= record.settings().lockAfterMinutes * MILLISECONDS_PER_MINUTE) lock('idle');
    },
    async proveSecond(person) {
      if (!person) return ok(null);
      const open = usable();
      return open.ok ? open.value.identity.proveSecond(person) : open;
    },
    recover(error) {
      if (!record || !isConnectionFault(error)) return;
      record.log.close();
      reopen();
    },
    doubted,
    open,
    recordParts,
    async openOrSayWhy(kind) {
      try {
        await open(kind);
      } catch (error) {
        if (!(error instanceof StartFailure)) throw error;
        sayWhy(error);
      }
    },
    leave() {
      put(null);
      writeLastOpen(paths, null);
    },
    everyMinute() {
      backups.makeWhenDue();
      const before = room;
      room = diskRoom(disk, paths.data);
      if (room.level === 'enough') keepBallast(paths.data);
      if (before?.level !== room.level) lookAgain();
    },
    view: () =>
      appView(usable().ok ? record : null, {
        version,
        clock,
        files,
        problem,
        theme,
        lastBackupAt: backups.newest()?.madeAt ?? null,
        disk: diskRoom(disk, paths.data),
      }),
    close() {
      incomingExport.drop();
      put(null);
    },
  };
}

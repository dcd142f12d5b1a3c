import type { ClockChangeDetails } from '../../contract/events/otherEvents.ts';
import type { AppView, ClockTick } from '../../contract/views/app.ts';
import type { Clock } from '../clock.ts';
import { recordIsThere } from '../profile.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { TRAINING_PEOPLE } from '../services/training/trainingPeople.ts';
import { WORKSTATION } from '../services/workstations.ts';
import { staffView } from './peopleViews.ts';

/** What every screen needs to know about the program it runs in. */
export function appView(
  record: OpenRecord | null,
  around: {
    readonly version: string;
    readonly clock: Clock;
    readonly files: Readonly<Record<'clinic' | 'training', string>>;
    readonly problem: AppView['problem'];
    readonly theme: AppView['theme'];
    readonly lastBackupAt: number | null;
    readonly disk: AppView['disk'];
  },
): AppView {
  const { version, clock, files, problem, theme, lastBackupAt, disk } = around;
  const workstation = record?.workstation();
  const user = record?.identity.current() ?? null;
  const library = record?.library.current()?.library;
  const lastSavedAt = record?.log.lastRecordedAt() ?? null;
  return {
    version,
    file: record?.kind ?? 'none',
    has: { clinic: recordIsThere(files.clinic), training: recordIsThere(files.training) },
    clinic: workstation?.clinic ?? '',
    workstation: workstation?.workstation ?? '',
    chairs: workstation?.chairs ?? [],
    user: record && user ? staffView(record, user) : null,
    staff: record ? record.tables.users().map((row) => staffView(record, row)) : [],
    library: library ? { name: library.name, version: library.version, notice: library.notice } : null,
    lastSavedAt,
    lastBackupAt,
    disk,
    standing: record?.standing() ?? null,
    clockBehind: Math.max(0, (lastSavedAt ?? 0) - clock.now()),
    clock: readTick(clock),
    clockChange: record ? clockChange(record) : null,
    theme,
    trainingKeys: record?.kind === 'training' ? trainingKeys(record) : null,
    problem,
  };
}

/** From the log, so that a window shows a fact and the next start asks no more. */
function clockChange({ log }: OpenRecord): AppView['clockChange'] {
  const facts = log.readStream(WORKSTATION);
  const started = facts.findLastIndex(({ type }) => type === 'ProgramStarted');
  const changed = facts.slice(started + 1).findLast(({ type, known }) => type === 'ClockChanged' && known);
  return changed ? { id: changed.id, ...(changed.data as ClockChangeDetails) } : null;
}

/** One reading of the clock, as the window gets it every second. */
export function readTick(clock: Clock): ClockTick {
  return { now: clock.now(), counter: clock.counter(), boot: clock.boot, zone: clock.zone() };
}

function trainingKeys(record: OpenRecord): AppView['trainingKeys'] {
  return record.tables.users().flatMap((user) => {
    const person = TRAINING_PEOPLE.find(({ fullName }) => fullName === user.fullName);
    if (!person) return [];
    const { passphrase, pin, does } = person;
    return [{ user: user.id, name: user.name, does, passphrase, pin }];
  });
}

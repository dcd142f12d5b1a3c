import type { ClockChangeDetails } from '../../contract/events/otherEvents.ts';
import type { AppView, ClockTick } from '../../contract/views/app.ts';
import type { Clock } from '../clock.ts';
import { recordIsThere } from '../profile.ts';
import { emergencyPerson } from '../services/away/emergency.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { TRAINING_PEOPLE } from '../services/training/trainingPeople.ts';
import { WORKSTATION } from '../services/workstations.ts';
import { awayView } from './awayViews.ts';
import { personOf, staffView } from './peopleViews.ts';

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
  const library = record?.library.current()?.library;
  const lastSavedAt = record?.log.lastRecordedAt() ?? null;
  return {
    version,
    file: record?.kind ?? 'none',
    has: { clinic: recordIsThere(files.clinic), training: recordIsThere(files.training) },
    clinic: workstation?.clinic ?? '',
    workstation: workstation?.workstation ?? '',
    chairs: workstation?.chairs ?? [],
    user: record ? personHere(record) : null,
    staff: record ? staff(record) : [],
    away: record ? awayView(record) : null,
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

/** Whoever is signed in; in an emergency access an assistant by the name that was typed. */
function personHere(record: OpenRecord): AppView['user'] {
  const user = record.identity.current();
  if (user) return staffView(record, user);
  const actor = emergencyPerson(record);
  if (!actor) return null;
  return {
    ...personOf(record)(actor.id),
    fullName: record.presence.emergency?.name ?? '',
    roles: actor.roles,
    licence: null,
    licenceExpires: null,
    licenceExpired: false,
    isProvisional: false,
    pinIsEnough: false,
  };
}

/** Who works here now, in the order they came. */
function staff(record: OpenRecord): AppView['staff'] {
  const here = record.tables.users().filter(({ isDisabled }) => !isDisabled);
  return here.map((user) => staffView(record, user));
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

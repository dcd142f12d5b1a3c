import type { deskEventData } from '../../contract/events/peopleEvents.ts';
import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { Infer } from '../../contract/zod.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { emergencyOf, UNIDENTIFIED } from '../identity/actors.ts';
import { prepared } from './prepared.ts';

type Desk = { [Type in keyof typeof deskEventData]: Infer<(typeof deskEventData)[Type]> };

/** Emergency accesses with what was done under each, and keys pressed by nobody known: who has to look at what. */
export function projectAway(database: Database, room: string, event: ReadEvent): void {
  if (event.stream.startsWith('session:')) projectAct(database, room, event);
  if (event.stream === 'workstation') projectDesk(database, event);
}

function projectAct(database: Database, session: string, { id, actor, type, happenedAt }: ReadEvent): void {
  const emergency = emergencyOf(actor);
  if (emergency !== undefined) {
    prepared(database, 'INSERT INTO emergency_act VALUES (?, ?, ?, ?, ?)').run(
      id,
      emergency,
      session,
      type,
      happenedAt,
    );
  }
  if (actor === UNIDENTIFIED && PRESSED.includes(type)) {
    prepared(database, 'INSERT INTO unidentified_row VALUES (?, ?, ?, ?, NULL, NULL)').run(
      id,
      session,
      type,
      happenedAt,
    );
  }
}

/** What a key of a locked desk does; the rest follows from it by itself. */
const PRESSED: readonly string[] = ['InfusionPaused', 'InfusionStopped'];

function projectDesk(database: Database, event: ReadEvent): void {
  const { id, type, data, happenedAt, actor } = event;
  switch (type) {
    case 'BreakGlassOpened':
      prepared(database, 'INSERT INTO emergency_row VALUES (?, ?, ?, NULL, NULL, NULL)').run(
        id,
        (data as Desk['BreakGlassOpened']).name,
        happenedAt,
      );
      return;
    case 'BreakGlassClosed':
      prepared(database, 'UPDATE emergency_row SET closed_at = ? WHERE id = ?').run(
        happenedAt,
        (data as Desk['BreakGlassClosed']).opened,
      );
      return;
    case 'BreakGlassReviewed':
      prepared(database, 'UPDATE emergency_row SET reviewed_at = ?, reviewed_by = ? WHERE id = ?').run(
        happenedAt,
        actor,
        (data as Desk['BreakGlassReviewed']).opened,
      );
      return;
    case 'PressClaimed':
      prepared(database, 'UPDATE unidentified_row SET claimed_by = ?, claimed_at = ? WHERE id = ?').run(
        actor,
        happenedAt,
        (data as Desk['PressClaimed']).event,
      );
      return;
    default:
      return;
  }
}

import type { AwayView, EmergencyView, UnclaimedPress } from '../../contract/views/away.ts';
import type { Session } from '../../core/session/session.ts';
import { timeline } from '../../core/session/timeline.ts';
import type { EmergencyAct, EmergencyRow } from '../projections/awayTables.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { loadSession } from '../services/sessionSteps.ts';
import type { PersonOf } from './peopleViews.ts';

/** What nobody has looked at or claimed yet: on every screen until somebody has. */
export function awayView(record: OpenRecord): AwayView {
  const { emergency } = record.presence;
  const waiting = record.tables.emergencies().filter(({ reviewed_at }) => reviewed_at === null);
  const presses = record.tables.unidentified().filter(({ claimed_by }) => claimed_by === null);
  return {
    open: emergency,
    emergencies: waiting.map((row) => emergencyView(record, row)),
    unclaimed: presses.map((row) => pressView(record, row)),
  };
}

function emergencyView(record: OpenRecord, row: EmergencyRow): EmergencyView {
  const { id, name, opened_at, closed_at } = row;
  const acts = record.tables.emergencyActs(id).flatMap((act) => actView(record, act));
  return { id, name, openedAt: opened_at, closedAt: closed_at, acts };
}

/** In the words of the session's own timeline; what follows from another act by itself is left to it. */
function actView(record: OpenRecord, { id, session, happened_at }: EmergencyAct): EmergencyView['acts'] {
  const loaded = loadSession(record, session);
  const line = loaded && timeline(loaded.session, loaded.events).find((candidate) => candidate.id === id);
  if (!loaded || !line?.clinical) return [];
  return [{ id, chair: chairOf(record, session), what: line.text, happenedAt: happened_at }];
}

function pressView(record: OpenRecord, { id, session, type, happened_at }: EmergencyAct): UnclaimedPress {
  return {
    event: id,
    chair: chairOf(record, session),
    what: type === 'InfusionPaused' ? 'pause' : 'stop',
    happenedAt: happened_at,
  };
}

function chairOf(record: OpenRecord, session: string): number {
  return record.tables.session(session)?.chair ?? 0;
}

/**
 * Who claimed what nobody known had pressed, by the fact. A claim after the signature changes nothing of what was signed.
 */
export function claimNotes(
  record: OpenRecord,
  { id, signed }: Session,
  person: PersonOf,
): ReadonlyMap<string, string> {
  const claims = record.tables.unidentified().flatMap((row): readonly (readonly [string, string])[] => {
    const { claimed_by: by, claimed_at: at } = row;
    if (row.session !== id || by === null || at === null) return [];
    return signed && at > signed.recordedAt ? [] : [[row.id, `claimed by ${person(by).name}`]];
  });
  return new Map(claims);
}

/** The detail of a line of the timeline, with who claimed it. */
export function withClaim(
  claims: ReadonlyMap<string, string>,
  { id, detail }: { readonly id: string; readonly detail: string | null },
): string | null {
  return [detail, claims.get(id)].filter((part) => part !== undefined && part !== null).join('; ') || null;
}

import type { PatientBannerView } from '../../contract/views/people.ts';
import type { BoardView, ChairSession } from '../../contract/views/session.ts';
import { OCCUPYING_STATES } from '../../core/session/session.ts';
import type { SessionRow } from '../projections/readTables.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { loadSession } from '../services/sessionSteps.ts';
import { listName, personOf } from './peopleViews.ts';
import { chairSession } from './sessionView.ts';

/** The board: every chair in its order, plans not yet signed, records not yet signed. */
export function boardView(record: OpenRecord): BoardView {
  const locked = record.identity.current() === null;
  const active = record.tables.sessionsInStates(OCCUPYING_STATES);
  const chairs = record.workstation()?.chairs ?? [];
  return {
    chairs: chairs.map(({ number, name }) => {
      const row = active.find(({ chair }) => chair === number);
      const loaded = row && loadSession(record, row.id);
      const session = loaded ? chairSession(record, loaded) : null;
      return { number, name, session: session && locked ? withoutIdentity(session) : session };
    }),
    planned: locked ? [] : planned(record),
    unsigned: locked ? [] : unsigned(record),
  };
}

/** While locked the chairs stay readable, but for who sits there: initials only. Source: UX 3.1. */
function withoutIdentity(session: ChairSession): ChairSession {
  const { familyName, givenName } = session.patient;
  const patient: PatientBannerView = {
    ...session.patient,
    familyName: `${givenName.charAt(0)}.${familyName.charAt(0)}.`,
    givenName: '',
    title: null,
    recordNumber: '',
    allergies: null,
    birth: null,
    weight: null,
    weightClosed: true,
  };
  return { ...session, patient };
}

function planned(record: OpenRecord): BoardView['planned'] {
  const person = personOf(record);
  return record.tables.sessionsInStates(['PLANNED']).map((row) => ({
    id: row.id,
    chair: row.chair,
    patient: nameOf(record, row),
    protocol: protocolName(record, row),
    by: person(row.planned_by),
    voided: loadSession(record, row.id)?.events.some(({ type }) => type === 'AuthorisationVoided') ?? false,
  }));
}

function unsigned(record: OpenRecord): BoardView['unsigned'] {
  const person = personOf(record);
  return record.tables.sessionsInStates(['DISCHARGED']).map((row) => ({
    id: row.id,
    number: row.number,
    chair: row.chair,
    patient: nameOf(record, row),
    endedAt: row.ended_at,
    signedBy: row.signed_by === null ? null : person(row.signed_by),
  }));
}

function nameOf(record: OpenRecord, { patient }: SessionRow): string {
  const row = record.tables.patient(patient);
  return row ? listName({ familyName: row.family_name, givenName: row.given_name }) : '';
}

function protocolName(record: OpenRecord, row: SessionRow): string {
  const hash = loadSession(record, row.id)?.session.library.hash ?? '';
  return (
    record.library.byHash(hash)?.library.protocols.find(({ id }) => id === row.protocol)?.title ??
    row.protocol
  );
}

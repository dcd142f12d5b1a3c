import type { Response } from '../../contract/channels.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { personOf } from './peopleViews.ts';

/** Rows of one page of the report. */
const PAGE = 50;

/** Who signed in, was refused or locked the workstation, newest first, from before event `after` on. */
export function loginPage(record: OpenRecord, after: number | null): Response<'keeping:logins'> {
  const { rows, total } = record.tables.loginPage(PAGE, after);
  const person = personOf(record);
  const last = rows.length === PAGE ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ id, user, what, proof, at }) => ({ id, what, proof, at, person: person(user) })),
    total,
    next: last && last.seq > 1 ? last.seq : null,
  };
}

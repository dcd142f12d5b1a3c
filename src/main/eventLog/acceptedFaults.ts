import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { workstationEventData } from '../../contract/events/otherEvents.ts';
import type { Infer } from '../../contract/zod.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { ChainFault } from './verifyLog.ts';

type Acceptance = Infer<(typeof workstationEventData)['RecordStandingAccepted']>;

/** What medical directors and administrators have recorded as wrong with this record so far. */
export function acceptances(database: Database): readonly Acceptance[] {
  return database
    .prepare<[], { data: string }>(
      "SELECT data FROM event WHERE stream = 'workstation' AND type = 'RecordStandingAccepted'",
    )
    .all()
    .flatMap(({ data }) => {
      const parsed = workstationEventData.RecordStandingAccepted.safeParse(JSON.parse(data));
      return parsed.success ? [parsed.data] : [];
    });
}

/** Whether a fault of the chain was accepted, as it is now: the same event changed once more is another fault. */
export function acceptedFaults(database: Database): (fault: ChainFault) => boolean {
  const known = new Set(
    acceptances(database).flatMap(({ standing }) => (standing.kind === 'broken' ? [standing.found] : [])),
  );
  return (fault) => known.has(fingerprint(fault));
}

/** SHA-256 of an event as it is now, its own seal included. */
export function fingerprint({ row }: ChainFault): string {
  const { prev, hash: seal, ...columns } = row;
  return hash(
    'sha256',
    canonicalJson({ ...columns, prev: prev.toString('hex'), hash: seal.toString('hex') }),
    'hex',
  );
}

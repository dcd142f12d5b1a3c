import type { Failure } from '../../contract/failures.ts';
import { err, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import { anchorFile, readAnchor } from '../eventLog/anchor.ts';
import { noteStart } from './interruptions.ts';
import type { OpenRecord } from './openRecord.ts';
import { recordWorkstationFact } from './workstations.ts';

/**
 * Records what was found wrong with a record that is open for reading, by the person who proved to be a medical
 * director or an administrator. From then on it is written to again and anchored anew, and the start that could not be
 * recorded is.
 */
export function acceptStanding(
  record: OpenRecord,
  by: { readonly requestId: string; readonly actor: Actor },
): Result<null, Failure> {
  if (!record.log.isForReading()) return err({ kind: 'nothingToAnswer' });
  const seen = readAnchor(anchorFile(record.paths.config, record.file));
  const accepted = recordWorkstationFact(
    record,
    {
      type: 'RecordStandingAccepted',
      version: 1,
      data: { standing: record.standing(), seen, there: record.log.head() },
    },
    { id: by.requestId, actor: by.actor.id },
  );
  if (!accepted.ok) return accepted;
  record.anchor.write();
  return noteStart(record);
}

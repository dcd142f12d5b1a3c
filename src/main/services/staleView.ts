import type { Failure } from '../../contract/failures.ts';
import type { OpenRecord } from './openRecord.ts';

/**
 * The refusal of a request that names a patient and the session of another: it comes from a view that was left for
 * somebody else. Source: hazard H06.
 */
export function staleViewRefusal(
  record: OpenRecord,
  { patient, session }: { readonly patient: string; readonly session: string | null },
): Failure | undefined {
  if (session === null) return undefined;
  const row = record.tables.session(session);
  return row && row.patient !== patient ? { kind: 'otherPatient' } : undefined;
}

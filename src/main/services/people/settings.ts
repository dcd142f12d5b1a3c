import type { Failure } from '../../../contract/failures.ts';
import type { ClinicSettings } from '../../../contract/views/staff.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { hasRole } from '../../../core/session/roles.ts';
import type { EventLog } from '../../eventLog/eventLog.ts';
import type { OpenRecord } from '../openRecord.ts';
import { recordWorkstationFact, WORKSTATION } from '../workstations.ts';
import type { By } from './staff.ts';

/** As a clinic begins: 3 min, two people for two entries, two signatures. Source: UX 0.4 and 3.1. */
const AT_FIRST: ClinicSettings = { lockAfterMinutes: 3, oneClinician: false, signatures: 'both' };

/** The settings in force, read from the log again only when the workstation's stream has grown. */
export function settingsReader(log: EventLog): () => ClinicSettings {
  let read: { readonly position: number; readonly settings: ClinicSettings } | null = null;
  return () => {
    const position = log.position(WORKSTATION);
    if (read?.position !== position) read = { position, settings: newestSettings(log) };
    return read.settings;
  };
}

function newestSettings(log: EventLog): ClinicSettings {
  const event = log
    .readStream(WORKSTATION)
    .findLast(({ type, known }) => type === 'ClinicSettingsChanged' && known);
  // Version 1 did not say who signs.
  return event ? { ...AT_FIRST, ...(event.data as Partial<ClinicSettings>) } : AT_FIRST;
}

/**
 * Changes the settings. How long a desk stays open is the director's or the administrator's to say; whether one
 * person may make both entries, and whose signature closes a record, is the director's alone. Source: UX 0.4.
 */
export function changeSettings(
  record: OpenRecord,
  { requestId, actor }: By,
  settings: ClinicSettings,
): Result<null, Failure> {
  if (record.log.hasEvent(requestId)) return ok(null);
  const now = record.settings();
  const isClinical = settings.oneClinician !== now.oneClinician || settings.signatures !== now.signatures;
  if (isClinical && !hasRole(actor, ['director'])) return err({ kind: 'roleNeeded', roles: ['director'] });
  return recordWorkstationFact(
    record,
    { type: 'ClinicSettingsChanged', version: 2, data: settings },
    { id: requestId, actor: actor.id },
  );
}

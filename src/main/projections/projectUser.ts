import type { UserDetails } from '../../contract/events/otherEvents.ts';
import type { CredentialDetails, StaffChange, StaffDetails } from '../../contract/events/peopleEvents.ts';
import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';

/** Keeps the row of a member of staff in step with one more fact about them. */
export function projectUser(database: Database, id: string, event: ReadEvent): void {
  switch (event.type) {
    case 'UserAdded':
      addUser(database, id, event);
      return;
    case 'UserChanged': {
      const { suffix, roles, licence, licenceExpires } = event.data as StaffChange;
      prepared(
        database,
        'UPDATE user_row SET suffix = ?, roles = ?, licence = ?, licence_expires = ? WHERE id = ?',
      ).run(suffix, JSON.stringify(roles), licence, licenceExpires, id);
      return;
    }
    case 'UserDisabled':
    case 'UserEnabled':
      prepared(database, 'UPDATE user_row SET disabled = ? WHERE id = ?').run(
        event.type === 'UserDisabled' ? 1 : 0,
        id,
      );
      return;
    case 'CredentialSet':
      setCredential(database, id, event);
      return;
    case 'CredentialCleared':
      prepared(database, 'UPDATE user_row SET has_pin = 0 WHERE id = ?').run(id);
      return;
    default:
      return;
  }
}

/** Version 1 knew no expiry. */
function addUser(database: Database, id: string, event: ReadEvent): void {
  const details = event.data as UserDetails | StaffDetails;
  const { name, fullName, initials, suffix, roles, licence } = details;
  const expires = 'licenceExpires' in details ? details.licenceExpires : null;
  prepared(database, 'INSERT INTO user_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)').run(
    id,
    name,
    fullName,
    initials,
    suffix,
    JSON.stringify(roles),
    licence,
    expires,
    event.seq,
  );
}

/** Under version 1 every secret was its owner's own. */
function setCredential(database: Database, id: string, event: ReadEvent): void {
  const details = event.data as Omit<CredentialDetails, 'provisional'> | CredentialDetails;
  if (details.kind === 'pin') {
    prepared(database, 'UPDATE user_row SET has_pin = 1 WHERE id = ?').run(id);
    return;
  }
  const isProvisional = 'provisional' in details && details.provisional;
  prepared(database, 'UPDATE user_row SET provisional = ? WHERE id = ?').run(isProvisional ? 1 : 0, id);
}

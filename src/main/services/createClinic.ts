import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Role } from '../../core/session/roles.ts';
import type { Desk } from '../desk.ts';
import type { NewStaff } from '../identity/identity.ts';
import { writtenName } from '../identity/personName.ts';
import { passphraseRefusal } from '../identity/secretRules.ts';
import { recordFiles, recordIsThere } from '../profile.ts';
import type { OpenRecord } from './openRecord.ts';
import { makeRecordFile } from './openRecordFile.ts';
import { setUpWorkstation } from './workstations.ts';

type NewClinic = Request<'app:createClinic'>;

/** The first run of a real clinic: a medical director and an administrator, the clinic's name and its chairs. */
export async function createClinic(desk: Desk, request: NewClinic): Promise<Result<null, Failure>> {
  const { director, administrator } = request;
  if (recordIsThere(recordFiles(desk.paths).clinic)) return err({ kind: 'alreadySetUp' });
  for (const { passphrase, fullName } of [director, administrator]) {
    const need = passphraseRefusal(passphrase, fullName);
    if (need) return err({ kind: 'weakSecret', need });
  }
  const samePerson = director.fullName.trim().toLowerCase() === administrator.fullName.trim().toLowerCase();
  if (samePerson || director.passphrase === administrator.passphrase) {
    return err({ kind: 'weakSecret', need: 'samePerson' });
  }
  await makeRecordFile(desk.recordParts('clinic'), (record) => fillClinic(record, request));
  await desk.open('clinic');
  return ok(null);
}

async function fillClinic(record: OpenRecord, request: NewClinic): Promise<void> {
  const { clinic, workstation, director, administrator } = request;
  const chairs = request.chairs.map((name, index) => ({ number: index + 1, name }));
  const people = [
    { person: director, roles: ['director'] },
    { person: administrator, roles: ['admin'] },
  ] as const;
  const outcomes: Result<unknown, Failure>[] = [
    setUpWorkstation(record, { kind: 'clinic', clinic, workstation, chairs }),
  ];
  for (const { person, roles } of people) {
    const secrets = { passphrase: person.passphrase, pin: null };
    outcomes.push(await record.identity.addUser(userDetails(person, roles), secrets));
  }
  const refused = outcomes.find(({ ok: done }) => !done);
  if (refused) throw new Error(`The clinic could not be set up: ${JSON.stringify(refused)}`);
}

function userDetails(person: NewClinic['director'], roles: readonly Role[]): NewStaff {
  const { suffix, licence, licenceExpires } = person;
  const fullName = person.fullName.trim();
  return { fullName, ...writtenName(fullName), suffix, roles, licence, licenceExpires };
}

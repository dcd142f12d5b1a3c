import type { Failure } from '../../contract/failures.ts';
import type { StaffListView } from '../../contract/views/staff.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Desk } from '../desk.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { resetPassphrase } from '../services/people/keys.ts';
import { changeSettings } from '../services/people/settings.ts';
import {
  addPerson,
  type By,
  changePerson,
  clearPin,
  disablePerson,
  enablePerson,
} from '../services/people/staff.ts';
import { staffListView } from '../views/staffViews.ts';
import { type Handlers, signedIn, signedInLater } from './handler.ts';

export const peopleHandlers: Handlers<'people'> = {
  'people:load': (desk) => signedIn(desk, (record) => ok(staffListView(record))),
  'people:add': (desk, { requestId, ...typed }) =>
    changed(desk, requestId, (record, by) => addPerson(record, by, typed)),
  'people:change': (desk, { requestId, ...change }) =>
    changed(desk, requestId, (record, by) => changePerson(record, by, change)),
  'people:disable': (desk, { requestId, user }) =>
    changed(desk, requestId, (record, by) => disablePerson(record, by, user)),
  'people:enable': (desk, { requestId, user }) =>
    changed(desk, requestId, (record, by) => enablePerson(record, by, user)),
  'people:clearPin': (desk, { requestId, user }) =>
    changed(desk, requestId, (record, by) => clearPin(record, by, user)),
  'people:resetPassphrase': (desk, { requestId, ...typed }) =>
    changed(desk, requestId, (record, by) => resetPassphrase(record, by, typed)),
};

export const settingsHandlers: Handlers<'settings'> = {
  'settings:change': async (desk, { requestId, settings, passphrase }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const proved = await record.value.identity.proveAgain(passphrase);
    if (!proved.ok) return proved;
    return changed(desk, requestId, (open, by) => changeSettings(open, by, settings));
  },
};

type Outcome = Result<null, Failure>;

/** Answered with everybody as they stand after the commit. */
function changed(
  desk: Desk,
  requestId: string,
  change: (record: OpenRecord, by: By) => Outcome | Promise<Outcome>,
): Promise<Result<StaffListView, Failure>> {
  return signedInLater(desk, async (record, actor) => {
    const outcome = await change(record, { requestId, actor });
    return outcome.ok ? ok(staffListView(record)) : outcome;
  });
}

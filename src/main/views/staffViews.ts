import type { StaffListView } from '../../contract/views/staff.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { staffView } from './peopleViews.ts';

/** Everybody who works here or has worked here, those who are here first, and the settings of the workstation. */
export function staffListView(record: OpenRecord): StaffListView {
  const people = record.tables.users().map((user) => ({
    ...staffView(record, user),
    isDisabled: user.isDisabled,
    hasPin: user.hasPin,
  }));
  return {
    people: people.toSorted((one, other) => Number(one.isDisabled) - Number(other.isDisabled)),
    settings: record.settings(),
  };
}

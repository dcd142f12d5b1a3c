import { clinicSettings } from '../events/peopleEvents.ts';
import { type Infer, z } from '../zod.ts';
import { staffMember } from './people.ts';

/** A member of staff as an administrator sees them, those who have left among the others. */
export const staffRow = staffMember.extend({ isDisabled: z.boolean(), hasPin: z.boolean() });
export type StaffRow = Infer<typeof staffRow>;

/** What a clinic decides about this workstation. */
export type ClinicSettings = Infer<typeof clinicSettings>;

export const staffList = z.strictObject({ people: z.array(staffRow), settings: clinicSettings });
export type StaffListView = Infer<typeof staffList>;

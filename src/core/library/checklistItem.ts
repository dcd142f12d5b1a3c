/** What a protocol asks before a start, and the vital signs it lets one begin with. Source: UX 3.10. */

export const CHECK_GROUPS = ['patient', 'line', 'pump', 'room'] as const;
/** How an item is answered: yes or no, a time, or what its own fields say. */
export const CHECK_ASKS = [
  'yesNo',
  'arrival',
  'food',
  'clearFluid',
  'consent',
  'pregnancy',
  'withheld',
  'escort',
  'access',
] as const;

/** One thing that is asked and answered before a start. */
export type ChecklistItem = {
  readonly id: string;
  readonly group: (typeof CHECK_GROUPS)[number];
  readonly text: string;
  readonly asks: (typeof CHECK_ASKS)[number];
  /** Food and drink: hours that must have gone by. Arrival: hours the patient is asked to be there before the start. */
  readonly hours?: number;
  /** Whether a "no" stops the start until a prescriber decides. */
  readonly noNeedsPrescriber: boolean;
};

/** Vital signs a session may begin with; both ends allowed. mmHg, beats per minute, %. */
export type EntryLimits = {
  readonly systolicMaximum: number;
  readonly diastolicMaximum: number;
  readonly heartRateMinimum: number;
  readonly heartRateMaximum: number;
  readonly spo2Minimum: number;
};

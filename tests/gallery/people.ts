import type { DoneView, PatientBannerView, PersonView, StaffView } from '../../src/contract/views/people.ts';
import type { TimelineRow } from '../../src/contract/views/session.ts';

/** The people and times of the mockups: 14-Nov-2025, Chair 2, 72 kg, 0.5 mg/kg over 40 min, 54 mL/h. */

export const ZONE = 'Europe/London';
export const NOW = Date.UTC(2025, 10, 14, 10, 18);

/** A moment of 14-Nov-2025 in London. */
export function at(hour: number, minute: number, second = 0): number {
  return Date.UTC(2025, 10, 14, hour, minute, second);
}

export const LIM: PersonView = { id: 'lim', name: 'R. Lim', initials: 'RL', suffix: 'RN' };
export const OSEI: PersonView = { id: 'osei', name: 'J. Osei', initials: 'JO', suffix: 'RN' };

/** A licence that does not end, and a passphrase of one's own. */
export const IN_ORDER = { licenceExpires: null, licenceExpired: false, isProvisional: false } as const;

export const STAFF: readonly StaffView[] = [
  { ...LIM, fullName: 'Rosa Lim', roles: ['nurse'], licence: '48-2217', pinIsEnough: true, ...IN_ORDER },
  { ...OSEI, fullName: 'Joy Osei', roles: ['nurse'], licence: '48-3310', pinIsEnough: true, ...IN_ORDER },
  {
    id: 'patel',
    name: 'Dr Patel',
    initials: 'DP',
    suffix: '',
    fullName: 'Dev Patel',
    roles: ['prescriber'],
    licence: '61-0042',
    pinIsEnough: false,
    ...IN_ORDER,
  },
];

export const OKAFOR: PatientBannerView = {
  id: 'patient:okafor',
  familyName: 'Okafor',
  givenName: 'Ada',
  title: 'Ms',
  sex: 'female',
  recordNumber: '004-271-88',
  allergies: {
    status: 'known',
    items: [{ kind: 'drug', substance: 'ondansetron', reaction: 'rash', year: 2019 }],
  },
  birth: { born: '1984-03-09', ageYears: 41 },
  weight: {
    weight: '72 kg',
    pounds: '158.733 lb',
    weighedAt: at(9, 12),
    scale: 'scale 1',
    method: 'measured',
  },
  weightClosed: false,
};

/** The same patient while a blind entry is open. */
export const OKAFOR_BLIND: PatientBannerView = { ...OKAFOR, birth: null, weight: null, weightClosed: true };

export function done(by: PersonView, moment: number, recorded = moment): DoneView {
  return {
    by,
    witness: null,
    happenedAt: moment,
    recordedAt: recorded,
    at: moment,
    late: recorded - moment >= 60_000,
  };
}

type RowWords = Pick<TimelineRow, 'mark' | 'text'> & Partial<Pick<TimelineRow, 'detail' | 'strong'>>;

/** One line of a timeline. */
export function row(by: DoneView, { mark, text, detail = null, strong = false }: RowWords): TimelineRow {
  return {
    id: `${by.happenedAt}-${text}`,
    done: by,
    mark,
    text,
    detail,
    strong,
    clinical: true,
    rate: null,
    given: null,
    givenPerKg: null,
    vitals: null,
    effect: null,
    superseded: false,
    correction: null,
    correctable: null,
  };
}

export const TIMELINE: readonly TimelineRow[] = [
  row(done(LIM, at(10, 17, 40)), { mark: 'care', text: 'Note “calm, eyes closed”' }),
  row(done(OSEI, at(10, 12)), {
    mark: 'effect',
    text: 'Nausea 1, mild — open',
    detail: 'slow breathing, bowl given',
  }),
  row(done(LIM, at(10, 10), at(10, 14)), { mark: 'vitals', text: 'BP 141/88, HR 91, SpO2 98 %' }),
  row(done(LIM, at(10, 0)), {
    mark: 'start',
    text: 'Start 54 mL/h',
    detail: 'BP 130/78, HR 80, SpO2 98 %',
    strong: true,
  }),
  row({ ...done(OSEI, at(9, 57, 2)), witness: LIM }, { mark: 'rate', text: 'Pump read-back agrees' }),
];

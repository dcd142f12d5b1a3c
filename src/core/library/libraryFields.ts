import type { ChecklistItem } from './checklistItem.ts';
import { DRUG_CLASS_WORDS } from './drugClass.ts';
import type { FieldsOf, Group } from './fieldTable.ts';
import type {
  AgeBand,
  Drug,
  DrugLibrary,
  LimitBand,
  Product,
  Protocol,
  PumpProfile,
  WeightRule,
} from './library.ts';

/** Every field a drug library can have, in words. What is shown, compared and refused is named by this table. */

const BAND: FieldsOf<LimitBand<'mg'> & AgeBand> = {
  hardMinimum: { words: 'lower hard limit' },
  softMinimum: { words: 'lower soft limit' },
  usual: { words: 'usual value' },
  softMaximum: { words: 'upper soft limit' },
  hardMaximum: { words: 'upper hard limit' },
  source: { words: 'source of the limits' },
};

function band(words: string): Group & { readonly fields: typeof BAND } {
  return { words, fields: BAND };
}

export const PUMP_FIELDS: FieldsOf<PumpProfile> = {
  id: { words: 'id' },
  name: { words: 'name' },
  rateStep: { words: 'step of the rate' },
  volumeStep: { words: 'step of the volume' },
  rateMinimum: { words: 'lowest rate' },
  rateMaximum: { words: 'highest rate' },
};

export const PRODUCT_FIELDS: FieldsOf<Product> = {
  id: { words: 'id' },
  strength: { words: 'strength' },
  vialVolume: { words: 'volume of a vial' },
  barcode: { words: 'barcode of a vial' },
  undilutedForbidden: { words: 'never given undiluted' },
};

export const DRUG_FIELDS: FieldsOf<Drug> = {
  id: { words: 'id' },
  displayName: { words: 'name' },
  drugClass: { words: 'class', values: DRUG_CLASS_WORDS },
  allergyNames: { words: 'names an allergy is looked for under' },
  allergyClasses: { words: 'classes an allergy is looked for under' },
  lookAlikes: { words: 'drugs it is easily taken for' },
  reconciliationTolerance: { words: 'largest remainder that still balances' },
  products: { words: 'products', one: 'product', fields: PRODUCT_FIELDS },
};

const MODES: Readonly<Record<Protocol['mode'], string>> = {
  doseOverTime: 'dose over a set time',
  weightRate: 'rate per kilogram',
  flatRate: 'rate without a body weight',
  countedDoses: 'counted doses',
};

const BASES: Readonly<Record<WeightRule['basis'], string>> = {
  actual: 'actual weight',
  ideal: 'ideal weight (Devine)',
  adjusted: 'adjusted weight (ideal weight by Devine and 0.4 of the excess)',
  leanJames: 'lean weight (James)',
  leanJanmahasatian: 'lean weight (Janmahasatian)',
};

const ASKED: Readonly<Record<ChecklistItem['asks'], string>> = {
  yesNo: 'yes or no',
  arrival: 'when the patient arrived',
  food: 'the last food',
  clearFluid: 'the last clear fluid',
  consent: 'whether the consent is valid',
  pregnancy: 'pregnancy',
  withheld: 'medicines withheld',
  escort: 'the escort',
  access: 'the vein',
};

export const PROTOCOL_FIELDS: FieldsOf<Protocol> = {
  id: { words: 'id' },
  name: { words: 'name' },
  title: { words: 'title' },
  indication: { words: 'indication' },
  owner: { words: 'owner' },
  reviewDue: { words: 'review due' },
  mode: { words: 'way of giving', values: MODES },
  unit: { words: 'unit the rate is ordered in' },
  drug: { words: 'drug' },
  route: { words: 'route' },
  pump: { words: 'pump' },
  dose: band('the dose'),
  rate: band('the dose rate'),
  flatRate: band('the dose rate'),
  total: band('the total dose'),
  duration: band('the duration'),
  dosingWeight: {
    words: 'the weight doses count on',
    leavesSayAll: true,
    fields: {
      basis: { words: 'weight doses per kilogram count on', values: BASES },
      cap: { words: 'highest weight doses count on' },
    },
  },
  concentration: band('the concentration'),
  loading: band('the loading dose'),
  loadingDuration: band('the time of a loading dose'),
  steps: {
    words: 'a rate in steps',
    leavesSayAll: true,
    fields: { most: { words: 'most steps of a rate' } },
  },
  bolus: {
    words: 'a bolus',
    leavesSayAll: true,
    fields: {
      dose: band('a bolus'),
      gapMinutes: { words: 'least time between two boluses', unit: 'min' },
      most: { words: 'most boluses in a session' },
    },
  },
  perDose: { words: 'amount of one dose' },
  doses: {
    words: 'number of doses',
    leavesSayAll: true,
    fields: { lowest: { words: 'fewest doses' }, highest: { words: 'most doses' } },
  },
  gapMinutes: { words: 'least time between two doses', unit: 'min' },
  device: {
    words: 'the device',
    leavesSayAll: true,
    fields: {
      kind: { words: 'doses are given as', values: { spray: 'sprays', injection: 'injections' } },
      name: { words: 'device' },
      deadSpace: { words: 'volume that stays behind in the device' },
      doseMaximum: { words: 'largest volume of one dose' },
      useByHours: { words: 'use of a filled device', unit: 'h' },
    },
  },
  perDay: band('the dose in 24 h'),
  perCourse: band('the dose in the whole course'),
  againstLast: band('the dose against the last one'),
  age: band('the age'),
  weight: band('the body weight'),
  weightMaxAgeHours: { words: 'oldest weighing', unit: 'h' },
  diluent: { words: 'diluent' },
  container: {
    words: 'container',
    leavesSayAll: true,
    fields: { name: { words: 'container' }, volume: { words: 'volume of a container' } },
  },
  useByHours: { words: 'use within', unit: 'h' },
  nurseRange: {
    words: 'range a nurse may set',
    leavesSayAll: true,
    fields: {
      lowest: { words: 'lowest rate a nurse may set, of the ordered one' },
      highest: { words: 'highest rate a nurse may set, of the ordered one' },
    },
  },
  observationMinutes: { words: 'observation after the end', unit: 'min' },
  vitalsEveryMinutes: {
    words: 'vital signs',
    leavesSayAll: true,
    fields: {
      infusion: { words: 'vital signs in the infusion every', unit: 'min' },
      recovery: { words: 'vital signs afterwards every', unit: 'min' },
    },
  },
  questions: {
    words: 'questions of the assessment',
    one: 'question',
    idsRepeat: true,
    fields: { id: { words: 'id' }, text: { words: 'question' } },
  },
  checklist: {
    words: 'checklist before the start',
    one: 'checklist item',
    idsRepeat: true,
    fields: {
      id: { words: 'id' },
      group: { words: 'part of the checklist' },
      text: { words: 'question' },
      asks: { words: 'what is answered', values: ASKED },
      hours: { words: 'least time before the start', unit: 'h' },
      noNeedsPrescriber: { words: 'a “no” needs a prescriber' },
    },
  },
  entryLimits: {
    words: 'vital signs a session may begin with',
    leavesSayAll: true,
    fields: {
      systolicMaximum: { words: 'highest systolic pressure to begin with', unit: 'mmHg' },
      diastolicMaximum: { words: 'highest diastolic pressure to begin with', unit: 'mmHg' },
      heartRateMinimum: { words: 'lowest heart rate to begin with', unit: 'beats/min' },
      heartRateMaximum: { words: 'highest heart rate to begin with', unit: 'beats/min' },
      spo2Minimum: { words: 'lowest SpO2 to begin with', unit: '%' },
    },
  },
  systolicActionLimit: { words: 'action limit of the systolic pressure', unit: 'mmHg' },
  source: { words: 'source' },
};

export const LIBRARY_FIELDS: FieldsOf<DrugLibrary> = {
  format: { words: 'format of the file' },
  name: { words: 'name' },
  version: { words: 'version' },
  notice: { words: 'notice' },
  reconciliationTolerance: { words: 'largest remainder that still balances' },
  lineVolume: { words: 'volume of the line' },
  pumps: { words: 'pumps', one: 'pump', fields: PUMP_FIELDS },
  drugs: { words: 'drugs', one: 'drug', fields: DRUG_FIELDS },
  protocols: { words: 'protocols', one: 'protocol', fields: PROTOCOL_FIELDS },
};

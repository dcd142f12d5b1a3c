import type { WeightBasis } from '../dosing/dosingWeight.ts';
import type { QuantityText, Unit } from '../quantity/quantity.ts';
import type { AgeText } from './age.ts';
import type { ChecklistItem, EntryLimits } from './checklistItem.ts';
import type { DrugClass } from './drugClass.ts';

/**
 * A drug library: everything a clinic's pharmacist and medical director decide once, signed and versioned.
 * The program supplies no dose and no limit of its own; a protocol that is not in a published library cannot be
 * planned.
 */
export type DrugLibrary = {
  readonly format: 1;
  readonly name: string;
  readonly version: string;
  /** Shown wherever the library is named. `EXAMPLE — NOT FOR CLINICAL USE` until a clinic signs its own. */
  readonly notice: string;
  /** Largest remainder that still balances. Source: library owner. */
  readonly reconciliationTolerance: QuantityText<'mg'>;
  /** Volume of the giving line between container and patient. */
  readonly lineVolume: QuantityText<'mL'>;
  readonly pumps: readonly PumpProfile[];
  readonly drugs: readonly Drug[];
  readonly protocols: readonly Protocol[];
};

export type PumpProfile = {
  readonly id: string;
  readonly name: string;
  readonly rateStep: QuantityText<'mL/h'>;
  readonly volumeStep: QuantityText<'mL'>;
  readonly rateMinimum: QuantityText<'mL/h'>;
  readonly rateMaximum: QuantityText<'mL/h'>;
};

export type Drug = {
  readonly id: string;
  /** As written for people; tall-man only where published. */
  readonly displayName: string;
  /** Said with its colour where the vial is in the hand; left out: none is said. */
  readonly drugClass?: DrugClass;
  /** Words an allergy entry may name this drug by. */
  readonly allergyNames: readonly string[];
  /** Classes of drugs it belongs to, as an allergy entry may name them. */
  readonly allergyClasses?: readonly string[];
  /** Drugs whose vial or name is easily taken for this one’s, as they are written: said when the vial is in the hand. */
  readonly lookAlikes?: readonly string[];
  readonly products: readonly Product[];
  /** Largest remainder that still balances for this drug; left out: that of the library. */
  readonly reconciliationTolerance?: QuantityText<'mg'>;
};

export type Product = {
  readonly id: string;
  readonly strength: QuantityText<'mg/mL'>;
  readonly vialVolume: QuantityText<'mL'>;
  /** The GTIN in the vial’s barcode, 8 to 14 digits. */
  readonly barcode?: string;
  /** Never given as it is in the vial. */
  readonly undilutedForbidden?: boolean;
};

/**
 * Limits on one value. A soft limit asks for a reason, a hard limit cannot be passed. Both ends are allowed. What is
 * left out is not limited.
 */
export type LimitBand<U extends Unit> = {
  readonly usual?: QuantityText<U>;
  readonly softMinimum?: QuantityText<U>;
  readonly softMaximum?: QuantityText<U>;
  readonly hardMinimum?: QuantityText<U>;
  readonly hardMaximum?: QuantityText<U>;
  /** Where these limits come from, when not from where the protocol's do. */
  readonly source?: string;
};

/**
 * Limits on the age, each in its own unit. Ages are completed ones: a minimum of 18 years begins on the 18th birthday,
 * a maximum of 65 years ends the day before the 66th.
 */
export type AgeBand = {
  readonly softMinimum?: AgeText;
  readonly softMaximum?: AgeText;
  readonly hardMinimum?: AgeText;
  readonly hardMaximum?: AgeText;
  readonly source?: string;
};

/** Everything a protocol can limit besides the age, and the unit each is limited in. */
export const LIMITED_UNITS = {
  /** What is ordered for the whole infusion. */
  dose: 'mg/kg',
  /** All the drug of the session, loading dose and boluses included. */
  total: 'mg',
  rate: 'mg/kg/h',
  /** A rate ordered without a body weight. */
  flatRate: 'mg/h',
  duration: 'min',
  loading: 'mg/kg',
  /** The time a loading dose is given in, which is what limits its rate. */
  loadingDuration: 'min',
  bolus: 'mg/kg',
  concentration: 'mg/mL',
  weight: 'kg',
  /** Given in the 24 h before the start, over all sessions, with what is planned. */
  perDay: 'mg',
  /** Given in the whole course, with what is planned. */
  perCourse: 'mg',
  /** What is ordered, as a share of what this patient was ordered last. */
  againstLast: '%',
} as const satisfies { readonly [name: string]: Unit };

/** A limited value that has a unit. */
export type BandName = keyof typeof LIMITED_UNITS;

/** The band of each limited value. */
export type Bands = { readonly [Name in BandName]: LimitBand<(typeof LIMITED_UNITS)[Name]> };

/** What has to be asked before an order of a protocol. "Not asked" is no answer. */
export type ContraindicationQuestion = {
  readonly id: string;
  /** As it is put: `Has there been a psychosis?` */
  readonly text: string;
};

/** How the drug and the diluent come together: to a final volume, or on top of a given volume. */
export type Mixing = 'madeUpTo' | 'addedTo';

/** What every protocol says. */
type CommonProtocol = Pick<Bands, 'weight' | 'total'> &
  Partial<Pick<Bands, 'perDay' | 'perCourse' | 'againstLast'>> & {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly indication: string;
    readonly drug: string;
    readonly route: string;
    readonly age: AgeBand;
    /** Oldest weighing a dose may be worked out from, in hours. */
    readonly weightMaxAgeHours: number;
    readonly observationMinutes: number;
    readonly vitalsEveryMinutes: { readonly infusion: number; readonly recovery: number };
    /** At or above: resuming after a pause needs a prescriber. mmHg. */
    readonly systolicActionLimit: number;
    /** What is asked before the start; left out: nothing but what every start needs. Source: UX 3.10. */
    readonly checklist?: readonly ChecklistItem[];
    /** Baseline beyond them: a prescriber decides. Left out: none. */
    readonly entryLimits?: EntryLimits;
    /** Where the limits come from, in words. */
    readonly source: string;
    /** Who looks after the protocol, in words. */
    readonly owner?: string;
    /** The day by which the owner looks at it again: `2026-11-01`. Nothing is stopped by it. */
    readonly reviewDue?: string;
    readonly questions?: readonly ContraindicationQuestion[];
  };

/** What a protocol given by pump says besides. */
type CommonPumpedProtocol = CommonProtocol &
  Pick<Bands, 'duration'> &
  Partial<Pick<Bands, 'concentration' | 'loading' | 'loadingDuration'>> & {
    readonly pump: string;
    readonly diluent: string;
    readonly container: { readonly name: string; readonly volume: QuantityText<'mL'> };
    /** What a nurse may set alone, as a share of the ordered rate. */
    readonly nurseRange: { readonly lowest: QuantityText<'%'>; readonly highest: QuantityText<'%'> };
    /** Left out: no bolus. */
    readonly bolus?: BolusPolicy;
    readonly useByHours: number;
  };

/** A rate given in steps, one after the other. */
export type StepsRule = {
  /** The most steps, 2 to 6; one is always enough. */
  readonly most: number;
};
/** More steps than a programme ever has. A bound of the program: each is typed twice, and begun by a person. */
export const MOST_STEPS = 6;

/** What a bolus may be, and how often. */
export type BolusPolicy = {
  readonly dose: Bands['bolus'];
  /** Least time from one bolus to the next, in minutes. */
  readonly gapMinutes: number;
  /** The most in one session. */
  readonly most: number;
};

/** Which weight doses per kilogram count on, and the highest one they ever count on. */
export type WeightRule = { readonly basis: WeightBasis; readonly cap?: QuantityText<'kg'> };

/** What a protocol says that orders per kilogram. */
type PerKilogram = {
  /** Left out: the actual weight, whatever it is. */
  readonly dosingWeight?: WeightRule;
};

/** A dose per kilogram given evenly over a set time, the mode of the mood protocols. */
export type DoseOverTimeProtocol = CommonPumpedProtocol &
  PerKilogram &
  Pick<Bands, 'dose' | 'rate'> & { readonly mode: 'doseOverTime' };

/** What a protocol says that orders a rate. */
type InSteps = {
  /** Left out: one rate for the whole time. */
  readonly steps?: StepsRule;
};

/** A rate per kilogram kept for hours. */
export type WeightRateProtocol = CommonPumpedProtocol &
  PerKilogram &
  InSteps &
  Pick<Bands, 'rate'> & {
    readonly mode: 'weightRate';
    /** How the rate is ordered and shown, and the drug with it; left out: mg/kg/h. The limits stay in their own units. */
    readonly unit?: 'mcg/kg/h' | 'mcg/kg/min';
  };

/** A rate without a body weight, kept for hours or days. */
export type FlatRateProtocol = CommonPumpedProtocol &
  InSteps &
  Pick<Bands, 'flatRate'> & { readonly mode: 'flatRate' };

/** Sprays or injections that are counted, without a pump. */
export type CountedDosesProtocol = CommonProtocol & {
  readonly mode: 'countedDoses';
  readonly perDose: QuantityText<'mg'>;
  /** How many, both ends allowed. */
  readonly doses: { readonly lowest: number; readonly highest: number };
  /** Least time from one to the next, in minutes. */
  readonly gapMinutes: number;
  /** What a dose is given with. Left out: nothing can be prepared, and no session is planned from it. */
  readonly device?: DoseDevice;
};

/** What counted doses are given with. Source: dead space of an atomiser and most per nostril, DOMAIN 4.4. */
export type DoseDevice = {
  /** Sprays from one filled syringe, or injections from one syringe each. */
  readonly kind: 'spray' | 'injection';
  readonly name: string;
  /** Stays behind in one device. */
  readonly deadSpace: QuantityText<'mL'>;
  /** The most one dose may measure. */
  readonly doseMaximum: QuantityText<'mL'>;
  /** How long a filled device may be used, in hours. */
  readonly useByHours: number;
};

/** A protocol of counted doses that names its device. */
export type PlannableCounted = CountedDosesProtocol & { readonly device: DoseDevice };

/** A protocol whose drug goes in by pump. */
export type PumpedProtocol = DoseOverTimeProtocol | WeightRateProtocol | FlatRateProtocol;

/** What a pharmacist and a medical director allow for one indication, by mode. */
export type Protocol = PumpedProtocol | CountedDosesProtocol;

/** The bands a protocol has, by the value they limit; a value without one is not limited. */
export function bandsOf(protocol: Protocol): Partial<Bands> {
  if (protocol.mode === 'countedDoses') return protocol;
  const { bolus, ...bands } = protocol;
  return bolus ? { ...bands, bolus: bolus.dose } : bands;
}

/** A protocol that can be planned in a session; undefined for any other. */
export function findPlannable(library: DrugLibrary, id: string): PumpedProtocol | undefined {
  const protocol = findProtocol(library, id);
  return protocol && isPlannable(protocol) ? protocol : undefined;
}

/** True of a protocol with a pump. Counted doses are planned apart (`isPlannableCounted`). */
export function isPlannable(protocol: Protocol): protocol is PumpedProtocol {
  return protocol.mode !== 'countedDoses';
}

/** A protocol of counted doses that can be planned in a session; undefined for any other. */
export function findCounted(library: DrugLibrary, id: string): PlannableCounted | undefined {
  const protocol = findProtocol(library, id);
  return protocol && isPlannableCounted(protocol) ? protocol : undefined;
}

export function isPlannableCounted(protocol: Protocol): protocol is PlannableCounted {
  return protocol.mode === 'countedDoses' && protocol.device !== undefined;
}

export function findProtocol(library: DrugLibrary, id: string): Protocol | undefined {
  return library.protocols.find((protocol) => protocol.id === id);
}

export function findDrug(library: DrugLibrary, id: string): Drug | undefined {
  return library.drugs.find((drug) => drug.id === id);
}

export function findPump(library: DrugLibrary, id: string): PumpProfile | undefined {
  return library.pumps.find((pump) => pump.id === id);
}

export function findProduct(library: DrugLibrary, id: string): Product | undefined {
  return library.drugs.flatMap((drug) => drug.products).find((product) => product.id === id);
}

/** Largest remainder of a drug that still balances: its own, or that of its library. */
export function toleranceOf(
  drug: Pick<Drug, 'reconciliationTolerance'>,
  library: Pick<DrugLibrary, 'reconciliationTolerance'>,
): QuantityText<'mg'> {
  return drug.reconciliationTolerance ?? library.reconciliationTolerance;
}

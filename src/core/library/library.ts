import type { QuantityText, Unit } from '../quantity/quantity.ts';

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
  /** Words an allergy entry may name this drug by. */
  readonly allergyNames: readonly string[];
  readonly products: readonly Product[];
};

export type Product = {
  readonly id: string;
  readonly strength: QuantityText<'mg/mL'>;
  readonly vialVolume: QuantityText<'mL'>;
};

/** Limits on one value. A soft limit asks for a reason, a hard limit cannot be passed. Both ends are allowed. */
export type LimitBand<U extends Unit> = {
  readonly usual?: QuantityText<U>;
  readonly softMinimum?: QuantityText<U>;
  readonly softMaximum?: QuantityText<U>;
  readonly hardMinimum?: QuantityText<U>;
  readonly hardMaximum?: QuantityText<U>;
};

/** How the drug and the diluent come together: to a final volume, or on top of a given volume. */
export type Mixing = 'madeUpTo' | 'addedTo';

/** A dose per kilogram given evenly over a set time, the mode of the mood protocols. */
export type Protocol = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly indication: string;
  readonly mode: 'doseOverTime';
  readonly drug: string;
  readonly route: string;
  readonly pump: string;
  readonly minimumAgeYears: number;
  /** Oldest weighing a dose may be worked out from, in hours. */
  readonly weightMaxAgeHours: number;
  readonly weight: LimitBand<'kg'>;
  readonly dose: LimitBand<'mg/kg'>;
  readonly total: LimitBand<'mg'>;
  readonly rate: LimitBand<'mg/kg/h'>;
  readonly duration: LimitBand<'min'>;
  readonly diluent: string;
  readonly container: { readonly name: string; readonly volume: QuantityText<'mL'> };
  /** What a nurse may set alone, as a share of the ordered rate. */
  readonly nurseRange: { readonly lowest: QuantityText<'%'>; readonly highest: QuantityText<'%'> };
  readonly bolusAllowed: boolean;
  readonly useByHours: number;
  readonly observationMinutes: number;
  readonly vitalsEveryMinutes: { readonly infusion: number; readonly recovery: number };
  /** At or above: resuming after a pause needs a prescriber. mmHg. */
  readonly systolicActionLimit: number;
  /** Where the limits come from, in words. */
  readonly source: string;
};

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

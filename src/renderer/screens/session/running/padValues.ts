import type { Request } from '../../../../contract/channels.ts';
import { entryRefusalText } from '../../../../core/quantity/entryRefusalText.ts';
import { type EntryRule, parseEntry } from '../../../../core/quantity/parseEntry.ts';
import { quantityText } from '../../../../core/quantity/quantity.ts';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import type { EffectKind, EffectRecorded } from '../../../../core/session/events.ts';

type Vitals = NonNullable<Request<'observation:record'>['vitals']>;

/** Accepted ranges; all but the temperature are whole numbers. Source: field table of UX 3.12. */
export const PAD_RULES = {
  systolic: { unit: 'mmHg', decimals: 0, minimum: '30 mmHg', maximum: '300 mmHg' },
  diastolic: { unit: 'mmHg', decimals: 0, minimum: '10 mmHg', maximum: '200 mmHg' },
  heartRate: { unit: 'beats/min', decimals: 0, minimum: '20 beats/min', maximum: '300 beats/min' },
  spo2: { unit: '%', decimals: 0, minimum: '40 %', maximum: '100 %' },
  respiration: { unit: 'per min', decimals: 0, minimum: '2 per min', maximum: '80 per min' },
  temperature: FIELD_RULES.temperature,
} as const satisfies Record<
  string,
  EntryRule<'mmHg'> | EntryRule<'beats/min'> | EntryRule<'%'> | EntryRule<'per min'> | EntryRule<'°C'>
>;

export type PadField = keyof typeof PAD_RULES;
export type PadNumbers = Readonly<Record<PadField, string>>;

/** In the order in which they are typed. */
export const PAD_FIELDS: readonly PadField[] = [
  'systolic',
  'diastolic',
  'heartRate',
  'spo2',
  'respiration',
  'temperature',
];

/** Everything on the pad, as typed and chosen. Nothing is chosen beforehand. */
export type Pad = {
  readonly numbers: PadNumbers;
  readonly oxygen: Vitals['oxygen'];
  readonly moaas: number | null;
  readonly pain: number | null;
  readonly effects: Readonly<Partial<Record<EffectKind, number>>>;
  readonly ended: readonly EffectKind[];
};

export const EMPTY_PAD: Pad = {
  numbers: { systolic: '', diastolic: '', heartRate: '', spo2: '', respiration: '', temperature: '' },
  oxygen: null,
  moaas: null,
  pain: null,
  effects: {},
  ended: [],
};

/** The pad as one round or one effect fills it, to put that right. */
export function padOf(vitals: Vitals | null, effect: EffectRecorded | null): Pad {
  const effects = effect ? { [effect.effect]: effect.severity } : {};
  if (!vitals) return { ...EMPTY_PAD, effects };
  const { systolic, diastolic, heartRate, spo2, respiration, temperature, oxygen, moaas, pain } = vitals;
  const numbers = {
    systolic: asTyped(systolic),
    diastolic: asTyped(diastolic),
    heartRate: asTyped(heartRate),
    spo2: asTyped(spo2),
    respiration: asTyped(respiration),
    temperature: temperature?.slice(0, temperature.indexOf(' ')) ?? '',
  };
  return { ...EMPTY_PAD, numbers, oxygen, moaas, pain, effects };
}

function asTyped(value: number | null): string {
  return value === null ? '' : `${value}`;
}

/** True once anything is typed or chosen that closing would drop. */
export function isBegun(pad: Pad): boolean {
  return hasVitals(pad) || Object.keys(pad.effects).length > 0 || pad.ended.length > 0;
}

/** The sentence for a number that cannot be taken; undefined for an empty field, which is "Not recorded". */
export function padRefusal(field: PadField, typed: string): string | undefined {
  if (typed === '') return undefined;
  const parsed = parseEntry(typed, PAD_RULES[field]);
  return parsed.ok ? undefined : entryRefusalText(parsed.failure);
}

/** The round of vital signs, once no field is refused; null when none was taken. */
export function padVitals(pad: Pad): Vitals | null {
  if (!hasVitals(pad)) return null;
  const { numbers, oxygen, moaas, pain } = pad;
  const temperature = parseEntry(numbers.temperature, PAD_RULES.temperature);
  return {
    systolic: whole(numbers.systolic),
    diastolic: whole(numbers.diastolic),
    heartRate: whole(numbers.heartRate),
    spo2: whole(numbers.spo2),
    oxygen,
    respiration: whole(numbers.respiration),
    temperature: temperature.ok ? quantityText(temperature.value) : null,
    moaas,
    pain,
  };
}

function hasVitals({ numbers, oxygen, moaas, pain }: Pad): boolean {
  const typed = Object.values(numbers).some((text) => text !== '');
  return typed || oxygen !== null || moaas !== null || pain !== null;
}

function whole(typed: string): number | null {
  return typed === '' ? null : Number(typed);
}

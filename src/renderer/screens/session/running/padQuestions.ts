import type { SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { compareQuantities, type QuantityText, readQuantity } from '../../../../core/quantity/quantity.ts';
import { EFFECT_WORDS } from '../../../../core/session/words.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { openEffects } from './padEffects.ts';
import { type Pad, padVitals } from './padValues.ts';

/** Something to be looked at once more. The same question about the same value is asked once. */
export type Question = { readonly id: string; readonly text: string };

/** In the order of the pad. */
const ASKED = ['systolic', 'diastolic', 'heartRate', 'spo2', 'respiration', 'moaas'] as const;
type Asked = (typeof ASKED)[number];
type Band = { readonly low: number | null; readonly high: number | null };

/** Beyond these a value is asked about, never refused. Source: UX 3.12, column "Ask again". */
const ASK = {
  systolic: { low: 80, high: 180 },
  diastolic: { low: 40, high: 120 },
  heartRate: { low: 45, high: 130 },
  spo2: { low: 92, high: null },
  respiration: { low: 8, high: 30 },
  moaas: { low: 3, high: null },
} as const satisfies Record<Asked, Band>;

const ASK_TEMPERATURE = { low: '35 °C', high: '38.5 °C' } as const;
/** A pressure that has moved further than this from the baseline. Source: UX 3.12. */
const CHANGE_PERCENT = 30;

const WORDS: Record<Asked, (value: number) => string> = {
  systolic: (value) => `Systolic ${value} mmHg`,
  diastolic: (value) => `Diastolic ${value} mmHg`,
  heartRate: (value) => `HR ${value} beats/min`,
  spo2: (value) => `SpO2 ${value} %`,
  respiration: (value) => `Resp ${value} per min`,
  moaas: (value) => `MOAA/S ${value}`,
};

/** What the questions are asked against. */
export type AskedAgainst = Pick<SessionView, 'baseline' | 'infusion' | 'counted' | 'effects'>;

/** What the pad asks "Is that right?" about, in the order of its fields. */
export function padQuestions(pad: Pad, session: AskedAgainst, zone: string): readonly Question[] {
  const vitals = padVitals(pad);
  return [
    ...ASKED.flatMap((field) => {
      const value = vitals?.[field] ?? null;
      if (value === null) return [];
      const why = isBeyond(value, ASK[field]) ? '' : changeWords(field, value, session);
      return why === null ? [] : [{ id: `${field}:${value}`, text: `${WORDS[field](value)}${why}` }];
    }),
    ...temperatureQuestion(vitals?.temperature ?? null),
    ...noneWhileOpen(pad, session, zone),
  ];
}

function isBeyond(value: number, { low, high }: Band): boolean {
  return (low !== null && value <= low) || (high !== null && value >= high);
}

/** A pressure far from the baseline; null for anything else, and before the start, when this is the baseline. */
function changeWords(
  field: Asked,
  value: number,
  { baseline, infusion, counted }: AskedAgainst,
): string | null {
  const hasBegun = infusion !== null || (counted?.doses.length ?? 0) > 0;
  if (!hasBegun || (field !== 'systolic' && field !== 'diastolic')) return null;
  const before = baseline?.[field] ?? null;
  if (before === null || Math.abs(value - before) * 100 <= CHANGE_PERCENT * before) return null;
  return `, more than ${CHANGE_PERCENT} % from the baseline ${before}`;
}

function temperatureQuestion(temperature: QuantityText<'°C'> | null): readonly Question[] {
  if (temperature === null) return [];
  const value = readQuantity(temperature, '°C');
  const isLow = compareQuantities(value, readQuantity(ASK_TEMPERATURE.low, '°C')) <= 0;
  const isHigh = compareQuantities(value, readQuantity(ASK_TEMPERATURE.high, '°C')) >= 0;
  return isLow || isHigh
    ? [{ id: `temperature:${temperature}`, text: `Temp ${formatQuantityText(temperature)}` }]
    : [];
}

/** "None observed" beside an effect that is still open. */
function noneWhileOpen(pad: Pad, session: AskedAgainst, zone: string): readonly Question[] {
  if (pad.effects.none === undefined) return [];
  return openEffects(session)
    .filter(({ effect }) => !pad.ended.includes(effect))
    .map(({ effect, began }) => ({
      id: `open:${effect}`,
      text: `None observed, while ${EFFECT_WORDS[effect]} is open since ${formatHourMinute(began.happenedAt, zone)}`,
    }));
}

import type { SessionView, VitalsRow } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { pressureText } from './vitalsWords.ts';

/** What a round may hold; a pressure is one value of two numbers. */
export type Measured = 'pressure' | 'heartRate' | 'spo2' | 'respiration' | 'temperature' | 'moaas' | 'pain';

const SAID: Record<Measured, (vitals: VitalsRow) => string | null> = {
  pressure: pressureText,
  heartRate: ({ heartRate }) => text(heartRate),
  spo2: ({ spo2, oxygen }) => (spo2 !== null && oxygen !== null ? `${spo2} on ${oxygen}` : text(spo2)),
  respiration: ({ respiration }) => text(respiration),
  temperature: ({ temperature }) => (temperature === null ? null : formatQuantityText(temperature)),
  moaas: ({ moaas }) => text(moaas),
  pain: ({ pain }) => text(pain),
};

/** `141/88 at 10:10`: the last value of its kind, as context and never as a value to keep. Source: UX 3.20 P11. */
export function previousText(session: SessionView, what: Measured, zone: string): string | null {
  const said = SAID[what];
  const row = session.vitals.findLast((vitals) => said(vitals) !== null);
  return row ? `${said(row)} at ${formatHourMinute(row.done.happenedAt, zone)}` : null;
}

function text(value: number | null): string | null {
  return value === null ? null : `${value}`;
}

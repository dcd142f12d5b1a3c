import type { VitalsRow } from '../../../../contract/views/session.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../../../../core/quantity/format.ts';

type Vitals = Omit<VitalsRow, 'done'>;

/** `128/76`; a pressure of which only one value was taken says so. Null when neither was. */
export function pressureText({ systolic, diastolic }: Vitals): string | null {
  if (systolic === null && diastolic === null) return null;
  return `${systolic ?? 'not recorded'}/${diastolic ?? 'not recorded'}`;
}

/** `Resp 14 per min · MOAA/S 5 · pain 2`: what was taken besides pressure, pulse and oxygen; else an empty text. */
export function restOfVitals({ respiration, temperature, moaas, pain }: Vitals): string {
  return [
    said('Resp', respiration, 'per min'),
    said('Temp', temperature && formatQuantityText(temperature)),
    said('MOAA/S', moaas),
    said('pain', pain),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** `BP 141/88, HR 91, SpO2 98 % on air`, then the rest: a whole round in one line. */
export function vitalsText(vitals: Vitals): string {
  const { heartRate, spo2, oxygen } = vitals;
  const pressure = pressureText(vitals);
  const main = [
    said('BP', pressure),
    said('HR', heartRate),
    [said('SpO2', spo2, '%'), said('on', oxygen)].filter((part) => part !== null).join(' ') || null,
  ].filter((part) => part !== null);
  return [main.join(', '), restOfVitals(vitals)].filter((part) => part !== '').join(' · ');
}

/** A name, its value and its unit never wrap apart. */
function said(name: string, value: string | number | null, unit?: string): string | null {
  if (value === null) return null;
  return [name, value, ...(unit === undefined ? [] : [unit])].join(NO_BREAK_SPACE);
}

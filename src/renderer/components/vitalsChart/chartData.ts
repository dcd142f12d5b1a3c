import type { EffectRow, InfusionView, VitalsRow } from '../../../contract/views/session.ts';
import { readAnyQuantity } from '../../../core/quantity/format.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';
import { endsAt } from '../../../core/session/delivered.ts';

/** Counted doses, in place of what a pump was told. Times lie on the session's own axis. */
export type ChartDoses = {
  /** What their lane is called. */
  readonly name: 'Sprays' | 'Injections';
  readonly given: readonly { readonly number: number; readonly at: number }[];
  /** When the giving ended; null while it lasts. */
  readonly endedAt: number | null;
};

/** What a chart is drawn from. Times lie on the session's own axis; quantities come worked out. */
export type ChartData = {
  readonly vitals: readonly VitalsRow[];
  readonly effects: readonly EffectRow[];
  /** What the pump was told; null before the start. */
  readonly run: InfusionView['run'] | null;
  /** Left out with a pump. */
  readonly doses?: ChartDoses | null;
  /** What the protocol's rates mean, for the label of a stretch. */
  readonly doseRates: InfusionView['steps'];
  /** Systolic limits of baseline ± 20 %, from the core. */
  readonly settled: { readonly lowest: QuantityText; readonly highest: QuantityText } | null;
  /** "Now" on the session's axis; null on paper. */
  readonly now: number | null;
  /** A later moment the chart has to reach, such as the discharge. */
  readonly until: number | null;
};

/** A quantity as a position on a scale. For drawing only: no number that is read comes from here. */
export function pixelValue(text: QuantityText): number {
  const { value } = readAnyQuantity(text);
  return Number(value.numerator) / Number(value.denominator);
}

/** Where the infusion or the giving of doses begins and ends, or will end at its present rate; null where that is not known. */
export function phaseTimes({ run, doses }: ChartData): {
  readonly start: number | null;
  readonly end: number | null;
} {
  if (doses) return { start: doses.given[0]?.at ?? null, end: doses.endedAt };
  if (!run) return { start: null, end: null };
  return { start: run.stretches[0]?.from ?? null, end: run.endedAt ?? endsAt(run) };
}

import { formatNumberText, formatQuantityText } from '../../../core/quantity/format.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';
import { ranUntil, stageEndsAt } from '../../../core/session/delivered.ts';
import { pixelValue } from './chartData.ts';
import type { Drawing } from './drawing.ts';
import { labelWidth } from './measures.ts';

/** A stretch at one rate as it is drawn. A pause has no height. */
export type RateStep = {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly runs: boolean;
  readonly label: string | null;
};

/** What was given, and what is still planned at the present rate. */
export type RateSteps = { readonly given: readonly RateStep[]; readonly planned: RateStep | null };

export function rateSteps(drawing: Drawing): RateSteps {
  const { run, now } = drawing.data;
  if (!run) return { given: [], planned: null };
  const last = run.stretches.at(-1);
  const until = run.endedAt ?? now ?? last?.from ?? 0;
  const given = run.stretches.flatMap(({ from, rate }, index) => {
    const end = ranUntil(run, { from, rate }, Math.min(run.stretches[index + 1]?.from ?? until, until));
    return end > from ? [step(drawing, from, end, rate)] : [];
  });
  // After it comes another rate, begun by a person.
  const end = stageEndsAt(run);
  const isPlanned = run.endedAt === null && last !== undefined && end !== null && end > until;
  return { given, planned: isPlanned ? { ...step(drawing, until, end, last.rate), key: 'planned' } : null };
}

function step(drawing: Drawing, from: number, until: number, rate: QuantityText<'mL/h'>): RateStep {
  const { time, rate: band, measures, data } = drawing;
  const highest = Math.max(...(data.run?.stretches ?? []).map((stretch) => pixelValue(stretch.rate)), 1e-9);
  const value = pixelValue(rate);
  const height = (band.bottom - band.top - measures.gap * 1.5) * (value / highest);
  const left = time.x(from);
  const right = time.x(until);
  const label = labels(drawing, rate).find(
    (text) => labelWidth(text, measures) + measures.gap <= right - left,
  );
  return {
    key: String(from),
    left,
    right,
    top: band.bottom - height,
    runs: value > 0,
    label: label ?? null,
  };
}

/** From the fullest wording to the shortest: the first that fits its stretch is printed. */
function labels({ data }: Drawing, rate: QuantityText<'mL/h'>): readonly string[] {
  if (pixelValue(rate) === 0) return ['pause', '0'];
  const meaning = data.doseRates.find((known) => known.rate === rate)?.doseRate;
  const inFull = meaning ? [`${formatQuantityText(rate)} = ${formatQuantityText(meaning)}`] : [];
  return [...inFull, formatQuantityText(rate), formatNumberText(rate)];
}

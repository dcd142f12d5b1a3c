import { ChartLabel } from './ChartLabel.tsx';
import type { ChartDoses } from './chartData.ts';
import { coordinate, type Drawing } from './drawing.ts';
import { type Box, freePlace } from './labels.ts';
import { labelWidth } from './measures.ts';

type DoseLaneProps = { readonly drawing: Drawing; readonly doses: ChartDoses };

/** Counted doses where a pump has its rate: a bar at the time of each, with its number where there is room for it. */
export function DoseLane({ drawing, doses }: DoseLaneProps) {
  const { time, measures, rate } = drawing;
  const { dot, gap } = measures;
  return (
    <g>
      {doses.given.map(({ number, at }) => (
        <rect
          key={number}
          fill="var(--chart-ink)"
          x={coordinate(time.x(at) - dot / 2)}
          y={coordinate(rate.top + gap)}
          width={dot}
          height={coordinate(rate.bottom - rate.top - gap)}
        />
      ))}
      {numbers(drawing, doses).map(({ number, box }) => (
        <ChartLabel key={number} box={box} size={measures.text} strong>
          {number}
        </ChartLabel>
      ))}
    </g>
  );
}

function numbers(
  { time, measures, rate, left, right }: Drawing,
  { given }: ChartDoses,
): readonly { readonly number: number; readonly box: Box }[] {
  const within = { left, top: rate.top, width: right - left, height: rate.bottom - rate.top };
  const height = measures.text * 1.05;
  const top = (rate.top + rate.bottom - height) / 2;
  const taken: Box[] = [];
  return given.flatMap(({ number, at }) => {
    const width = labelWidth(`${number}`, measures) * 1.2;
    const box = freePlace([{ left: time.x(at) + measures.dot, top, width, height }], taken, within);
    if (!box) return [];
    taken.push(box);
    return [{ number, box }];
  });
}

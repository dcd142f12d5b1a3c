import { ChartLabel } from './ChartLabel.tsx';
import { coordinate, type Drawing, points } from './drawing.ts';
import { type Box, freePlace } from './labels.ts';
import { labelWidth } from './measures.ts';
import styles from './Spo2Lane.module.css';
import { SPO2_LOWEST } from './valueAxis.ts';

type Spo2LaneProps = { readonly drawing: Drawing };

/** Oxygen saturation on its own scale. A value below the scale carries its figure on paper too. */
export function Spo2Lane({ drawing }: Spo2LaneProps) {
  const { data, time, spo2Y, measures } = drawing;
  const places = data.vitals.flatMap(({ done, spo2 }) =>
    spo2 === null ? [] : [{ x: time.x(done.at), y: spo2Y(spo2), value: spo2 }],
  );
  return (
    <g>
      <polyline className={styles['line']} points={points(places.map(({ x, y }) => [x, y] as const))} />
      {places.map(({ x, y }) => (
        <rect
          key={x}
          className={styles['square']}
          x={coordinate(x - measures.square / 2)}
          y={coordinate(y - measures.square / 2)}
          width={measures.square}
          height={measures.square}
        />
      ))}
      {labelled(drawing, places).map(({ x, value, box }) => (
        <ChartLabel key={x} box={box} size={measures.text} strong>
          {value}
        </ChartLabel>
      ))}
    </g>
  );
}

type Place = { readonly x: number; readonly y: number; readonly value: number };

function labelled(
  { unit, measures, spo2, left, right }: Drawing,
  places: readonly Place[],
): readonly (Place & { readonly box: Box })[] {
  const wanted = unit === 'px' ? places.toReversed() : places.filter(({ value }) => value < SPO2_LOWEST);
  const taken: Box[] = [];
  return wanted.flatMap((place) => {
    const width = labelWidth(String(place.value), measures);
    const height = measures.text * 1.05;
    const below = place.y + measures.square / 2 + 1;
    const tops = unit === 'px' ? [below, place.y - measures.square / 2 - 1 - height] : [place.y - height / 2];
    const lefts =
      unit === 'px' ? [place.x - width / 2] : [place.x + measures.square, place.x - measures.square - width];
    const boxes = tops.flatMap((top) => lefts.map((start) => ({ left: start, top, width, height })));
    const within = { left, top: spo2.top, width: right - left, height: spo2.bottom - spo2.top };
    const box = freePlace(boxes, taken, within);
    if (!box) return [];
    taken.push(box);
    return [{ ...place, box }];
  });
}

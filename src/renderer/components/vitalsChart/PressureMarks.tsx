import { ChartLabel } from './ChartLabel.tsx';
import { coordinate, type Drawing, points } from './drawing.ts';
import type { Box } from './labels.ts';
import styles from './PressureMarks.module.css';
import { latePlaces, markBoxes, valueLabels } from './pressureLabels.ts';

type PressureMarksProps = { readonly drawing: Drawing };

/** Systolic ∨ and diastolic ∧ with the tip at the value, joined by a hairline; the pulse as joined dots (UX 4, D1.4). */
export function PressureMarks({ drawing }: PressureMarksProps) {
  const marks = markBoxes(drawing);
  const labels = valueLabels(drawing, marks);
  const late = latePlaces(drawing, [...marks, ...labels.map(({ box }) => box)]);
  return (
    <g>
      <Pulse drawing={drawing} />
      {drawing.data.vitals.map((row) => (
        <Pressure key={row.done.at} drawing={drawing} row={row} />
      ))}
      {labels.map(({ key, text, box, strong }) => (
        <ChartLabel key={key} box={box} size={drawing.measures.text} strong={strong}>
          {text}
        </ChartLabel>
      ))}
      {late.map(({ key, box }) => (
        <LateSign key={key} box={box} drawing={drawing} />
      ))}
    </g>
  );
}

type PressureProps = { readonly drawing: Drawing; readonly row: Drawing['data']['vitals'][number] };

function Pressure({ drawing, row }: PressureProps) {
  const { systolic, diastolic, done } = row;
  const { time, value, measures } = drawing;
  const x = time.x(done.at);
  const { width, height } = measures.chevron;
  const chevron = (y: number, arms: number): string =>
    `M${coordinate(x - width)} ${coordinate(y + arms)}L${coordinate(x)} ${coordinate(y)}L${coordinate(x + width)} ${coordinate(y + arms)}`;
  return (
    <>
      {systolic === null || diastolic === null ? null : (
        <path
          className={styles['joined']}
          d={`M${coordinate(x)} ${coordinate(value.y(systolic))}V${coordinate(value.y(diastolic))}`}
        />
      )}
      {systolic === null ? null : (
        <path className={styles['pressure']} d={chevron(value.y(systolic), -height)} />
      )}
      {diastolic === null ? null : (
        <path className={styles['pressure']} d={chevron(value.y(diastolic), height)} />
      )}
    </>
  );
}

function Pulse({ drawing }: PressureMarksProps) {
  const { data, time, value, measures } = drawing;
  const places = data.vitals.flatMap(({ done, heartRate }) =>
    heartRate === null ? [] : [[time.x(done.at), value.y(heartRate)] as const],
  );
  return (
    <>
      <polyline className={styles['pulseLine']} points={points(places)} />
      {places.map(([x, y]) => (
        <circle key={x} className={styles['pulse']} cx={coordinate(x)} cy={coordinate(y)} r={measures.dot} />
      ))}
    </>
  );
}

/** The turned-back arrow and the word. */
function LateSign({ box, drawing }: { readonly box: Box; readonly drawing: Drawing }) {
  const { text } = drawing.measures;
  const scale = text / 22;
  return (
    <g>
      <ChartLabel box={{ ...box, left: box.left + text, width: box.width - text }} size={text}>
        late
      </ChartLabel>
      <path
        className={styles['late']}
        d="M5 12a7.5 7.5 0 1 0 2.5-5.6M4 3v5h5"
        transform={`translate(${coordinate(box.left)} ${coordinate(box.top)}) scale(${scale})`}
      />
    </g>
  );
}

import { formatNumberText } from '../../../core/quantity/format.ts';
import { formatHourMinute } from '../time.ts';
import { pixelValue } from './chartData.ts';
import { coordinate, type Drawing } from './drawing.ts';
import styles from './Grid.module.css';
import { SPO2_LOWEST } from './valueAxis.ts';

type GridProps = { readonly drawing: Drawing };

/** The ruled field: time below, pressure and pulse at the left, the lanes under it, the limits across it. */
export function Grid({ drawing }: GridProps) {
  const { left, right, plot, spo2, rate, effects } = drawing;
  return (
    <g>
      <TimeTicks drawing={drawing} />
      <ValueLines drawing={drawing} />
      {[plot.bottom, spo2.bottom, rate.bottom].map((y) => (
        <path key={y} className={styles['lane']} d={across(left, right, y)} />
      ))}
      <path className={styles['edge']} d={across(left, right, plot.top)} />
      <path className={styles['edge']} d={across(left, right, effects.bottom)} />
      <Limits drawing={drawing} />
      <LaneNames drawing={drawing} />
    </g>
  );
}

function TimeTicks({ drawing }: GridProps) {
  const { time, plot, effects, measures, zone, size } = drawing;
  const tick = measures.gap * 1.5;
  return (
    <>
      {time.ticks.map(({ at, labelled }) => {
        const x = coordinate(time.x(at));
        return (
          <g key={at}>
            <path
              className={labelled ? styles['major'] : styles['minor']}
              d={`M${x} ${coordinate(plot.top)}V${coordinate(effects.bottom)}`}
            />
            <path
              className={styles['edge']}
              d={`M${x} ${coordinate(effects.bottom)}v${coordinate(labelled ? tick : tick / 2)}`}
            />
            {labelled ? (
              <text
                className={styles['clock']}
                x={x}
                y={coordinate(size.height - measures.text * 0.35)}
                fontSize={measures.text}
                textAnchor="middle"
              >
                {formatHourMinute(at, zone)}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

function ValueLines({ drawing }: GridProps) {
  const { value, left, right, measures, plot } = drawing;
  return (
    <>
      {value.lines.map(({ value: shown, labelled }) => {
        const y = value.y(shown);
        const atEdge = y <= plot.top || y >= plot.bottom;
        return (
          <g key={shown}>
            {atEdge ? null : <path className={styles['minor']} data-value="" d={across(left, right, y)} />}
            {labelled ? (
              <text
                className={styles['figure']}
                x={left - measures.gap * 1.6}
                y={coordinate(y + measures.text * 0.36)}
                fontSize={measures.text}
                textAnchor="end"
              >
                {shown}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

function Limits({ drawing }: GridProps) {
  const { data, value, left, right, measures } = drawing;
  if (!data.settled) return null;
  const limits = [
    { key: 'highest', text: data.settled.highest, said: '+20 %', up: -1 },
    { key: 'lowest', text: data.settled.lowest, said: '−20 %', up: 1 },
  ] as const;
  return (
    <>
      {limits.map(({ key, text, said, up }) => {
        const y = value.y(pixelValue(text));
        const beside = { x: right + measures.gap * 1.4, fontSize: measures.text };
        return (
          <g key={key}>
            <path className={styles['limit']} d={across(left, right, y)} />
            <text className={styles['figure']} {...beside} y={coordinate(y + measures.text * 0.36)}>
              {formatNumberText(text)}
            </text>
            {drawing.unit === 'px' ? (
              <text
                className={styles['figure']}
                {...beside}
                y={coordinate(y + measures.text * (0.36 + up * 1.3))}
              >
                {said}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}

function LaneNames({ drawing }: GridProps) {
  const { measures, plot, spo2, rate, effects, right, spo2Y, unit, data } = drawing;
  const middle = ({ top, bottom }: { readonly top: number; readonly bottom: number }): number =>
    (top + bottom) / 2 + measures.text * 0.36;
  const firstLine = unit === 'px' ? plot.top - measures.text * 0.7 : plot.top + measures.text * 1.5;
  const names: readonly (readonly [name: string, y: number])[] = [
    ['mmHg', firstLine],
    ['/min', unit === 'px' ? firstLine + measures.text * 1.3 : firstLine + measures.text * 1.2],
    ['SpO2 %', middle(spo2)],
    [data.doses?.name ?? 'Rate mL/h', middle(rate)],
    ['Effects', effects.top + measures.effect * 0.5 + measures.text * 0.5],
  ];
  return (
    <>
      {names.map(([name, y]) => (
        <text key={name} className={styles['name']} x="0" y={coordinate(y)} fontSize={measures.text}>
          {name}
        </text>
      ))}
      {[100, SPO2_LOWEST].map((value) => (
        <text
          key={value}
          className={styles['figure']}
          x={right + measures.gap * 1.4}
          y={coordinate(spo2Y(value) + measures.text * 0.36)}
          fontSize={measures.text}
        >
          {value}
        </text>
      ))}
    </>
  );
}

function across(left: number, right: number, y: number): string {
  return `M${coordinate(left)} ${coordinate(y)}H${coordinate(right)}`;
}

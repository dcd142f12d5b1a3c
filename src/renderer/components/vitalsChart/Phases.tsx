import { formatHourMinute } from '../time.ts';
import { ChartLabel } from './ChartLabel.tsx';
import { phaseTimes } from './chartData.ts';
import { coordinate, type Drawing } from './drawing.ts';
import { type Box, freePlace, overlaps } from './labels.ts';
import { labelWidth } from './measures.ts';
import styles from './Phases.module.css';

type PhasesProps = { readonly drawing: Drawing };
type Phase = { readonly names: readonly string[]; readonly from: number; readonly until: number };
type Named = { readonly name: string; readonly box: Box };

/** The baseline is often too short for its whole name. */
const BASELINE = ['BASELINE', 'BASE'];

/** Baseline, infusion and recovery by name, their borders, the flags of start and end, and the present moment. */
export function Phases({ drawing }: PhasesProps) {
  const { start, end } = phaseTimes(drawing.data);
  const now = nowBox(drawing);
  const labels = phasesOf(drawing).flatMap((phase) => {
    const places = phase.names.map((name) => ({ name, box: nameBox(name, phase, drawing, now) }));
    return places.filter((place): place is Named => place.box !== undefined).slice(0, 1);
  });
  return (
    <g>
      {start === null ? null : <Border drawing={drawing} at={start} flag="start" />}
      {end === null ? null : <Border drawing={drawing} at={end} flag="end" />}
      {labels.map(({ name, box }) => (
        <ChartLabel key={name} box={box} size={drawing.measures.text} strong={drawing.unit === 'mm'}>
          {name}
        </ChartLabel>
      ))}
      {now === undefined ? null : <NowLine drawing={drawing} box={now} />}
    </g>
  );
}

type BorderProps = { readonly drawing: Drawing; readonly at: number; readonly flag: 'start' | 'end' };

/** Start is a triangle upward, end one downward: told by shape, with the phase's name beside it. */
function Border({ drawing, at, flag }: BorderProps) {
  const { time, effects, measures } = drawing;
  const x = time.x(at);
  const half = measures.text * 0.5;
  const [foot, tip] = flag === 'start' ? [half * 2.1, 0] : [0, half * 2.1];
  const middle = measures.phases * 0.42 - half;
  return (
    <>
      <path
        className={styles['border']}
        d={`M${coordinate(x)} ${coordinate(middle)}V${coordinate(effects.bottom)}`}
      />
      <path
        className={styles['flag']}
        d={`M${coordinate(x - half)} ${coordinate(middle + foot)}h${coordinate(2 * half)}L${coordinate(x)} ${coordinate(middle + tip)}Z`}
      />
    </>
  );
}

function NowLine({ drawing, box }: { readonly drawing: Drawing; readonly box: Box }) {
  const { data, time, effects, measures, zone } = drawing;
  if (data.now === null) return null;
  return (
    <>
      <path
        className={styles['now']}
        d={`M${coordinate(time.x(data.now))} ${coordinate(measures.phases * 0.2)}V${coordinate(effects.bottom)}`}
      />
      <ChartLabel box={box} size={measures.text} strong accent>
        {nowText(data.now, zone)}
      </ChartLabel>
    </>
  );
}

function phasesOf({ data, time }: Drawing): readonly Phase[] {
  const { start, end } = phaseTimes(data);
  const giving = [data.doses ? 'DOSES' : 'INFUSION'];
  if (start === null) return [{ names: BASELINE, from: time.from, until: time.until }];
  const baseline = { names: BASELINE, from: time.from, until: start };
  if (end === null) return [baseline, { names: giving, from: start, until: time.until }];
  return [
    baseline,
    { names: giving, from: start, until: end },
    { names: ['RECOVERY'], from: end, until: time.until },
  ];
}

/** The name in the middle of its phase on paper, at its beginning on the screen; nowhere if there is no room. */
function nameBox(name: string, phase: Phase, drawing: Drawing, now?: Box): Box | undefined {
  const { time, measures, unit } = drawing;
  const from = time.x(phase.from) + measures.text * 0.7;
  const until = time.x(phase.until) - measures.text * 0.7;
  const width = labelWidth(name, measures) * 1.04;
  const box = (left: number): Box => ({ ...row(drawing), left, width });
  const places =
    unit === 'mm'
      ? [box((from + until - width) / 2)]
      : [box(from), ...(now ? [box(now.left + now.width)] : [])];
  const within = { ...row(drawing), left: from, width: until - from };
  return freePlace(places, now ? [now] : [], within);
}

function nowBox(drawing: Drawing): Box | undefined {
  const { data, time, measures, right } = drawing;
  if (data.now === null) return undefined;
  const width = labelWidth(nowText(data.now, drawing.zone), measures) * 1.1;
  const x = time.x(data.now);
  const after = { ...row(drawing), left: x + measures.gap, width };
  const edge = { ...row(drawing), left: right + measures.right, width: 1 };
  return overlaps(after, edge) ? { ...after, left: x - measures.gap - width } : after;
}

function row({ measures }: Drawing): Pick<Box, 'top' | 'height'> {
  return { top: measures.phases * 0.42 - measures.text * 0.6, height: measures.text * 1.2 };
}

function nowText(now: number, zone: string): string {
  return `now ${formatHourMinute(now, zone)}`;
}

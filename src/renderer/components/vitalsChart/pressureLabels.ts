import type { VitalsRow } from '../../../contract/views/session.ts';
import { phaseTimes } from './chartData.ts';
import { type Drawing, plotBox } from './drawing.ts';
import { type Box, freePlace } from './labels.ts';
import { labelWidth } from './measures.ts';

export type ValueLabel = {
  readonly key: string;
  readonly text: string;
  readonly box: Box;
  readonly strong: boolean;
};

export type LatePlace = { readonly key: string; readonly box: Box };

/** Rows in the order in which their figures get a place: the last, the peak, the baseline, then newest first. */
function byImportance(rows: readonly VitalsRow[]): readonly VitalsRow[] {
  const measured = rows.filter(({ systolic }) => systolic !== null);
  const peak = measured.reduce<VitalsRow | undefined>(
    (highest, row) => (highest && (highest.systolic ?? 0) >= (row.systolic ?? 0) ? highest : row),
    undefined,
  );
  const first = measured[0];
  const last = measured.at(-1);
  const leading = [last, peak, first].filter((row) => row !== undefined);
  return [...new Set([...leading, ...rows.toReversed()])];
}

/** Figures beside marks: on paper baseline, peak and last, since the table has them all; on the screen what fits. */
export function valueLabels(drawing: Drawing, marks: readonly Box[]): readonly ValueLabel[] {
  const rows = byImportance(drawing.data.vitals);
  const taken: Box[] = [...marks];
  const labels: ValueLabel[] = [];
  const wanted = drawing.unit === 'mm' ? rows.filter(({ systolic }) => systolic !== null).slice(0, 3) : rows;
  for (const row of wanted) {
    for (const candidate of drawing.unit === 'mm' ? paperLabels(row, drawing) : screenLabels(row, drawing)) {
      const { places } = candidate;
      const clear = freePlace(places, [...taken, ...borderBoxes(drawing)], plotBox(drawing));
      const box = clear ?? freePlace(places, taken, plotBox(drawing));
      if (!box) continue;
      taken.push(box);
      labels.push({
        key: `${row.done.at} ${candidate.text}`,
        text: candidate.text,
        box,
        strong: candidate.strong,
      });
    }
  }
  return labels;
}

/** A place for the sign of a late entry, clear of marks and figures. */
export function latePlaces(drawing: Drawing, taken: readonly Box[]): readonly LatePlace[] {
  const { measures, time, value, plot } = drawing;
  const width = measures.text * 1.1 + labelWidth('late', measures);
  const height = measures.text * 1.15;
  return drawing.data.vitals
    .filter(({ done }) => done.late)
    .flatMap(({ done, systolic, heartRate }) => {
      const x = time.x(done.at);
      const anchor = systolic ?? heartRate;
      const y = anchor === null ? plot.top : value.y(anchor) - measures.chevron.height;
      const side = measures.chevron.width + measures.gap;
      const places = [
        { left: x + side, top: y - height * 0.2, width, height },
        { left: x - side - width, top: y - height * 0.2, width, height },
        { left: x + side, top: plot.top + measures.gap, width, height },
        { left: x - side - width, top: plot.top + measures.gap, width, height },
      ];
      const box = freePlace(places, taken, plotBox(drawing));
      return box ? [{ key: String(done.at), box }] : [];
    });
}

/** What a row's marks cover, so that no figure is set on a mark. */
export function markBoxes(drawing: Drawing): readonly Box[] {
  const { measures, time, value } = drawing;
  const { width, height } = measures.chevron;
  return drawing.data.vitals.flatMap(({ done, systolic, diastolic, heartRate }) => {
    const x = time.x(done.at);
    const mark = (top: number, tall: number): Box => ({
      left: x - width,
      top,
      width: 2 * width,
      height: tall,
    });
    return [
      ...(systolic === null ? [] : [mark(value.y(systolic) - height, height)]),
      ...(diastolic === null ? [] : [mark(value.y(diastolic), height)]),
      ...(heartRate === null ? [] : [mark(value.y(heartRate) - measures.dot, 2 * measures.dot)]),
      ...(drawing.unit === 'mm' ? joinedBoxes(drawing, x, systolic, diastolic) : []),
    ];
  });
}

/** The borders of the phases, which figures leave free if they can. */
function borderBoxes({ data, time, plot, measures }: Drawing): readonly Box[] {
  const { start, end } = phaseTimes(data);
  const width = measures.gap;
  return [start, end]
    .filter((at) => at !== null)
    .map((at) => ({ left: time.x(at) - width / 2, top: plot.top, width, height: plot.bottom - plot.top }));
}

/** On paper a figure must not part a neighbour's hairline: there is room, since only three are written. */
function joinedBoxes(
  { value, measures }: Drawing,
  x: number,
  systolic: number | null,
  diastolic: number | null,
): readonly Box[] {
  if (systolic === null || diastolic === null) return [];
  const top = value.y(systolic);
  return [{ left: x - measures.gap / 4, top, width: measures.gap / 2, height: value.y(diastolic) - top }];
}

type Candidate = { readonly text: string; readonly strong: boolean; readonly places: readonly Box[] };

function paperLabels({ done, systolic, diastolic }: VitalsRow, drawing: Drawing): readonly Candidate[] {
  if (systolic === null) return [];
  const { measures, time, value } = drawing;
  const text = `${systolic}/${diastolic ?? 'n.r.'}`;
  const width = labelWidth(text, measures);
  const height = measures.text * 1.05;
  const x = time.x(done.at);
  const top = value.y(systolic) - measures.chevron.height * 0.9;
  const side = measures.chevron.width + measures.gap * 0.6;
  const beside = (left: number, lower: number): Box => ({ left, top: top + lower, width, height });
  return [
    {
      text,
      strong: true,
      places: [0, measures.text * 0.8, -measures.text * 0.8].flatMap((lower) => [
        beside(x + side, lower),
        beside(x - side - width, lower),
      ]),
    },
  ];
}

function screenLabels(row: VitalsRow, drawing: Drawing): readonly Candidate[] {
  const { measures, time, value } = drawing;
  const { height: tall } = measures.chevron;
  const x = time.x(row.done.at);
  const height = measures.text * 1.1;
  const centred = (text: string, top: number): Box => {
    const width = labelWidth(text, measures);
    return { left: x - width / 2, top, width, height };
  };
  const candidates: Candidate[] = [];
  if (row.systolic !== null) {
    const text = String(row.systolic);
    const place = centred(text, value.y(row.systolic) - tall - height - 1);
    candidates.push({ text, strong: true, places: [place] });
  }
  if (row.diastolic !== null) {
    const text = String(row.diastolic);
    candidates.push({ text, strong: true, places: [centred(text, value.y(row.diastolic) + tall + 1)] });
  }
  if (row.heartRate !== null) {
    const text = String(row.heartRate);
    const width = labelWidth(text, measures);
    const top = value.y(row.heartRate) - height / 2;
    const side = measures.chevron.width + measures.gap;
    const at = (left: number, up: number): Box => ({ left, top: top - up, width, height });
    const places = [at(x + side, 3), at(x + side, 10), at(x - side - width, 3), at(x + side, -8)];
    candidates.push({ text, strong: false, places });
  }
  return candidates;
}

import type { LabelSize } from '../../../core/session/events.ts';
import { type TextWeight, textWidth, wrappedLines } from '../textWidth.ts';
import type { LabelWords } from './labelWords.ts';

/**
 * How large each text of a label is set. A text that is too wide is set smaller, and at its smallest it wraps; when
 * all of them are too high together, all of them are set smaller step by step. Nothing is ever cut: a label that
 * cannot hold its texts at their smallest is not printed, and says so. Smallest type: 7 pt, 6 pt on the flag.
 */

const MILLIMETRES_PER_POINT = 25.4 / 72;
/** Of the type size; the style sheet has the same. */
const LINE_HEIGHT = 1.06;
/** What a browser may break differently from the table of advances. */
const SPARE_WIDTH = 0.99;

/** One line of a label: its text, and the sizes it may be set in, the largest first. */
type LabelRow = {
  readonly name: string;
  readonly text: string;
  readonly weight: TextWeight;
  readonly points: readonly [number, ...number[]];
  /** Millimetres of the line that something else takes: a box, a second text beside it. */
  readonly besides?: number;
};

type Room = { readonly width: number; readonly height: number };

/** Millimetres beside the code and between the margins. The style sheet has the same. */
const ROOMS: { readonly [Size in LabelSize]: Room } = {
  bag: { width: 69, height: 45 },
  syringe: { width: 58.5, height: 22.2 },
  flag: { width: 28.6, height: 13 },
};
/** Frame and padding of the box the concentration stands in, and the gap before it. */
const BOX = { bag: 6, syringe: 5 } as const;

/** Sizes of the texts in points, by the row's name; undefined when they do not fit. */
export type LabelFit = { readonly [row: string]: number };

/** The sizes of a label's texts, or undefined when it cannot hold them. */
export function fitLabel(size: LabelSize, words: LabelWords): LabelFit | undefined {
  const rows = ROWS[size](words).filter(({ text }) => text !== '');
  const room = ROOMS[size];
  const steps = Math.max(...rows.map(({ points }) => points.length));
  for (let step = 0; step < steps; step += 1) {
    const set = rows.map((row) => setFrom(row, step, room));
    const height = set.reduce((sum, { lines, points }) => sum + lines * lineHeight(points), 0);
    if (height <= room.height) return Object.fromEntries(set.map(({ name, points }) => [name, points]));
  }
  return undefined;
}

/** The largest size from a step on at which a text takes one line; at the smallest it takes as many as it needs. */
function setFrom(row: LabelRow, step: number, room: Room) {
  const sizes = row.points.slice(Math.min(step, row.points.length - 1));
  const millimetres = (room.width - (row.besides ?? 0)) * SPARE_WIDTH;
  const linesAt = (points: number) => wrappedLines(row.text, { millimetres, points, weight: row.weight });
  const points = sizes.find((size) => linesAt(size) === 1) ?? sizes.at(-1) ?? row.points[0];
  return { name: row.name, points, lines: linesAt(points) };
}

function lineHeight(points: number): number {
  return points * MILLIMETRES_PER_POINT * LINE_HEIGHT;
}

/** Width of a text on one line, in millimetres. */
function widthAt(text: string, points: number): number {
  return textWidth(text, 'semibold') * points * MILLIMETRES_PER_POINT;
}

/** Beside the box of the concentration on a bag. The component has the same. */
export const MIXED_POINTS = 9;
const SMALL: LabelRow['points'] = [8, 7.5, 7];

const ROWS: { readonly [Size in LabelSize]: (words: LabelWords) => readonly LabelRow[] } = {
  bag: (words) => [
    { name: 'drug', text: words.drug, weight: 'semibold', points: [18, 16, 14, 12, 10, 9, 8] },
    {
      name: 'strength',
      text: words.strength,
      weight: 'semibold',
      points: [14, 13, 12, 11, 10, 9, 8],
      besides: widthAt(`${words.mixed} ${words.sign} `, MIXED_POINTS) + BOX.bag,
    },
    { name: 'diluent', text: words.diluentLine, weight: 'regular', points: [10, 9, 8, 7.5, 7] },
    { name: 'name', text: words.name, weight: 'semibold', points: [11, 10, 9, 8, 7.5, 7] },
    { name: 'identity', text: identityText(words), weight: 'regular', points: [9.5, 9, 8.5, 8, 7.5, 7] },
    { name: 'route', text: words.route, weight: 'semibold', points: [10, 9, 8, 7.5, 7] },
    { name: 'prepared', text: words.prepared, weight: 'regular', points: SMALL },
    { name: 'useBy', text: words.useBy, weight: 'semibold', points: [11, 10, 9, 8] },
    { name: 'reprint', text: words.reprint, weight: 'semibold', points: SMALL, besides: 3 },
    { name: 'notice', text: words.notice, weight: 'semibold', points: SMALL },
  ],
  syringe: (words) => [
    {
      name: 'drug',
      text: words.drug,
      weight: 'semibold',
      points: [15, 14, 13, 12, 11, 10, 9, 8],
      besides: widthAt(words.strength, 11) + BOX.syringe,
    },
    { name: 'mixed', text: `${words.mixed} ${words.diluent}`, weight: 'semibold', points: [7.5, 7] },
    {
      name: 'name',
      text: words.name,
      weight: 'semibold',
      points: [8.5, 8, 7.5, 7],
      besides: widthAt(words.route, 7) + 2,
    },
    { name: 'identity', text: identityText(words), weight: 'regular', points: [7.5, 7] },
    { name: 'prepared', text: words.shortPrepared, weight: 'regular', points: [7.5, 7] },
    { name: 'useBy', text: words.useBy, weight: 'semibold', points: [9, 8.5, 8, 7.5] },
    { name: 'marks', text: marks(words.reprint, words), weight: 'semibold', points: [7] },
  ],
  flag: (words) => [
    { name: 'drug', text: words.drug, weight: 'semibold', points: [11, 10, 9, 8, 7] },
    { name: 'strength', text: words.strength, weight: 'semibold', points: [8.5, 8, 7.5, 7] },
    { name: 'name', text: flagPatient(words), weight: 'regular', points: [6.5, 6] },
    { name: 'useBy', text: words.shortUseBy, weight: 'semibold', points: [6.5, 6] },
    { name: 'marks', text: flagMarks(words), weight: 'semibold', points: [6] },
  ],
};

/** `Born 09-Mar-1984 Record 004-271-88 Chair 2` */
export function identityText({ born, record, chair }: LabelWords): string {
  return [born, record, chair].join(' ');
}

/** A small label has no room for a whole notice: which printing it is, and the notice's first words. */
export function marks(reprint: string, { notice }: Pick<LabelWords, 'notice'>): string {
  const first = notice.split(' · ').map((part) => part.split(' — ')[0] ?? part);
  return [reprint, ...first].filter((text) => text !== '').join(' · ');
}

/** `REPRINT 2 · TRAINING`: the flag has no room for the reason, which the record has; training says that it is none. */
export function flagMarks({ reprint, notice }: LabelWords): string {
  const first = marks('', { notice }).split(' · ')[0] ?? '';
  return [reprint.split(',')[0] ?? '', first].filter((text) => text !== '').join(' · ');
}

/** `OKAFOR, A · 004-271-88` */
export function flagPatient({ shortName, recordNumber }: LabelWords): string {
  return `${shortName} · ${recordNumber}`;
}

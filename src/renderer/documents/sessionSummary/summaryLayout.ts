import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { type TextColumn, wrappedLines } from '../textWidth.ts';
import { workingRows } from '../workingRows.ts';
import { differenceLines } from './differencesText.ts';
import { effectLines } from './effectsText.ts';
import { containerLines } from './preparationText.ts';
import { printedTimeline } from './printedTimeline.ts';
import { balanceText } from './reconciliationText.ts';
import { recoveryAnswers } from './recoveryText.ts';

/**
 * How a session summary is laid out before anything is drawn. On paper nothing can be measured first, so lines are
 * counted from the face's own widths; a miscount costs a second page, never a cut line.
 */

/** Lines of the timeline that fit beside the totals on the one page of a short session. */
const SHORT_LINES = 20;
/** Lines of text in 8 pt, in mm: a row of a table is hardly taller. */
const LINE = 3.4;
/** What the chart and all lines beside and below each other have together on one page, in mm. */
const SHARED = 174.2;
/** The full height of UX 4, D1.4, and the lowest that still can be read. */
const CHART = { highest: 58, lowest: 38 };
const CHART_OF_LONG = 52;
/** The columns text is set in. */
const EVENT: TextColumn = { millimetres: 36, points: 8, weight: 'semibold' };
const CALCULATION: TextColumn = { millimetres: 79, points: 8, weight: 'regular' };
const CHECK: TextColumn = { millimetres: 60, points: 8, weight: 'regular' };
const TOTALS: TextColumn = { millimetres: 60, points: 8, weight: 'regular' };
const TIMELINE: TextColumn = { millimetres: 122, points: 8, weight: 'regular' };
/** Heads, rules and gaps of each block, in mm. */
const FURNITURE = { sum: 4.7, timeline: 17.6, totals: 23, differences: 5.9 };
/** The sum never takes less than the check and the preparation beside it. */
const CHECK_HEIGHT = 37.7;

/** True when the timeline fits beside the totals. */
export function isShort(data: SessionSummaryData): boolean {
  return timelineLines(data) <= SHORT_LINES;
}

/**
 * Height of the vitals chart, in mm: it takes what the text leaves, so that one page stays one page. What needs a
 * second page anyway gets a chart of full size.
 */
export function chartHeight(data: SessionSummaryData): number {
  if (!isShort(data)) return CHART_OF_LONG;
  const check = CHECK_HEIGHT + linesOf(containerLines(data), CHECK) * LINE;
  const sum = Math.max(check, FURNITURE.sum + sumLines(data) * LINE);
  const left = SHARED - sum - columnsHeight(data, differencesSide(data));
  return left < CHART.lowest ? CHART_OF_LONG : Math.min(CHART.highest, left);
}

/** Under which column the differences make the page the shorter. */
export function differencesSide(data: SessionSummaryData): 'timeline' | 'totals' {
  return columnsHeight(data, 'timeline') < columnsHeight(data, 'totals') ? 'timeline' : 'totals';
}

function columnsHeight(data: SessionSummaryData, side: 'timeline' | 'totals'): number {
  const differences =
    FURNITURE.differences + linesOf(differenceLines(data), side === 'timeline' ? TIMELINE : TOTALS) * LINE;
  const timeline = FURNITURE.timeline + (timelineLines(data) + recoveryLines(data)) * LINE;
  const totals = FURNITURE.totals + totalsLines(data) * LINE;
  return side === 'timeline'
    ? Math.max(timeline + differences, totals)
    : Math.max(timeline, totals + differences);
}

function sumLines(data: SessionSummaryData): number {
  return linesOf(
    workingRows(data).map(({ word, calculation }) => `${word} ${calculation}`),
    CALCULATION,
  );
}

function timelineLines(data: SessionSummaryData): number {
  return linesOf(
    printedTimeline(data).map(({ event }) => event),
    EVENT,
  );
}

/** Delivered, effects, reconciliation and initials, as they stand under each other beside the timeline. */
function totalsLines(data: SessionSummaryData): number {
  const { delivered, session } = data;
  const balance = session.reconciliation;
  const wastes = Math.max(1, balance?.wastes.length ?? 0);
  const effects = effectLines(data).map(({ name, span }) => `${name}, ${span}.`);
  const check = balance && session.recovery ? balanceText(balance, data) : '';
  const spelled = linesOf([...effects, 'medicines', check, 'initials'], TOTALS);
  const given = session.counted ? session.counted.doses.length : delivered.stretches.length;
  return given + 1 + 3 + wastes + spelled;
}

function recoveryLines({ session, print }: SessionSummaryData): number {
  if (!session.recovery) return 1;
  const text = recoveryAnswers(session.recovery, print.zone).map((answer) => answer.text);
  return linesOf([text.join('; ')], TIMELINE);
}

function linesOf(texts: readonly string[], column: TextColumn): number {
  return texts.reduce((sum, text) => sum + wrappedLines(text, column), 0);
}

import Papa from 'papaparse';
import type { Answer } from '../../core/batch/answerRow.ts';
import type { Result } from '../../core/result.ts';

/** The columns of the answers. Source: DESIGN 5. */
export const ANSWER_COLUMNS = ['id', 'ask', 'exact', 'approximate', 'unit', 'working', 'error'] as const;

/** One row answered: its answer, or in words what is wrong with it. */
export type AnsweredRow = {
  readonly id: string;
  readonly ask: string;
  readonly result: Result<Answer, string>;
};

export type AnswerFormat = 'csv' | 'json';

/** What stands before the first answer: the header of a CSV, nothing for JSON lines. */
export function answerHead(format: AnswerFormat): string {
  return format === 'csv' ? csvLine(ANSWER_COLUMNS) : '';
}

/** An answered row as one line. Both formats carry the same columns, all as text, those without a value empty. */
export function answerLine(row: AnsweredRow, format: AnswerFormat): string {
  const { id, ask, result } = row;
  const cells: Readonly<Record<(typeof ANSWER_COLUMNS)[number], string>> = {
    id,
    ask,
    exact: result.ok ? result.value.exact : '',
    approximate: result.ok ? (result.value.isApproximate ? 'yes' : 'no') : '',
    unit: result.ok ? result.value.unit : '',
    working: result.ok ? result.value.working : '',
    error: result.ok ? '' : result.failure,
  };
  return format === 'csv'
    ? csvLine(ANSWER_COLUMNS.map((column) => cells[column]))
    : `${JSON.stringify(cells)}\n`;
}

/**
 * A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@` in front) gets an apostrophe before it, since the
 * cells of a row come back in the answer.
 */
function csvLine(cells: readonly string[]): string {
  return `${Papa.unparse([[...cells]], { escapeFormulae: true, newline: '\n' })}\n`;
}

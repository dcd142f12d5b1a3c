import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { answerRow } from '../../core/batch/answerRow.ts';
import { type Column, rowErrorText } from '../../core/batch/row.ts';
import { err } from '../../core/result.ts';
import { type AnsweredRow, type AnswerFormat, answerHead, answerLine } from './answerLine.ts';
import { batchHeader, batchRow } from './batchHeader.ts';
import { type CsvRow, csvRows } from './csvRows.ts';
import { countsText, type ProgressLine, type ProgressStream, progressLine } from './progressLine.ts';

/**
 * `dose`: exit 0 every row answered, 1 a row has an error, 64 wrong use, 65 the file is no CSV or has an unknown column,
 * 66 it cannot be read, 74 the answers cannot be written.
 */
const EXIT = { answered: 0, rowFailed: 1, usage: 64, broken: 65, noFile: 66, notWritten: 74 } as const;

const USAGE =
  'Use: npm run --silent dose -- FILE.csv [--json]   (- instead of FILE.csv reads standard input)';

/** Answers are handed on in pieces of about this many characters, and progress is told with each. */
const PIECE = 32_768;

export type DoseStreams = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: ProgressStream;
};

/** Answers every row of a CSV file on standard output, in constant memory. Returns the exit code. */
export async function dose(args: readonly string[], streams: DoseStreams): Promise<number> {
  const [file, ...others] = args.filter((argument) => argument !== '--json');
  const isOption = file !== undefined && file !== '-' && file.startsWith('-');
  if (file === undefined || isOption || others.length > 0) return stop(streams, USAGE, EXIT.usage);
  const format = args.includes('--json') ? 'json' : 'csv';
  const source = file === '-' ? streams.stdin : createReadStream(file);
  try {
    return await answerAll(csvRows(source.setEncoding('utf8')), format, streams);
  } catch (problem) {
    return stopFor(problem, file, streams);
  }
}

async function answerAll(
  rows: ReturnType<typeof csvRows>,
  format: AnswerFormat,
  streams: DoseStreams,
): Promise<number> {
  const progress = progressLine(streams.stderr);
  const out = answerWriter(streams.stdout, progress);
  let columns: readonly Column[] | undefined;
  for await (const row of rows) {
    if (!row.ok) {
      await out.flush();
      return stop(
        streams,
        `Line ${row.failure.line}: ${row.failure.why}. Nothing after it was read.`,
        EXIT.broken,
      );
    }
    if (columns === undefined) {
      const header = batchHeader(row.value.cells);
      if (!header.ok) return stop(streams, `Line ${row.value.line}: ${header.failure}.`, EXIT.broken);
      columns = header.value;
      await out.add(answerHead(format));
    } else {
      const answered = answerTo(row.value, columns);
      await out.add(answerLine(answered, format), answered);
    }
  }
  if (columns === undefined)
    return stop(streams, 'The file is empty. Its first row names the columns.', EXIT.broken);
  const { rows: count, failed } = await out.flush();
  if (streams.stderr.isTTY === true) streams.stderr.write(`${countsText(count, failed)}\n`);
  return failed > 0 ? EXIT.rowFailed : EXIT.answered;
}

function answerTo({ cells, line }: CsvRow, columns: readonly Column[]): AnsweredRow {
  const cellOf = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const named = { id: cellOf('id'), ask: cellOf('ask') };
  const row = batchRow(columns, cells, line);
  if (!row.ok) return { ...named, result: row };
  const answer = answerRow(row.value);
  return { ...named, result: answer.ok ? answer : err(rowErrorText(answer.failure)) };
}

type Counts = { readonly rows: number; readonly failed: number };

/** Collects lines into pieces and waits until each is taken, so that no more than one is ever held. */
function answerWriter(stdout: Writable, progress: ProgressLine) {
  let [held, rows, failed] = ['', 0, 0];
  // Every piece waits for its own outcome; without a listener the stream would end the program besides.
  stdout.on('error', () => {});
  const flush = async (): Promise<Counts> => {
    progress.clear();
    await new Promise<void>((taken, refused) =>
      stdout.write(held, (problem) => (problem ? refused(problem) : taken())),
    );
    held = '';
    return { rows, failed };
  };
  const add = async (line: string, answered?: AnsweredRow) => {
    held += line;
    if (answered !== undefined) rows += 1;
    if (answered?.result.ok === false) failed += 1;
    if (held.length < PIECE) return;
    await flush();
    progress.show(rows, failed);
  };
  return { add, flush };
}

function stopFor(problem: unknown, file: string, streams: DoseStreams): number {
  const { code, syscall, message } = problem as NodeJS.ErrnoException;
  if (syscall === 'write') {
    // Whoever read the answers has read enough of them.
    if (code === 'EPIPE') return EXIT.notWritten;
    return stop(streams, `The answers could not be written: ${message}.`, EXIT.notWritten);
  }
  if (code === 'ENOENT') return stop(streams, `There is no file ${file}.`, EXIT.noFile);
  if (code === 'EISDIR') return stop(streams, `${file} is a folder, not a file.`, EXIT.noFile);
  if (syscall === undefined) throw problem;
  return stop(streams, `${file === '-' ? 'Standard input' : file} cannot be read: ${message}.`, EXIT.noFile);
}

function stop({ stderr }: DoseStreams, text: string, code: number): number {
  stderr.write(`${text}\n`);
  return code;
}

import { formatCount } from '../../core/quantity/format.ts';

/** Where progress is told: standard error. */
export type ProgressStream = { readonly isTTY?: boolean; write(text: string): unknown };

/** A line that counts rows on a terminal, and nothing anywhere else. */
export type ProgressLine = {
  /** Shows the counts in place of those shown before. */
  show(rows: number, failed: number): void;
  /** Takes the line away, before something else is written on the same terminal. */
  clear(): void;
};

/** Back to the beginning of the line, and everything on it gone. */
const CLEAR_LINE = '\r\u001b[K';

export function progressLine(stream: ProgressStream): ProgressLine {
  const write = (text: string) => (stream.isTTY === true ? void stream.write(text) : undefined);
  return {
    show: (rows, failed) => write(`${CLEAR_LINE}${countsText(rows, failed)}`),
    clear: () => write(CLEAR_LINE),
  };
}

/** `12,000 rows answered, 3 with an error`. */
export function countsText(rows: number, failed: number): string {
  return `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}, ${formatCount(failed)} with an error`;
}

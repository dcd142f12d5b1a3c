/**
 * The kind of a fault and where it arose, without its text: that may hold a patient's data. `JSON.parse` quotes what it
 * could not read.
 */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.startsWith('    at '))
      ?.trim() ?? '';
  return `${error.name} ${place}`;
}

const EXIT_FAULT = 1;

/** A fault that nobody caught ends the program: it says which and where, and no text of it. */
export function sayLastFault(say: (line: string) => void): void {
  process.on('uncaughtException', (fault) => {
    say(
      `Infusion Desk met a fault and has ended (${faultName(fault)}). What was saved is safe. Start it again.`,
    );
    process.exit(EXIT_FAULT);
  });
}

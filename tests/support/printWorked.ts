import { workedOutput } from './workedOutput.ts';

// Run by itself under another language and time zone. What the computer would write goes to the other stream, so that
// whoever compares can see that it really was another one.

/** 1,234.5 and the first moment of 2026 in UTC, as this computer's language and time zone write them. */
const THOUSAND = 1_234.5;
const NEW_YEAR = new Date(Date.UTC(2026, 0, 1));

process.stderr.write(
  JSON.stringify({
    locale: new Intl.NumberFormat().resolvedOptions().locale,
    number: THOUSAND.toLocaleString(),
    hour: NEW_YEAR.getHours(),
  }),
);
process.stdout.write(workedOutput());

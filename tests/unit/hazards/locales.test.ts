import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HAZARD_TIMEOUT } from '../../support/hazardCases.ts';
import { workedOutput } from '../../support/workedOutput.ts';

const PRINTER = join(import.meta.dirname, '..', '..', 'support', 'printWorked.ts');
const run = promisify(execFile);

/** What the computer itself makes of 1,234.5 and of midnight in UTC there. */
type Region = {
  readonly locale: string;
  readonly timeZone: string;
  readonly number: string;
  readonly hour: number;
};

/** A comma for a point, other digits, other groups; time zones a quarter or half of an hour off, and over the date line. */
const REGIONS: readonly Region[] = [
  { locale: 'de-DE', timeZone: 'Asia/Kathmandu', number: '1.234,5', hour: 5 },
  { locale: 'ar-EG', timeZone: 'America/St_Johns', number: '١٬٢٣٤٫٥', hour: 20 },
  { locale: 'hi-IN', timeZone: 'Pacific/Chatham', number: '1,234.5', hour: 13 },
];

describe('every worked example, sum, slip and alert', () => {
  it.each(REGIONS.map((region) => [region.locale, region.timeZone, region] as const))(
    'comes out the same to the byte on a computer set to %s and %s',
    async (locale, timeZone, region) => {
      const language = `${locale.replace('-', '_')}.UTF-8`;
      const env = { ...process.env, LC_ALL: language, LANG: language, LANGUAGE: language, TZ: timeZone };
      const { stdout, stderr } = await run(process.execPath, [PRINTER], { env, maxBuffer: 2 ** 24 });
      expect({ ...JSON.parse(stderr), timeZone }).toEqual(region);
      expect(stdout.split('\n').length).toBeGreaterThan(800);
      expect(stdout).toBe(workedOutput());
    },
    HAZARD_TIMEOUT,
  );

  it('is written in the digits 0 to 9 alone, but for what was typed in others and refused', () => {
    const others = workedOutput().match(/^.*[^\P{Nd}0-9].*$/gmu);
    expect(others?.map((line) => line.split(': ')[1])).toEqual([
      'Digits and one point only',
      'Digits and one point only',
    ]);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ASKS } from '../../src/core/batch/asks.ts';
import { dose } from '../../src/main/commands/dose.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SCRIPT = join(ROOT, 'scripts', 'run', 'dose.ts');
const EXAMPLE = join(ROOT, 'docs', 'examples', 'dose.csv');
const HEAD = 'id,ask,exact,approximate,unit,working,error';

type Run = { readonly exit: number | null; readonly answers: string; readonly said: string };

/** Runs the command as a person does. `input` is what comes in by standard input. */
function run(args: readonly string[], { input = '', nodeArgs = [] as readonly string[] } = {}): Run {
  const ran = spawnSync(process.execPath, [...nodeArgs, SCRIPT, ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exit: ran.status, answers: ran.stdout, said: ran.stderr };
}

function csvFile(text: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-dose-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'batch.csv');
  writeFileSync(file, text);
  return file;
}

function table(answers: string): readonly Record<string, string>[] {
  return Papa.parse<Record<string, string>>(answers, { header: true, skipEmptyLines: true }).data;
}

const ROWS = `id,ask,unit,weight,dose,concentration,duration
a,rate,mL/h,72 kg,0.5 mg/kg,1 mg/mL,40 min
b,rate,mL/h,72 kg,.5 mg/kg,1 mg/mL,40 min
"c, third",total dose,mg,70 kg,0.35 mg/kg/h,,4 h
`;

const ANSWERS = `${HEAD}
a,rate,54,no,mL/h,0.5 mg/kg × 72 kg ÷ 1 mg/mL ÷ 40 min × 60 min/h = 54 mL/h,
b,rate,,,,,dose: Start with a zero: 0.5
"c, third",total dose,98,no,mg,0.35 mg/kg/h × 70 kg × 4 h = 98 mg,
`;

describe('the batch calculator', () => {
  it('answers the example file, which asks everything there is', () => {
    const { exit, answers, said } = run([EXAMPLE]);
    expect({ exit, said }).toEqual({ exit: 0, said: '' });
    expect(answers.split('\n')[0]).toBe(HEAD);
    const rows = table(answers);
    expect(new Set(rows.map((row) => row['ask']))).toEqual(new Set(ASKS));
    expect(rows.map((row) => `${row['exact']} ${row['unit']} ${row['approximate']}`)).toEqual([
      '54 mL/h no',
      '12.5 mcg/kg/min no',
      '2112 mg no',
      '500/11 h no',
      '56 mL no',
      '0.72 mL no',
      '125/3 gtt/min no',
      '0.192 mg/mL no',
      '9.6 mg no',
      '12.5 mcg/kg/min no',
      '1.8547236991 m2 yes',
      '8604/127 kg no',
      '77 kg no',
      '67 kg no',
      '129.75 mg no',
    ]);
    expect(rows.every((row) => row['error'] === '' && row['working'] !== '')).toBe(true);
  });

  it('gives a bad row its error, goes on with the rest, and ends with 1', () => {
    expect(run([csvFile(ROWS)])).toEqual({ exit: 1, answers: ANSWERS, said: '' });
  });

  it('reads standard input for -, from any system', () => {
    expect(run(['-'], { input: ROWS })).toEqual({ exit: 1, answers: ANSWERS, said: '' });
    expect(run(['-'], { input: `\ufeff${ROWS.replaceAll('\n', '\r\n')}` }).answers).toBe(ANSWERS);
  });

  it('takes the columns in any order and needs only those a row uses', () => {
    const { exit, answers } = run(['-'], { input: 'duration,ask,volume,unit\n7 h,rate,500 mL,mL/h\n' });
    expect({ exit, answers }).toEqual({
      exit: 0,
      answers: `${HEAD}\n,rate,500/7,no,mL/h,500 mL ÷ 7 h = 500/7 mL/h,\n`,
    });
  });

  it('writes JSON lines with --json, with the same columns', () => {
    for (const args of [
      ['--json', '-'],
      ['-', '--json'],
    ]) {
      const { exit, answers } = run(args, { input: ROWS });
      expect(exit).toBe(1);
      expect(
        answers
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toEqual([
        {
          id: 'a',
          ask: 'rate',
          exact: '54',
          approximate: 'no',
          unit: 'mL/h',
          working: '0.5 mg/kg × 72 kg ÷ 1 mg/mL ÷ 40 min × 60 min/h = 54 mL/h',
          error: '',
        },
        {
          id: 'b',
          ask: 'rate',
          exact: '',
          approximate: '',
          unit: '',
          working: '',
          error: 'dose: Start with a zero: 0.5',
        },
        {
          id: 'c, third',
          ask: 'total dose',
          exact: '98',
          approximate: 'no',
          unit: 'mg',
          working: '0.35 mg/kg/h × 70 kg × 4 h = 98 mg',
          error: '',
        },
      ]);
    }
  });

  it('gives a row with a cell too few or too many its error and its line', () => {
    const { exit, answers } = run(['-'], { input: 'id,ask,unit\n1,rate\n2,rate,mL/h,5\n' });
    expect(exit).toBe(1);
    expect(table(answers).map((row) => `${row['id']} ${row['error']}`)).toEqual([
      '1 Line 2 has 2 cells and the header 3. Give every column its comma, and put quotation marks around a value with a comma in it',
      '2 Line 3 has 4 cells and the header 3. Give every column its comma, and put quotation marks around a value with a comma in it',
    ]);
  });

  it('hands no cell back that a spreadsheet would run', () => {
    const input = 'id,ask,unit,volume,duration\n"=HYPERLINK(""x"")",rate,mL/h,36 mL,40 min\n-2,@SUM,,,\n';
    const rows = run(['-'], { input }).answers.split('\n');
    expect(rows[1]).toMatch(/^"'=HYPERLINK\(""x""\)",rate,54,/);
    expect(rows[2]).toMatch(/^"'-2","'@SUM",/);
    expect(JSON.parse(run(['-', '--json'], { input }).answers.split('\n')[1] ?? '')).toMatchObject({
      id: '-2',
    });
  });
});

describe('a file that is no batch', () => {
  it.each([
    ['Unknown columns: "dosage", "wt".', 'id,ask,dosage,wt\n1,rate,5 mg,72 kg\n', 'Line 1: '],
    ['The columns are not separated by commas.', '\n\nid;ask;unit\n1;rate;mL/h\n', 'Line 3: '],
    ['The file is empty. Its first row names the columns.', '', ''],
    ['a quotation mark is opened in the row that begins here and never closed.', '"id,ask\n', 'Line 1: '],
  ])('is refused before any answer: %s', (reason, input, line) => {
    const { exit, answers, said } = run(['-'], { input });
    expect({ exit, answers }).toEqual({ exit: 65, answers: '' });
    expect(said.startsWith(`${line}${reason}`)).toBe(true);
    expect(said.split('\n')).toHaveLength(2);
  });

  it('is named by the line where its CSV is broken, after the answers up to there', () => {
    const { exit, answers, said } = run(['-'], { input: `${ROWS}"d,rate,mL/h,,,,\ne,rate,mL/h,,,,\n` });
    expect({ exit, answers, said }).toEqual({
      exit: 65,
      answers: ANSWERS,
      said: 'Line 5: a quotation mark is opened in the row that begins here and never closed. Nothing after it was read.\n',
    });
  });

  it('is told from a missing one, a folder and no file at all', () => {
    const missing = join(csvFile(''), '..', 'none.csv');
    expect(run([missing])).toEqual({ exit: 66, answers: '', said: `There is no file ${missing}.\n` });
    expect(run([ROOT])).toEqual({ exit: 66, answers: '', said: `${ROOT} is a folder, not a file.\n` });
    const usage =
      'Use: npm run --silent dose -- FILE.csv [--json]   (- instead of FILE.csv reads standard input)\n';
    for (const args of [[], ['--json'], ['--jason', '-'], [EXAMPLE, EXAMPLE]])
      expect(run(args)).toEqual({ exit: 64, answers: '', said: usage });
  });

  it('has rows that are no UTF-8 named', () => {
    const latin = Buffer.from('id,ask,unit,dose\n1,convert,mg,5 \u00b5g\n', 'latin1');
    const { exit, answers } = run([csvFile(latin)]);
    expect(exit).toBe(1);
    expect(table(answers)[0]?.['error']).toBe('Line 2: This is not UTF-8 text. Save the file as CSV UTF-8');
  });
});

describe('a long batch', () => {
  it('streams 20,000 rows of 40 MB through a heap that has no room for them', () => {
    const filler = 'x'.repeat(2_000);
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `${n} ${filler},rate,mL/h,${n + 1} mL,${(n % 50) + 1} min`,
    );
    const file = csvFile(`id,ask,unit,volume,duration\n${rows.join('\n')}\n`);
    const { exit, answers, said } = run([file], { nodeArgs: ['--max-old-space-size=64'] });
    expect({ exit, said }).toEqual({ exit: 0, said: '' });
    const lines = answers.trimEnd().split('\n');
    expect(lines).toHaveLength(20_001);
    expect(lines[20_000]).toBe(
      `19999 ${filler},rate,24000,no,mL/h,20000 mL ÷ 50 min × 60 min/h = 24000 mL/h,`,
    );
  }, 120_000);

  it('answers before its input has ended', async () => {
    const child = spawn(process.execPath, [SCRIPT, '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    const first = new Promise<string>((got) => child.stdout.once('data', (piece) => got(String(piece))));
    child.stdin.write('id,ask,unit,volume,duration\n');
    for (let n = 0; n < 2_000; n += 1) child.stdin.write(`${n},rate,mL/h,36 mL,40 min\n`);
    expect(await first).toContain('0,rate,54,no,mL/h,');
  });

  it('ends quietly when whoever reads the answers stops', async () => {
    const row = '1,rate,mL/h,36 mL,40 min\n';
    const file = csvFile(`id,ask,unit,volume,duration\n${row.repeat(20_000)}`);
    const child = spawn(process.execPath, [SCRIPT, file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => {
      said += String(piece);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exit = await new Promise((ended) => child.once('exit', ended));
    expect({ exit, said }).toEqual({ exit: 74, said: '' });
  });
});

describe('on a terminal', () => {
  /** Everything written, in the order in which it would show: answers as `<answers>`. */
  async function shown(input: string): Promise<string> {
    let screen = '';
    const stdout = new PassThrough();
    stdout.on('data', (piece) => {
      screen += String(piece).length > 0 ? '<answers>' : '';
    });
    const stderr = {
      isTTY: true,
      write: (text: string) => {
        screen += text;
      },
    };
    await dose(['-'], { stdin: Readable.from([input]), stdout, stderr });
    return screen.replaceAll('\u001b[K', '<clear>');
  }

  it('counts the rows in one line and leaves the last count standing', async () => {
    const input = `id,ask,unit,volume,duration\n${'1,rate,mL/h,36 mL,40 min\n'.repeat(1_500)}2,rate,,,\n`;
    const screen = await shown(input);
    expect(screen).toMatch(/^\r<clear><answers>\r<clear>[\d,]+ rows, 0 with an error\r<clear><answers>/);
    expect(screen).toMatch(/\r<clear><answers>1,501 rows, 1 with an error\n$/);
  });

  it('says how many when there are few', async () => {
    expect(await shown('ask,unit,volume,duration\nrate,mL/h,36 mL,40 min\n')).toBe(
      '\r<clear><answers>1 row, 0 with an error\n',
    );
  });
});

describe('what goes wrong around it', () => {
  const failing = (problem: object) =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space left'), problem)),
    });
  const stdin = () => Readable.from(['ask\n']);

  it('is said when the answers cannot be written', async () => {
    const said: string[] = [];
    const stderr = { write: (text: string) => said.push(text) };
    const stdout = failing({ code: 'ENOSPC', syscall: 'write' });
    expect(await dose(['-'], { stdin: stdin(), stdout, stderr })).toBe(74);
    expect(said).toEqual(['The answers could not be written: no space left.\n']);
  });

  it('is said when the file cannot be read on', async () => {
    const said: string[] = [];
    const stderr = { write: (text: string) => said.push(text) };
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('input/output error'), { code: 'EIO', syscall: 'read' }));
      },
    });
    expect(await dose(['-'], { stdin: broken, stdout: new PassThrough(), stderr })).toBe(66);
    expect(said).toEqual(['Standard input cannot be read: input/output error.\n']);
  });

  it('is not hidden when it is a fault of the program', async () => {
    const stderr = { write: () => {} };
    await expect(dose(['-'], { stdin: stdin(), stdout: failing({}), stderr })).rejects.toThrow(
      'no space left',
    );
  });
});

it('is described with its example in the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain('npm run --silent dose -- docs/examples/dose.csv');
});

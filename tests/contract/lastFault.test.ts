import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultName } from '../../src/main/faultWords.ts';

const WORDS = join(import.meta.dirname, '..', '..', 'src', 'main', 'faultWords.ts');
const SECRET = /OKAFOR|73\.7/;

/** A program that ends by a fault nobody caught. */
function endsBy(fault: string) {
  const program = `
    import { sayLastFault } from ${JSON.stringify(WORDS)};
    sayLastFault((line) => process.stderr.write(line + '\\n'));
    ${fault}
    setTimeout(() => {}, 10_000);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return { said: stdout + stderr, status };
}

describe('the last words of a program that met a fault', () => {
  it.each([
    ['thrown later', `setTimeout(() => { throw new Error('weight 73.7 kg of OKAFOR'); });`],
    ['of a promise nobody waited for', `void Promise.reject(new TypeError('OKAFOR 73.7'));`],
    ['of a row that could not be read', `setTimeout(() => JSON.parse('{"name":"OKAFOR","weight":73.7'));`],
    ['that is no error', `setTimeout(() => { throw 'OKAFOR 73.7'; });`],
  ])('%s name its kind and place and nothing it said', (_, fault) => {
    const { said, status } = endsBy(fault);
    expect(said).toMatch(/^Infusion Desk met a fault and has ended \(.+\)\. What was saved is safe\./);
    expect(said).not.toMatch(SECRET);
    expect(status).toBe(1);
  });

  it('name a place even where the text itself looks like one', () => {
    const fault = new Error('first line\nOKAFOR at 73.7 kg');
    expect(faultName(fault)).toMatch(/^Error at .*lastFault\.test/);
    expect(faultName(fault)).not.toMatch(SECRET);
    expect(faultName('OKAFOR')).toBe('unknown fault');
  });
});

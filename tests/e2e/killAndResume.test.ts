import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/main/clock.ts';
import { logVerify } from '../../src/main/commands/logVerify.ts';
import { anchorFile } from '../../src/main/eventLog/anchor.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { trainingProfile } from '../support/clinic.ts';
import { openWindow } from '../support/window.ts';

const PROGRAM = join(import.meta.dirname, 'support', 'sessionToKill.ts');

type Killed = { readonly session: string; readonly acknowledged: readonly string[] };

/** Lets the program acknowledge some events, then kills it between two of them or in the middle of one. */
async function killAfter(home: string, events: number): Promise<Killed> {
  const program: ChildProcess = spawn(process.execPath, [PROGRAM, home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  const acknowledged: string[] = [];
  let session = '';
  if (!program.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: program.stdout })) {
    const [word = '', id = ''] = line.split(' ');
    if (word === 'RUNNING') session = id;
    if (word === 'ACK' && acknowledged.push(id) >= events) break;
  }
  program.kill('SIGKILL');
  await once(program, 'exit');
  return { session, acknowledged };
}

describe('a program that is killed in the middle of a session', () => {
  it('offers the session first on the next start, with the gap and the question for the pump, and has lost nothing', async () => {
    const paths = trainingProfile();
    const { session, acknowledged } = await killAfter(join(paths.data, '..'), 7);
    await new Promise((resolve) => setTimeout(resolve, 2_200));

    const window = await openWindow({ paths, clock: systemClock() });
    onTestFinished(() => window.app.close());
    const { page } = window;
    // A restart asks for the passphrase again; nothing of a running session waits for that to be offered.
    await window.signIn('lim');
    const alert = page.getByRole('alert').filter({ hasText: 'OKAFOR' });
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(
      /App was closed \d\d:\d\d:\d\d–\d\d:\d\d:\d\d \(\d+\ss\)\. The pump was not affected\. Type what the pump shows now\./,
    );

    const view = await window.call('session:load', { session });
    expect(view.state).toBe('RUNNING');
    expect(view.interruption).not.toBeNull();
    const recorded = new Set(view.timeline.map(({ id }) => id));
    expect(acknowledged.filter((id) => !recorded.has(id))).toEqual([]);

    expect(await page.locator('body').innerText()).toContain('not confirmed');
    const hands = handsOn(page);
    await hands.press('Type what the pump shows');
    const sheet = inDialog(hands);
    await sheet.pick('running', 'The pump is');
    await sheet.type('Volume shown by the pump', '0.4');
    await sheet.press(/^Save for Chair 2/);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('not confirmed').waitFor({ state: 'detached' });
    const answered = await window.call('session:load', { session });
    expect(answered.interruption).toBeNull();
    expect(answered.timeline.map(({ text }) => text.replaceAll('\u00a0', ' '))).toContain(
      'Pump running, shows 0.4 mL',
    );

    await window.app.close();
    const said: string[] = [];
    const file = recordFiles(paths).training;
    expect(logVerify([file, '--anchor', anchorFile(paths.config, file)], (line) => said.push(line))).toBe(0);
    expect(said.join('\n')).toContain('anchor holds');
  });
});

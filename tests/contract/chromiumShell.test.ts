import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedBrowser } from '../../scripts/browser.mjs';
import { type ChromiumShell, createChromiumShell } from '../../src/main/shell/chromiumShell.ts';
import { browserProcesses, listeningSockets } from './support/browserProcesses.ts';
import { builtFile } from './support/builtFile.ts';

// The Chromium shell with the real browser and a page of its own, so that it stands without the program behind it.

const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-shell-'));
const profileFolder = join(folder, 'profile');
const asked: { readonly channel: string; readonly request: unknown }[] = [];
const said: string[] = [];
let shell: ChromiumShell;
let page: Page;

beforeAll(async () => {
  shell = openableShell(profileFolder);
  await shell.open({ title: 'Trial window', theme: 'dim' });
  page = openPage(shell);
});

afterAll(async () => {
  await shell.quit();
  rmSync(folder, { recursive: true, force: true });
});

describe('keys of the browser', () => {
  it('do nothing of the browser’s own, and still reach the page', async () => {
    await page.evaluate(() => {
      const pressed: [key: string, isSilenced: boolean][] = [];
      addEventListener('keydown', (event) => pressed.push([event.key, event.defaultPrevented]));
      Object.assign(globalThis, { pressed });
    });
    for (const key of [
      'F5',
      'F12',
      'Control+p',
      'Control+r',
      'Control+f',
      'Control+Shift+I',
      'F8',
      'Control+c',
      'a',
    ])
      await page.keyboard.press(key);
    const pressed = await page.evaluate(() => Reflect.get(globalThis, 'pressed') as [string, boolean][]);
    expect(pressed.filter(([key]) => key !== 'Control' && key !== 'Shift')).toEqual([
      ['F5', true],
      ['F12', true],
      ['p', true],
      ['r', true],
      ['f', true],
      ['I', true],
      ['F8', false],
      ['c', false],
      ['a', false],
    ]);
    const menu = await page.evaluate(() => {
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(menu).toBe(true);
  });
});

describe('messages', () => {
  it('brings a request to the main process and its answer back', async () => {
    const answer = await page.evaluate(() =>
      window.infusionDesk.identitySignIn({ user: 'ada', secret: '123456', by: 'pin' }),
    );
    expect(answer).toEqual({ ok: true, value: 'answer to identity:signIn' });
    expect(asked.at(-1)).toEqual({
      channel: 'identity:signIn',
      request: { user: 'ada', secret: '123456', by: 'pin' },
    });
  });

  it('brings a push to the listeners of its name until they stop listening', async () => {
    await page.evaluate(() => {
      const ticks: unknown[] = [];
      const end = window.infusionDesk.on('clock', (tick) => ticks.push(tick.now));
      Object.assign(globalThis, { ticks, end });
    });
    shell.push('clock', { now: 1, counter: 1, boot: 'boot', zone: 'Europe/London' });
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'ticks'))).toEqual([1]);
    await page.evaluate(() => Reflect.get(globalThis, 'end')());
    shell.push('clock', { now: 2, counter: 2, boot: 'boot', zone: 'Europe/London' });
    await page.evaluate(() => window.infusionDesk.appLoad({}));
    expect(await page.evaluate(() => Reflect.get(globalThis, 'ticks'))).toEqual([1]);
  });

  it('leaves the page a frozen API and neither the raw binding nor a way to name a channel', async () => {
    const found = await page.evaluate(() => ({
      raw: ['infusionDeskBinding' in globalThis, Reflect.get(globalThis, 'rawNameAtStart')],
      frozen: Object.isFrozen(window.infusionDesk),
      replaceable: Object.getOwnPropertyDescriptor(globalThis, 'infusionDesk')?.writable,
      listed: Object.keys(globalThis).includes('infusionDeskPushed'),
    }));
    expect(found).toEqual({ raw: [false, false], frozen: true, replaceable: false, listed: false });
  });

  it('gives a frame inside the page no API, and refuses what it sends all the same', async () => {
    const before = asked.length;
    const answer = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow ?? window;
      const hasApi = 'infusionDesk' in inside || 'infusionDeskBinding' in inside;
      // The driver's own door, which a page cannot be kept from: the answer must come from the sender check.
      const door = Reflect.get(inside, '__playwright__binding__controller__');
      const reply = await door.callBinding('infusionDeskBinding', 'app:load', {});
      frame.remove();
      return { hasApi, reply };
    });
    expect(answer).toEqual({
      hasApi: false,
      reply: { ok: false, failure: { kind: 'malformedRequest', channel: '' } },
    });
    expect(asked).toHaveLength(before);
  });
});

describe('what the page cannot do', () => {
  it('cannot run an inline script, and the terminal hears which rule stopped it', async () => {
    expect(await page.evaluate(() => Reflect.get(globalThis, 'inlineScriptRan'))).toBeUndefined();
    expect(said).toContain('The window tried something its rules forbid (script-src).');
  });

  it('is served with its content security policy as a header', async () => {
    const response = await page.reload();
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(await response?.headerValue('x-content-type-options')).toBe('nosniff');
  });

  it.each(['https://example.com/', 'https://app.invalid/page.js'])('cannot fetch %s', async (address) => {
    const outcome = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'fetched',
          () => 'refused',
        ),
      address,
    );
    expect(outcome).toBe('refused');
  });

  it.each([
    'https://example.com/',
    'https://app.invalid/page.js',
    'http://app.invalid/',
    'https://app.invalid.example.com/',
  ])('cannot be sent to %s, and stands as it was', async (address) => {
    await page.evaluate((address) => {
      Object.assign(globalThis, { stillHere: true });
      location.href = address;
    }, address);
    await page.waitForTimeout(200);
    expect(page.url()).toBe('https://app.invalid/?theme=dim');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'stillHere'))).toBe(true);
  });

  it('is brought back from an empty page, which no rule can refuse', async () => {
    await page.evaluate(() => {
      location.href = 'about:blank';
    });
    await expect.poll(() => page.evaluate(() => 'infusionDesk' in globalThis).catch(() => false)).toBe(true);
    expect(page.url()).toBe('https://app.invalid/?theme=dim');
  });

  it('cannot keep a second window open', async () => {
    await page.evaluate(() => {
      window.open('about:blank');
      window.open('/');
    });
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  it.each(['geolocation', 'notifications', 'camera', 'microphone'])('is denied %s unasked', async (name) => {
    const state = await page.evaluate(
      async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      name,
    );
    expect(state).toBe('denied');
  });

  it('says of its own faults where they are and not what they say', async () => {
    await page.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('Okafor, Ada');
      });
    });
    await expect.poll(() => said.filter((line) => line.includes('TypeError'))).toHaveLength(1);
    expect(said.join()).not.toContain('Okafor');
  });
});

describe('documents', () => {
  it('renders what stands on the page as a PDF', async () => {
    const pdf = Buffer.from(await shell.renderPdf('A4'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(1_000);
  });

  it('never takes the name of a document that is there', async () => {
    const { writeFileSync } = await import('node:fs');
    const first = await shell.chooseSavePath(join(folder, 'documents'), 'record.pdf');
    expect(first).toBe(join(folder, 'documents', 'record.pdf'));
    writeFileSync(first ?? '', '');
    expect(await shell.chooseSavePath(join(folder, 'documents'), 'record.pdf')).toBe(
      join(folder, 'documents', 'record (2).pdf'),
    );
  });
});

describe.runIf(process.platform === 'linux')('the browser process', () => {
  it('listens on no socket and is steered over a pipe', () => {
    const processes = browserProcesses(profileFolder);
    const commandLine = processes.flatMap((process) => process.commandLine);
    expect(commandLine).toContain('--remote-debugging-pipe');
    expect(commandLine.filter((argument) => argument.startsWith('--remote-debugging-port'))).toEqual([]);
    expect(commandLine).not.toContain('--allow-file-access-from-files');
    expect(listeningSockets(processes)).toEqual([]);
  });

  it('keeps its time while another window lies over it', () => {
    const commandLine = browserProcesses(profileFolder).flatMap((process) => process.commandLine);
    expect(commandLine).toEqual(
      expect.arrayContaining([
        '--disable-background-timer-throttling',
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding',
      ]),
    );
  });

  it('has its sandbox unless user id 0 started it, and says so', () => {
    const arguments_ = browserProcesses(profileFolder).flatMap((process) => process.commandLine);
    const isRoot = process.getuid?.() === 0;
    expect(arguments_.includes('--no-sandbox')).toBe(isRoot);
    expect(said.some((line) => line.includes('without its sandbox'))).toBe(isRoot);
  });

  it('keeps its folder to this user', () => {
    expect(statSync(profileFolder).mode & 0o777).toBe(0o700);
  });
});

describe('the end', () => {
  it('opens the window anew when it breaks down', async () => {
    let closed = 0;
    const fragile = openableShell(join(folder, 'fragile'));
    fragile.on('closed', () => {
      closed += 1;
    });
    await fragile.open({ title: 'Trial window', theme: 'night' });
    const broken = openPage(fragile);
    void broken.goto('chrome://crash').catch(() => {});
    await expect
      .poll(() => fragile.page !== undefined && fragile.page !== broken, { timeout: 20_000 })
      .toBe(true);
    expect(await openPage(fragile).evaluate(() => window.infusionDesk.appLoad({}))).toMatchObject({
      ok: true,
    });
    expect(closed).toBe(0);
    await fragile.quit();
  });

  it('tells when the person closes the window, takes pushes without one, and is silent after quit', async () => {
    let closed = 0;
    const closable = openableShell(join(folder, 'closable'));
    closable.on('closed', () => {
      closed += 1;
    });
    await closable.open({ title: 'Trial window', theme: 'light' });
    await openPage(closable).close();
    await expect.poll(() => closed).toBe(1);
    closable.push('changed', { streams: ['session:1'], savedAt: 1 });
    await closable.quit();
    await closable.quit();
    expect(closed).toBe(1);
  });
});

function openableShell(ownFolder: string): ChromiumShell {
  const made = createChromiumShell({
    executablePath: installedBrowser() ?? '',
    profileFolder: ownFolder,
    rendererFolder: join(import.meta.dirname, 'support', 'window'),
    preloadFile: builtFile('preload/portable.js'),
    headless: true,
    say: (line) => said.push(line),
  });
  made.serve(async (channel, request) => {
    asked.push({ channel, request });
    return { ok: true, value: `answer to ${channel}` };
  });
  return made;
}

function openPage({ page: opened }: ChromiumShell): Page {
  if (opened === undefined) throw new Error('The shell has no page.');
  return opened;
}

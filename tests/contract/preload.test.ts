import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL_NAMES, PUSH_NAMES } from '../../src/contract/channelNames.ts';
import { channels } from '../../src/contract/channels.ts';
import { push } from '../../src/contract/push.ts';
import { callName } from '../../src/contract/windowApi.ts';
import { builtFile } from './support/builtFile.ts';

// The built preload in a bare context that offers only what Electron gives a sandboxed one.

type Api = Readonly<Record<string, (...given: unknown[]) => unknown>>;
type Heard = (event: unknown, message: unknown) => void;

const exposed = new Map<string, Api>();
const invoked: unknown[][] = [];
const heardByName = new Map<string, Set<Heard>>();
const source = readFileSync(builtFile('preload/index.cjs'), 'utf8');

beforeEach(() => {
  exposed.clear();
  invoked.length = 0;
  heardByName.clear();
  evaluatePreload();
});

describe('the Electron preload', () => {
  it('lists every channel and every push of the contract', () => {
    expect([...CHANNEL_NAMES].sort()).toEqual(Object.keys(channels).sort());
    expect([...PUSH_NAMES].sort()).toEqual(Object.keys(push).sort());
  });

  it('exposes one function per channel, `on`, and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['infusionDesk']);
    expect(Object.keys(api()).sort()).toEqual([...CHANNEL_NAMES.map(callName), 'on'].sort());
    expect(Object.values(api()).every((member) => typeof member === 'function')).toBe(true);
    expect(Object.isFrozen(api())).toBe(true);
  });

  it('sends every call on its own channel, whatever the page hands in', async () => {
    for (const channel of CHANNEL_NAMES) await api()[callName(channel)]?.({ typed: channel }, 'app:leave');
    expect(invoked).toEqual(CHANNEL_NAMES.map((channel) => [channel, { typed: channel }]));
  });

  it('listens to the pushes of the contract and to no other message', () => {
    for (const name of [...PUSH_NAMES, 'app:load', '__proto__', 'ELECTRON_BROWSER'])
      api()['on']?.(name, () => {});
    expect([...heardByName.keys()]).toEqual([...PUSH_NAMES]);
  });

  it('hands a listener the message and never the event it came with, until it stops listening', () => {
    const heard: unknown[][] = [];
    const end = api()['on']?.('clock', (...given: unknown[]) => heard.push(given));
    for (const listener of heardByName.get('clock') ?? []) listener({ sender: 'event' }, { now: 1 });
    expect(heard).toEqual([[{ now: 1 }]]);
    if (typeof end === 'function') end();
    expect(heardByName.get('clock')?.size).toBe(0);
  });

  it('is one small file without a schema library, fit for a sandbox', () => {
    expect(source.length).toBeLessThan(8_000);
    expect([...source.matchAll(/require\(["']([^"']+)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(source).not.toMatch(/\bimport[\s(]|zod|jitless/);
  });
});

describe('the Chromium preload', () => {
  const portable = readFileSync(builtFile('preload/portable.js'), 'utf8');

  it('is one closed-in script without imports, and leaves no name behind', () => {
    expect(portable).not.toMatch(/\brequire\(|^\s*(?:import|export)\b|zod|jitless/m);
    const page = createContext({ location: { origin: 'https://example.com' } });
    new Script('globalThis.window = globalThis; globalThis.top = globalThis;').runInContext(page);
    const before = Object.getOwnPropertyNames(page);
    new Script(portable).runInContext(page);
    expect(Object.getOwnPropertyNames(page)).toEqual(before);
  });

  it('takes the binding away even where it installs nothing', () => {
    const page = createContext({
      location: { origin: 'https://example.com' },
      infusionDeskBinding: () => {},
    });
    new Script('globalThis.window = globalThis; globalThis.top = globalThis;').runInContext(page);
    new Script(portable).runInContext(page);
    expect('infusionDeskBinding' in page).toBe(false);
    expect('infusionDesk' in page).toBe(false);
  });
});

function evaluatePreload(): void {
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, value: Api) => exposed.set(key, value) },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => invoked.push(given),
      on: (name: string, listener: Heard) => {
        heardByName.set(name, (heardByName.get(name) ?? new Set()).add(listener));
      },
      removeListener: (name: string, listener: Heard) => heardByName.get(name)?.delete(listener),
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}.`);
    return electron;
  };
  const process = { platform: 'linux', versions: {}, env: {}, argv: [], type: 'renderer', sandboxed: true };
  const context = createContext({ process });
  const closed = new Script(`((require, module, exports) => {${source}\n})`).runInContext(context);
  closed(require, { exports: {} }, {});
}

function api(): Api {
  return exposed.get('infusionDesk') ?? {};
}

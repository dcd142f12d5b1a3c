import type { PushName } from '../contract/push.ts';
import { createApi } from './api.ts';
import { silenceBrowserKeys } from './browserKeys.ts';
import { BINDING_NAME, HOME_ORIGIN, PUSH_RECEIVER } from './portableNames.ts';

type Call = (channel: string, request: unknown) => Promise<unknown>;
type Listener = (message: unknown) => void;

/**
 * The preload of the Chromium shell: the first script of every frame, before any of the page's own. It takes the
 * shell's binding out of the page's reach, and installs the same window API as under Electron in the main frame of
 * our own page. Any other frame is left with nothing.
 */
function install(): void {
  const call: unknown = Reflect.get(globalThis, BINDING_NAME);
  Reflect.deleteProperty(globalThis, BINDING_NAME);
  if (!isCall(call) || window.top !== window || location.origin !== HOME_ORIGIN) return;
  silenceBrowserKeys(window);
  const listeners = new Map<PushName, Set<Listener>>();
  const api = createApi({ send: (channel, request) => call(channel, request), listen: listenIn(listeners) });
  Object.defineProperty(globalThis, 'infusionDesk', { value: api, enumerable: true });
  // The shell hands pushes in here. Page code that calls it can only deceive itself: it has the listeners anyway.
  Object.defineProperty(globalThis, PUSH_RECEIVER, {
    value: (name: PushName, message: unknown) => {
      for (const listener of listeners.get(name) ?? []) listener(message);
    },
  });
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function';
}

function listenIn(listeners: Map<PushName, Set<Listener>>) {
  return (name: PushName, listener: Listener) => {
    const sameName = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, sameName.add(listener));
    return () => {
      sameName.delete(listener);
    };
  };
}

install();

import type { ChannelName, Reply, Request } from '../../contract/channels.ts';
import type { Push, PushName } from '../../contract/push.ts';
import { callName } from '../../contract/windowApi.ts';
import { createPulse, type Pulse } from './pulse.ts';

/**
 * Sends one message to the main process. Hooks are the only callers of the window's functions; a broken connection
 * answers like a refused save, because nothing typed may be lost over it.
 */
export async function call<Name extends ChannelName>(
  channel: Name,
  request: Request<Name>,
): Promise<Reply<Name>> {
  const send = Reflect.get(window.infusionDesk, callName(channel)) as (
    request: Request<Name>,
  ) => Promise<Reply<Name>>;
  const answered = pulse?.sent();
  try {
    return await send(request);
  } catch {
    return { ok: false, failure: { kind: 'notSaved', why: 'fault' } };
  } finally {
    answered?.();
  }
}

/** How often it is looked whether the main process still answers. */
const LOOK_MILLISECONDS = 250;
let pulse: Pulse | undefined;

/** Tells when the main process falls silent and when it answers again, until the returned function is called. */
export function whileSilent(ask: () => Promise<unknown>, tell: (isSilent: boolean) => void): () => void {
  const own = createPulse({ now: () => performance.now(), ask, tell });
  pulse = own;
  const stopListening = onPush('clock', own.heard);
  const looking = setInterval(own.look, LOOK_MILLISECONDS);
  return () => {
    clearInterval(looking);
    stopListening();
    if (pulse === own) pulse = undefined;
  };
}

/** Hears what the main process tells unasked. */
export function onPush<Name extends PushName>(
  name: Name,
  listener: (message: Push[Name]) => void,
): () => void {
  return window.infusionDesk.on(name, listener);
}

const RANDOM_BYTES = 10;

/** A UUIDv7 for a request, made before its first try: sending it twice stores it once. */
export function newRequestId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = [...crypto.getRandomValues(new Uint8Array(RANDOM_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

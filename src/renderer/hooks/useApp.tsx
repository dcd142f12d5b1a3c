import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { ChannelName, Reply, Request } from '../../contract/channels.ts';
import type { AppView, ClockTick } from '../../contract/views/app.ts';
import { call, onPush } from './call.ts';

type AppValue = {
  readonly app: AppView;
  readonly clock: ClockTick;
  /** Sends a message that answers with the program's own state (open a record, sign in, lock) and takes it over. */
  readonly change: <Name extends AppChannel>(channel: Name, request: Request<Name>) => Promise<Reply<Name>>;
};

type AppChannel = Extract<
  ChannelName,
  `app:${string}` | 'identity:signIn' | 'identity:lock' | 'emergency:open'
>;

const AppContext = createContext<AppValue | null>(null);

/** Holds what every screen needs to know of the program, and the one clock. */
export function AppProvider({ children }: { readonly children: ReactNode }) {
  const [app, setApp] = useState<AppView | null>(null);
  const [clock, setClock] = useState<ClockTick | null>(null);
  const take = useCallback((view: AppView): void => {
    setApp(view);
    setClock(view.clock);
  }, []);
  const load = useCallback(async (): Promise<void> => {
    const reply = await call('app:load', {});
    if (reply.ok) take(reply.value);
  }, [take]);
  useEffect(() => {
    void load();
    const stopClock = onPush('clock', setClock);
    // A save moves the time of the last one; people and library may have changed with it.
    const stopChanges = onPush('changed', () => void load());
    return () => {
      stopClock();
      stopChanges();
    };
  }, [load]);
  const change: AppValue['change'] = async (channel, request) => {
    const reply = await call(channel, request);
    if (reply.ok) take(reply.value as AppView);
    return reply;
  };
  if (!app || !clock) return null;
  return <AppContext value={{ app, clock, change }}>{children}</AppContext>;
}

export function useApp(): AppValue {
  const value = useContext(AppContext);
  if (!value) throw new Error('useApp needs AppProvider above it.');
  return value;
}

import { useEffect, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { SessionView } from '../../../contract/views/session.ts';
import { CHECKERS, hasRole } from '../../../core/session/roles.ts';
import { call } from '../../hooks/call.ts';
import { useApp } from '../../hooks/useApp.tsx';

/**
 * Whether the signed-in person may make the next entry, and if not, why: the refusal of the form itself, asked for
 * only when it will be refused. Whoever only reads is told by role, and asks for nothing.
 */
export function useOwnRefusal(session: SessionView): {
  readonly refusal: Failure | null;
  readonly isAllowed: boolean;
} {
  const { app } = useApp();
  const [refusal, setRefusal] = useState<{ readonly of: string; readonly failure: Failure } | null>(null);
  const isAllowed = app.user !== null && (session.entry?.eligible.includes(app.user.name) ?? false);
  const of = `${session.id} ${session.position} ${app.user?.id ?? ''}`;
  const { id } = session;
  const isChecker = app.user !== null && hasRole(app.user, CHECKERS);
  useEffect(() => {
    if (isAllowed || !isChecker) return;
    let isNewest = true;
    void call('entry:open', { session: id, by: null }).then((reply) => {
      if (reply.ok) void call('entry:leave', { ticket: reply.value.ticket });
      else if (isNewest) setRefusal({ of, failure: reply.failure });
    });
    return () => {
      isNewest = false;
    };
  }, [id, of, isAllowed, isChecker]);
  if (!isChecker) return { refusal: { kind: 'roleNeeded', roles: [...CHECKERS] }, isAllowed: false };
  return { refusal: !isAllowed && refusal?.of === of ? refusal.failure : null, isAllowed };
}

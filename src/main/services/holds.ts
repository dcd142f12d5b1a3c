import { hash } from 'node:crypto';
import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import type { HeldEntries } from '../../contract/views/session.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isCountedOrder } from '../../core/session/countedSession.ts';
import { decided, fact, refused } from '../../core/session/decisions/deciding.ts';
import { madeAnEntry, releaseHold } from '../../core/session/decisions/releaseHold.ts';
import { orderShapeOf } from '../../core/session/entryRules.ts';
import type { WrongSource } from '../../core/session/events.ts';
import type { Session } from '../../core/session/session.ts';
import type { OpenRecord } from './openRecord.ts';
import { type LoadedSession, type Step, takeStep } from './sessionSteps.ts';
import { stockedProducts } from './stockedProducts.ts';

/**
 * Both sets of a plan on hold, for the prescriber who adjudicates: names hidden, order unrelated to who typed
 * first. The opening is recorded, and whoever has seen the sets may not enter.
 */
export function loadHold(record: OpenRecord, step: Step): Result<HeldEntries, Failure> {
  const opened = takeStep(record, step, (session, { actor }) => {
    if (session.state !== 'HELD') return refused({ kind: 'notInThisState', state: session.state });
    if (madeAnEntry(session, actor.id)) return refused({ kind: 'anotherReleases' });
    return session.viewers.includes(actor.id) ? decided() : decided(fact('PlanOpened', {}));
  });
  if (!opened.ok) return opened;
  const { mismatch } = opened.value.session;
  if (!mismatch) return err({ kind: 'nothingToAnswer' });
  const [first, second] = mismatch.entries;
  const inOrder = firstIsA(opened.value.session) ? [first, second] : [second, first];
  const names = ['A', 'B'] as const;
  const labels = new Map(stockedProducts(record, opened.value.session).map(({ id, label }) => [id, label]));
  const labelOf = (product: string): string => labels.get(product) ?? product;
  const { authorised } = opened.value.session;
  if (!authorised) return err({ kind: 'nothingToAnswer' });
  return ok({
    ...(isCountedOrder(authorised)
      ? { shape: null, counted: authorised.rules.protocol.device.kind }
      : { shape: orderShapeOf(authorised.rules.protocol, authorised.order), counted: null }),
    fields: mismatch.fields,
    sets: inOrder.map(({ copy, values }, index) => ({
      label: names[index] ?? 'A',
      copy,
      values: { ...values, product: labelOf(values.product) },
    })),
  });
}

/** T6b: the hold is released; which source was wrong is recorded by the person's part, not by their label. */
export function release(
  record: OpenRecord,
  step: Step,
  request: Pick<Request<'hold:release'>, 'reason' | 'wrong'>,
): Result<LoadedSession, Failure> {
  return takeStep(record, step, (session, deciding) =>
    releaseHold(session, { reason: request.reason, wrongSource: sourceOf(session, request.wrong) }, deciding),
  );
}

function sourceOf(session: Session, wrong: Request<'hold:release'>['wrong']): WrongSource {
  if (wrong !== 'A' && wrong !== 'B') return wrong;
  return (wrong === 'A') === firstIsA(session) ? 'first' : 'second';
}

/** Stable for one hold, and no clue to who typed first. */
function firstIsA(session: Session): boolean {
  const [first] = session.mismatch?.entries ?? [];
  return (
    Number.parseInt(hash('sha256', `${session.id} ${first?.recordedAt ?? 0}`, 'hex').slice(0, 2), 16) % 2 ===
    0
  );
}

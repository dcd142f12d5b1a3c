import type { EffectCorrected, EffectKind, EffectRecorded, Vitals, VitalsCorrected } from './events.ts';
import type { Done, EffectSpan } from './session.ts';

/** Vital signs under the id of the fact that recorded them: that is what a correction names. */
export type VitalsSeen = Vitals & Done & { readonly id: string };

/** One fact about one effect: seen with a severity, or ended (`severity` null). In log order. */
export type EffectFact = Done & {
  readonly id: string;
  readonly effect: EffectKind;
  readonly severity: number | null;
};

/** An effect that was seen, not one that ended. */
export type EffectSeen = EffectFact & EffectRecorded;

/**
 * Effects from the facts about them: one that is seen again while it is open goes on with the new severity, and ends
 * when somebody says so.
 */
export function effectSpans(facts: readonly EffectFact[]): readonly EffectSpan[] {
  return facts.reduce<readonly EffectSpan[]>(
    (spans, fact) => (isSeen(fact) ? withSeen(spans, fact) : withEnded(spans, fact)),
    [],
  );
}

export function isSeen(fact: EffectFact): fact is EffectSeen {
  return fact.severity !== null;
}

function withSeen(spans: readonly EffectSpan[], fact: EffectSeen): readonly EffectSpan[] {
  const { effect, severity } = fact;
  const open = spans.findIndex((span) => span.effect === effect && span.ended === null);
  if (open === -1) return [...spans, { effect, severity, worst: severity, began: doneOf(fact), ended: null }];
  return spans.map((span, index) =>
    index === open ? { ...span, severity, worst: Math.max(span.worst, severity) } : span,
  );
}

function withEnded(spans: readonly EffectSpan[], fact: EffectFact): readonly EffectSpan[] {
  return spans.map((span) =>
    span.effect === fact.effect && span.ended === null ? { ...span, ended: doneOf(fact) } : span,
  );
}

/** The vital signs with one round put right, still under its first id and by whom it was recorded. */
export function correctedVitals(
  rows: readonly VitalsSeen[],
  { corrects, vitals, seenAt }: VitalsCorrected,
): readonly VitalsSeen[] {
  return rows.map((row) => (row.id === corrects ? { ...row, ...vitals, ...movedTo(row, seenAt) } : row));
}

/** The facts about effects with one of them put right. */
export function correctedEffects(
  facts: readonly EffectFact[],
  { corrects, effect, severity, seenAt }: EffectCorrected,
): readonly EffectFact[] {
  return facts.map((fact) =>
    fact.id === corrects ? { ...fact, effect, severity, ...movedTo(fact, seenAt) } : fact,
  );
}

/**
 * When something was seen after all, in both its times: it moves on the session's axis by as much as on the wall
 * clock. `seenAt` null: the time was right.
 */
export function movedTo(done: Done, seenAt: number | null): Pick<Done, 'at' | 'happenedAt'> {
  const happenedAt = seenAt ?? done.happenedAt;
  return { happenedAt, at: done.at + (happenedAt - done.happenedAt) };
}

function doneOf({ by, witness, happenedAt, recordedAt, at }: EffectFact): Done {
  return { by, witness, happenedAt, recordedAt, at };
}

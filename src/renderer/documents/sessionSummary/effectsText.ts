import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { EffectRow } from '../../../contract/views/session.ts';
import { formatHourMinute } from '../../components/time.ts';
import { capitalised, effectText } from '../words.ts';

export type EffectLine = { readonly key: string; readonly name: string; readonly span: string };

/** Every effect by its worst, with onset and end (UX 4, D1.6). */
export function effectLines(data: SessionSummaryData): readonly EffectLine[] {
  return data.session.effects.map((effect) => ({
    key: `${effect.effect} ${effect.began.at}`,
    name: capitalised(effectText(effect.effect, effect.worst)),
    span: effectSpan(effect, data),
  }));
}

function effectSpan({ effect, began, ended }: EffectRow, { print, session }: SessionSummaryData): string {
  const from = formatHourMinute(began.happenedAt, print.zone);
  if (effect === 'none' || effect === 'calm') return from;
  if (ended) return `${from} to ${formatHourMinute(ended.happenedAt, print.zone)}`;
  const handedOver = session.recovery?.discharged?.handedOver.includes(effect) ?? false;
  return `from ${from}, ${handedOver ? 'open, handed over at discharge' : 'not ended'}`;
}

import type { EffectRow, SessionView } from '../../../../contract/views/session.ts';
import { EFFECTS, type EffectKind, SERIOUS_EFFECTS } from '../../../../core/session/events.ts';
import { EFFECT_WORDS } from '../../../../core/session/words.ts';
import type { EffectScale } from '../../../components/EffectButton.tsx';
import { capitalised } from '../../../documents/words.ts';
import type { Pad } from './padValues.ts';

/** Effects that have begun and not ended; "none observed" and "calm, well" are never open. */
export function openEffects({ effects }: Pick<SessionView, 'effects'>): readonly EffectRow[] {
  return effects.filter(({ effect, ended }) => ended === null && effect !== 'none' && effect !== 'calm');
}

export function effectScale(effect: EffectKind): EffectScale {
  if (effect === 'none' || effect === 'dissociation') return effect;
  return 'graded';
}

/** The name on the button; with "none" the button says "observed" itself. */
export function effectName(effect: EffectKind): string {
  return effect === 'none' ? 'None' : capitalised(EFFECT_WORDS[effect]);
}

export function isSerious(effect: EffectKind): boolean {
  return SERIOUS_EFFECTS.includes(effect);
}

/** A pressed effect. "None" excludes every other, and what is seen has not ended. */
export function withEffect(pad: Pad, effect: EffectKind, severity: number | null): Pad {
  if (severity === null) return { ...pad, effects: without(pad.effects, effect) };
  if (effect === 'none') return { ...pad, effects: { none: severity } };
  return {
    ...pad,
    effects: { ...without(pad.effects, 'none'), [effect]: severity },
    ended: pad.ended.filter((kind) => kind !== effect),
  };
}

/** An open effect has ended: it is no longer seen now. */
export function withEnded(pad: Pad, effect: EffectKind, hasEnded: boolean): Pad {
  const ended = pad.ended.filter((kind) => kind !== effect);
  if (!hasEnded) return { ...pad, ended };
  return { ...pad, effects: without(pad.effects, effect), ended: [...ended, effect] };
}

function without(effects: Pad['effects'], effect: EffectKind): Pad['effects'] {
  return Object.fromEntries(Object.entries(effects).filter(([kind]) => kind !== effect));
}

/** What is sent: only effects that were pressed. */
export function pressedEffects({
  effects,
}: Pad): readonly { readonly effect: EffectKind; readonly severity: number }[] {
  return EFFECTS.flatMap((effect) => {
    const severity = effects[effect];
    return severity === undefined ? [] : [{ effect, severity }];
  });
}

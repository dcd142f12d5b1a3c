import type { EffectRow } from '../../../contract/views/session.ts';
import { EFFECT_WORDS } from '../../../core/session/words.ts';
import { effectText } from '../../documents/words.ts';
import { type ChartUnit, labelWidth, type Measures } from './measures.ts';
import type { TimeAxis } from './timeAxis.ts';

export type EffectBar = {
  readonly key: string;
  readonly lane: number;
  readonly left: number;
  readonly right: number;
  /** Runs on beyond the drawing. */
  readonly open: boolean;
  readonly severity: number;
  readonly label: string;
  readonly labelAt: 'inside' | 'after' | 'before';
};

export type EffectLanes = {
  readonly bars: readonly EffectBar[];
  readonly lanes: number;
  /** Effects that found no lane; every one is in the list and in the timeline. */
  readonly unshown: number;
};

type LaneFrame = {
  readonly axis: TimeAxis;
  readonly measures: Measures;
  readonly unit: ChartUnit;
  /** Where an open effect is drawn to. */
  readonly openUntil: number;
};

/** Effects as bars with their words, each on the first lane where bar and words are free. */
export function effectLanes(effects: readonly EffectRow[], frame: LaneFrame): EffectLanes {
  const ends: number[] = [];
  const bars: EffectBar[] = [];
  let unshown = 0;
  for (const effect of effects.filter(({ effect: kind }) => kind !== 'none')) {
    const bar = barOf(effect, frame);
    const { from, until } = barExtent(bar, frame.measures);
    const free = ends.findIndex((end) => end <= from);
    const lane = free >= 0 ? free : ends.length;
    if (lane >= frame.measures.most.effectLanes) {
      unshown += 1;
      continue;
    }
    ends[lane] = until + frame.measures.gap;
    bars.push({ ...bar, lane });
  }
  return { bars, lanes: Math.max(1, ends.length), unshown };
}

function barOf(effect: EffectRow, { axis, measures, unit, openUntil }: LaneFrame): Omit<EffectBar, 'lane'> {
  const isMoment = effect.effect === 'calm';
  const left = axis.x(effect.began.at);
  const endsAt = isMoment ? effect.began.at : (effect.ended?.at ?? openUntil);
  const right = Math.max(left + measures.square, axis.x(endsAt));
  const label = unit === 'mm' ? effectText(effect.effect, effect.worst) : shortText(effect);
  const width = labelWidth(label, measures) + 2 * measures.gap;
  const inside = severityFill(effect.worst) === 'outline' && width <= right - left;
  const after = right + width <= axis.x(axis.until);
  return {
    key: `${effect.effect} ${effect.began.at}`,
    left,
    right,
    open: !isMoment && effect.ended === null,
    severity: effect.worst,
    label,
    labelAt: inside ? 'inside' : after ? 'after' : 'before',
  };
}

function barExtent({ left, right, label, labelAt }: Omit<EffectBar, 'lane'>, measures: Measures) {
  const width = labelWidth(label, measures) + 2 * measures.gap;
  return {
    from: labelAt === 'before' ? left - width : left,
    until: labelAt === 'after' ? right + width : right,
  };
}

/** Severity by filling, never by colour: outlined, hatched, solid. */
export function severityFill(severity: number): 'outline' | 'hatch' | 'solid' {
  if (severity <= 1) return 'outline';
  return severity === 2 ? 'hatch' : 'solid';
}

function shortText({ effect, worst }: EffectRow): string {
  return effect === 'calm' ? EFFECT_WORDS[effect] : `${EFFECT_WORDS[effect]} ${worst}`;
}

import { type BandName, bandsOf, LIMITED_UNITS, type Protocol } from './library.ts';
import { breachKey, type LimitBreach } from './limits.ts';
import { shownLimit } from './shownLimit.ts';

/** One end of a band beyond which a reason is asked for. */
export type SoftLimit = Pick<LimitBreach, 'value' | 'side' | 'limit'>;

/** Every soft limit a protocol sets, those on the age among them, in the units it is ordered in. Source: H17. */
export function softLimits(protocol: Protocol): readonly SoftLimit[] {
  const bands = bandsOf(protocol);
  const names = Object.keys(LIMITED_UNITS) as BandName[];
  const limits = [...names.flatMap((name) => endsOf(name, bands[name])), ...endsOf('age', protocol.age)];
  return limits.map((soft) => ({ ...soft, limit: shownLimit(protocol, soft.limit) }));
}

/** Names a soft limit as the reasons for passing it do: `soft above dose`. */
export function softLimitName({ value, side }: Pick<SoftLimit, 'value' | 'side'>): string {
  return breachKey({ strength: 'soft', value, side });
}

type SoftEnds = {
  readonly softMinimum?: SoftLimit['limit'];
  readonly softMaximum?: SoftLimit['limit'];
};

function endsOf(value: SoftLimit['value'], ends: SoftEnds | undefined): readonly SoftLimit[] {
  const { softMinimum, softMaximum } = ends ?? {};
  return [
    ...(softMinimum === undefined ? [] : [{ value, side: 'below', limit: softMinimum } as const]),
    ...(softMaximum === undefined ? [] : [{ value, side: 'above', limit: softMaximum } as const]),
  ];
}

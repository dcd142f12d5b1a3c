import type { PumpedProtocol } from './library.ts';
import { finding, type LintFinding, type LintPlace } from './lintFinding.ts';
import { amountUnitOf } from './orderUnits.ts';

/** Limits a loading dose is not ordered without: its time limits its rate, and nothing else does. */
const LOADING_LIMITS = [
  'loading.usual',
  'loading.hardMaximum',
  'loadingDuration.hardMinimum',
  'loadingDuration.hardMaximum',
] as const;

/** A loading dose that is limited must be one that can be ordered. */
export function loadingFindings(place: LintPlace, protocol: PumpedProtocol): readonly LintFinding[] {
  const { loading, loadingDuration } = protocol;
  if (!loading && !loadingDuration) return [];
  const isSet = {
    'loading.usual': loading?.usual,
    'loading.hardMaximum': loading?.hardMaximum,
    'loadingDuration.hardMinimum': loadingDuration?.hardMinimum,
    'loadingDuration.hardMaximum': loadingDuration?.hardMaximum,
  };
  return [
    ...LOADING_LIMITS.filter((limit) => isSet[limit] === undefined).map((value) =>
      finding(place, { rule: 'limitMissing', value }),
    ),
    ...(amountUnitOf(protocol) === 'mg'
      ? []
      : [finding(place, { rule: 'loadingInMicrograms', value: 'loading' })]),
  ];
}

import type { Request } from '../../../contract/channels.ts';
import type { FailedRule } from './planRules.ts';

/** A reason as it stands in the form; `text` counts only with `other`. */
export type GivenReason = { readonly choice: string; readonly text: string };
/** By the key of the rule. */
export type Reasons = Readonly<Record<string, GivenReason>>;

export const OTHER_REASON = 'other';

/** Why a soft limit is passed on purpose. Source: list of UX 3.7. */
export const REASON_CHOICES = [
  { id: 'ordered by prescriber', label: 'ordered by prescriber' },
  { id: 'tolerance shown in last session', label: 'tolerance shown in last session' },
  { id: 'protocol change pending', label: 'protocol change pending' },
  { id: OTHER_REASON, label: 'other' },
] as const;

/** The reasons of the limits that are passed now; one given for a limit that no longer is stays behind. */
export function overrideReasonsFor(
  rules: readonly FailedRule[],
  reasons: Reasons,
): Request<'plan:authorise'>['overrideReasons'] {
  return softKeys(rules).flatMap((limit) => {
    const reason = reasonText(reasons[limit]);
    return reason === '' ? [] : [{ limit, reason }];
  });
}

/** True when every soft limit that is passed has its reason. */
export function allReasonsGiven(rules: readonly FailedRule[], reasons: Reasons): boolean {
  return softKeys(rules).every((key) => reasonText(reasons[key]) !== '');
}

function softKeys(rules: readonly FailedRule[]): readonly string[] {
  return rules.filter(({ strength }) => strength === 'soft').map(({ key }) => key);
}

function reasonText(reason: GivenReason | undefined): string {
  if (!reason) return '';
  return reason.choice === OTHER_REASON ? reason.text.trim() : reason.choice;
}

import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { allReasonsGiven } from './overrideReasons.ts';
import { countedMissing, hollowOf, missingOf, unenteredOf } from './planEntry.ts';
import type { FailedRule } from './planRules.ts';
import { PLAN_NUMBER_WORDS } from './planWords.ts';
import { signedInShort } from './signedInWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

type PlanActionsProps = { readonly plan: PlanInHand; readonly onAuthorise: () => void };

/** Save or sign. Beyond a hard limit there is no button to sign with, only the sentence. Source: UX 3.7. */
export function PlanActions({ plan, onAuthorise }: PlanActionsProps) {
  const { clock } = useApp();
  const { entry, rules } = plan;
  const isClosed = rules.some(({ strength }) => strength === 'hard');
  const saveMissing =
    unenteredText(plan) ??
    (entry.typed.chair === null
      ? errorText({ kind: 'planIncomplete', missing: ['chair'] }, clock.zone)
      : undefined);
  return (
    <ActionBar
      groups={[<span key="rules">{[...savedText(plan), rulesText(plan, rules)].join(' ')}</span>]}
      end={
        <>
          <Button size="act" missing={saveMissing} onPress={() => void plan.save()}>
            Save draft
          </Button>
          {isClosed ? (
            <strong>This plan cannot be authorised.</strong>
          ) : (
            <Button
              size="act"
              variant="primary"
              icon="lock"
              missing={saveMissing === undefined ? authoriseMissing(plan, clock.zone) : ''}
              onPress={onAuthorise}
            >
              {authoriseLabel(plan)}
            </Button>
          )}
        </>
      }
    />
  );
}

/** What stands in the way of a signature, but for the limits. Undefined: nothing. */
function authoriseMissing(
  { entry, choice, counted, shown, rules, reasons }: PlanInHand,
  zone: string,
): string | undefined {
  const hollow = hollowOf(entry).map((field) => PLAN_NUMBER_WORDS[field]);
  if (hollow.length > 0) return `${hollow.join(', ')}: copied from last time. Press Enter there, or type.`;
  const missing = counted ? countedMissing(entry) : missingOf(entry, choice);
  if (missing.length > 0) return errorText({ kind: 'planIncomplete', missing }, zone);
  if (!allReasonsGiven(rules, reasons)) return 'A reason is missing.';
  return shown.current && isWorkedOut(shown) ? undefined : 'Being worked out';
}

function unenteredText({ entry }: PlanInHand): string | undefined {
  const fields = unenteredOf(entry).map((field) => PLAN_NUMBER_WORDS[field]);
  if (fields.length === 0) return undefined;
  return `${fields.join(', ')}: typed, not entered. Press Enter there.`;
}

function savedText({ view, unsaved }: PlanInHand): readonly string[] {
  return view.session !== null && !unsaved ? ['Draft saved.'] : [];
}

function rulesText({ shown }: PlanInHand, rules: readonly FailedRule[]): string {
  if (!shown.current || !shown.calculation) return '';
  if (rules.length > 0) return `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'} failed.`;
  return isWorkedOut(shown) ? 'Within every limit. 0 rules failed.' : '';
}

/** There is a checked sum, of an infusion or of counted doses. */
function isWorkedOut({ calculation }: PlanInHand['shown']): boolean {
  return Boolean(calculation?.sum ?? calculation?.counted);
}

function authoriseLabel(plan: PlanInHand): string {
  const order = signedInShort(plan);
  return order === null ? 'Authorise — enter passphrase' : `Authorise ${order} — enter passphrase`;
}

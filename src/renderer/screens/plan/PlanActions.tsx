import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { patientName } from '../../components/patientName.ts';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { allReasonsGiven } from './overrideReasons.ts';
import { hollowOf, missingOf, unenteredOf } from './planEntry.ts';
import type { FailedRule } from './planRules.ts';
import { orderInWords, PLAN_NUMBER_WORDS } from './planWords.ts';
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
  { entry, choice, shown, rules, reasons }: PlanInHand,
  zone: string,
): string | undefined {
  const hollow = hollowOf(entry).map((field) => PLAN_NUMBER_WORDS[field]);
  if (hollow.length > 0) return `${hollow.join(', ')}: copied from last time. Press Enter there, or type.`;
  const missing = missingOf(entry, choice?.shape.duration);
  if (missing.length > 0) return errorText({ kind: 'planIncomplete', missing }, zone);
  if (!allReasonsGiven(rules, reasons)) return 'A reason is missing.';
  return shown.current && shown.calculation?.sum ? undefined : 'Being worked out';
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
  return shown.calculation.sum ? 'Within every limit. 0 rules failed.' : '';
}

function authoriseLabel({ view, entry, choice, shown }: PlanInHand): string {
  const sum = shown.current ? shown.calculation?.sum : undefined;
  if (!sum || !choice) return 'Authorise — enter passphrase';
  return `Authorise ${orderInWords(entry.typed, choice.shape, sum, patientName(view.patient))} — enter passphrase`;
}

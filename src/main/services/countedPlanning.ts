import type { Failure } from '../../contract/failures.ts';
import type { TypedPlan } from '../../contract/views/plan.ts';
import { findCounted, findDrug, findProduct, toleranceOf } from '../../core/library/library.ts';
import { quantityText } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { COUNTED_RULES } from '../../core/session/countedEntry.ts';
import type { CountedRules } from '../../core/session/countedEvents.ts';
import type { PlanDraft } from '../../core/session/events.ts';
import type { Session } from '../../core/session/session.ts';
import type { OpenRecord } from './openRecord.ts';
import { allergyNamesOf } from './patientFacts.ts';
import { typedQuantity } from './typedValues.ts';

/** What is typed of counted doses, as a draft: an empty field is null, a malformed one is refused by name. */
export function countedDraftFrom(typed: TypedPlan): Result<PlanDraft, Failure> {
  const { doses: countTyped = '', gap: gapTyped = '', chair, protocol, product } = typed;
  const doses = countTyped === '' ? ok(null) : typedQuantity('doses', countTyped, COUNTED_RULES.doses);
  const gap = gapTyped === '' ? ok(null) : typedQuantity('gap', gapTyped, COUNTED_RULES.gap);
  if (!doses.ok) return doses;
  if (!gap.ok) return gap;
  if (chair === null) return err({ kind: 'planIncomplete', missing: ['chair'] });
  return ok({
    chair,
    protocol,
    dose: null,
    duration: null,
    amount: null,
    volume: null,
    mixing: null,
    product,
    counted: {
      doses: doses.value && Number(doses.value.value.numerator),
      gap: gap.value && quantityText(gap.value),
    },
  });
}

/** The library's rules for an order of counted doses, taken from the version the plan was written under. */
export function countedRules(
  record: OpenRecord,
  { library, draft }: Pick<Session, 'library' | 'draft'>,
): Result<{ readonly rules: CountedRules; readonly allergyNames: readonly string[] }, Failure> {
  const shelf = record.library.byHash(library.hash)?.library;
  const protocol = shelf && findCounted(shelf, draft.protocol);
  const drug = shelf && protocol && findDrug(shelf, protocol.drug);
  if (!shelf || !protocol || !drug) return err({ kind: 'notFound', what: 'protocol' });
  if (draft.product === null) return err({ kind: 'planIncomplete', missing: ['product'] });
  const product = findProduct(shelf, draft.product);
  if (!product || !drug.products.includes(product)) return err({ kind: 'unknownProduct' });
  const reconciliationTolerance = toleranceOf(drug, shelf);
  const rules = { protocol, drugName: drug.displayName, product, reconciliationTolerance };
  return ok({ rules, allergyNames: allergyNamesOf(drug) });
}

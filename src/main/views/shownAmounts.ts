import type { PlanView } from '../../contract/views/session.ts';
import type { PlanSumText, StagedText } from '../../core/dosing/planSumText.ts';
import type { Product } from '../../core/library/library.ts';
import type { QuantityText, Unit } from '../../core/quantity/quantity.ts';
import { type InAmount, textInAmount } from '../../core/quantity/shownAmount.ts';
import type { Session } from '../../core/session/session.ts';
import { sessionAmount } from '../../core/session/sessionAmount.ts';

/** Writes a stored quantity of a session as its protocol counts the drug. */
export type Shown = <U extends Unit>(text: QuantityText<U>) => QuantityText<InAmount<U>>;

export function shownFor(session: Session): Shown {
  const amount = sessionAmount(session);
  return (text) => textInAmount(text, amount);
}

export function shownSumOf(sum: PlanSumText, shown: Shown): PlanView['sum'] {
  const { staged } = sum;
  return {
    ...sum,
    ...(staged && { staged: shownStaged(staged, shown) }),
    dose: shown(sum.dose),
    concentration: shown(sum.concentration),
    doseRate: shown(sum.doseRate),
    achievedDose: shown(sum.achievedDose),
    achievedDosePerKg: shown(sum.achievedDosePerKg),
    achievedDoseRate: shown(sum.achievedDoseRate),
  };
}

function shownStaged(staged: StagedText, shown: Shown): NonNullable<PlanView['sum']['staged']> {
  return {
    ...staged,
    dose: shown(staged.dose),
    achievedDose: shown(staged.achievedDose),
    stages: staged.stages.map((stage) => ({
      ...stage,
      dose: shown(stage.dose),
      achievedDose: shown(stage.achievedDose),
    })),
  };
}

export function shownProductOf(product: Product, shown: Shown): PlanView['product'] {
  return { ...product, strength: shown(product.strength) };
}

import type { Drug, Product } from '../../core/library/library.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';
import { type ShownAmount, textInAmount } from '../../core/quantity/shownAmount.ts';
import type { Session } from '../../core/session/session.ts';
import { sessionAmount } from '../../core/session/sessionAmount.ts';
import type { OpenRecord } from './openRecord.ts';

type StockedProduct = { readonly id: string; readonly label: string };

/**
 * Every product of the session's own library, by its label. All are in the amount of the order, mg or mcg: a list in
 * two units would say which one is ordered.
 */
export function stockedProducts(record: OpenRecord, session: Session): readonly StockedProduct[] {
  const drugs = record.library.byHash(session.library.hash)?.library.drugs ?? [];
  const amount = sessionAmount(session);
  return drugs.flatMap((drug) =>
    drug.products.map((product) => ({ id: product.id, label: productLabel(drug, product, amount) })),
  );
}

/** As the label of the vial reads: `ketamine 10 mg per mL, vial 20 mL`. */
function productLabel({ displayName }: Drug, { strength, vialVolume }: Product, amount: ShownAmount): string {
  const shown = formatQuantityText(textInAmount(strength, amount));
  return `${displayName} ${shown}, vial ${formatQuantityText(vialVolume)}`;
}

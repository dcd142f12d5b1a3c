import { BODY_SURFACE_FORMULAS } from '../dosing/bodySurface.ts';
import { err, ok, type Result } from '../result.ts';
import { type RowError, rowError } from './row.ts';

export const IDEAL_FORMULAS = ['Devine'] as const;
export const LEAN_FORMULAS = ['James', 'Janmahasatian'] as const;

/** Every formula a row can name. Source: DESIGN 5. */
export const FORMULAS = [...BODY_SURFACE_FORMULAS, ...IDEAL_FORMULAS, ...LEAN_FORMULAS] as const;
export type Formula = (typeof FORMULAS)[number];

/**
 * The formula of those that answer a question. It may be left empty where there is only one; of several none is
 * preferred. `asked` is named to the person: "the lean weight".
 */
export function formulaAmong<Name extends Formula>(
  formulas: readonly Name[],
  named: Formula | undefined,
  asked: string,
): Result<Name, RowError> {
  const [first, ...others] = formulas;
  if (named === undefined && first !== undefined && others.length === 0) return ok(first);
  const found = formulas.find((formula) => formula === named);
  if (found !== undefined) return ok(found);
  const wrong = named === undefined ? 'Not entered' : `${named} does not give it`;
  return err(rowError('formula', `${wrong}. The ${asked} takes ${formulas.join(' or ')}`));
}

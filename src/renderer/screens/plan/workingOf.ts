import type { ProtocolChoice } from '../../../contract/views/plan.ts';
import type { WorkingProps } from '../../components/Working.tsx';
import { errorText } from '../../errorText.ts';
import { countedMissing, missingOf, type PlanEntry } from './planEntry.ts';
import type { ShownCalculation } from './usePlanCalculation.ts';

/** The sum as the pane shows it, or the sentence why there is none yet. */
export function workingOf(
  entry: PlanEntry,
  { calculation, failure }: ShownCalculation,
  choice: Pick<ProtocolChoice, 'shape' | 'loading'> | undefined,
  zone: string,
): Pick<WorkingProps, 'lines' | 'verdict' | 'empty'> {
  if (failure) return { lines: [], verdict: 'none', empty: errorText(failure, zone) };
  if (entry.typed.protocol === '') return { lines: [], verdict: 'none', empty: 'Choose the protocol first.' };
  if (calculation?.sum) return { lines: calculation.working, verdict: 'agrees' };
  if (calculation?.refusal?.kind === 'enginesDisagree') {
    return { lines: [], verdict: 'disagrees', empty: errorText(calculation.refusal, zone) };
  }
  const missing = missingOf(entry, choice).filter((field) => field !== 'chair');
  if (missing.length === 0) return { lines: [], verdict: 'none' };
  return { lines: [], verdict: 'none', empty: errorText({ kind: 'planIncomplete', missing }, zone) };
}

/** The same of counted doses. */
export function countedWorkingOf(
  entry: PlanEntry,
  { calculation, failure }: ShownCalculation,
  zone: string,
): Pick<WorkingProps, 'lines' | 'verdict' | 'empty'> {
  if (failure) return { lines: [], verdict: 'none', empty: errorText(failure, zone) };
  const counted = calculation?.counted;
  if (counted) return { lines: counted.working, verdict: 'agrees' };
  if (calculation?.refusal?.kind === 'enginesDisagree')
    return { lines: [], verdict: 'disagrees', empty: errorText(calculation.refusal, zone) };
  const missing = countedMissing(entry).filter((field) => field !== 'chair');
  if (missing.length === 0) return { lines: [], verdict: 'none' };
  return { lines: [], verdict: 'none', empty: errorText({ kind: 'planIncomplete', missing }, zone) };
}

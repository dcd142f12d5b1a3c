import { useRef, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { ReconciliationView, SessionView } from '../../../../contract/views/session.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { WasteFirst } from './WasteFirst.tsx';
import { WasteWitness } from './WasteWitness.tsx';
import type { Amounts, WastePlace } from './wasteAmounts.ts';

type WasteTwiceProps = {
  readonly session: SessionView;
  readonly balance: ReconciliationView;
  readonly places: readonly [WastePlace, ...WastePlace[]];
  readonly onDiscrepancy: () => void;
  readonly onClose: () => void;
};

/** After these both people look again together, and both type again. */
const BOTH_AGAIN: readonly Failure['kind'][] = ['wasteWitnessDisagrees', 'moreThanLeft', 'nothingToAnswer'];

/**
 * Waste is typed twice: by the one who wastes, then by a witness on a view of their own. The first amounts are kept
 * for the comparison alone and are nowhere in the page meanwhile. Source: UX 2.3 T18, UX 3.16.
 */
export function WasteTwice({ session, balance, places, onDiscrepancy, onClose }: WasteTwiceProps) {
  const step = useStep('waste:record');
  const first = useRef<Amounts | null>(null);
  const [isWitnessing, setIsWitnessing] = useState(false);
  const again = step.failure !== null && BOTH_AGAIN.includes(step.failure.kind);
  const shared = { session, places, failure: step.failure, onClose };
  const handOver = (typed: Amounts): void => {
    first.current = typed;
    step.clear();
    setIsWitnessing(true);
  };
  const save = async (witnessTyped: Amounts, witness: { user: string; secret: string }): Promise<void> => {
    const typed = first.current;
    if (typed && (await step.send({ session: session.id, typed, witness, witnessTyped }))) onClose();
  };
  return isWitnessing && !again ? (
    <WasteWitness {...shared} onSave={(typed, witness) => void save(typed, witness)} />
  ) : (
    <WasteFirst {...shared} balance={balance} onHandOver={handOver} onDiscrepancy={onDiscrepancy} />
  );
}

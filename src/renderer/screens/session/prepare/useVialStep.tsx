import { useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { DrugClassMark } from '../../../components/DrugClassMark.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, roleMissing } from '../running/sessionWords.ts';
import { expiryFromTyped } from './preparationSteps.ts';
import type { StepParts } from './StepsFrame.tsx';
import styles from './stepWork.module.css';
import { NO_VIAL, type TypedVial, VialFields, vialMissing } from './VialFields.tsx';

/** `product`: the one that was ordered, `label` as it is said: `ketamine 10 mg per mL, vial 20 mL`. */
type Ordered = { readonly product: string; readonly label: string };

/** The vial is taken: product, lot and expiry are read from the one in the hand, nothing is chosen beforehand. */
export function useVialStep(session: SessionView, ordered: Ordered): StepParts {
  const { app } = useApp();
  const step = useStep('preparation:takeVial');
  const [vial, setVial] = useState<TypedVial>(NO_VIAL);
  const [unread, setUnread] = useState<Failure | null>(null);
  const change = (part: Partial<TypedVial>): void => {
    setVial((before) => ({ ...before, ...part }));
    setUnread(null);
    step.clear();
  };
  const { product, vials } = vial;
  const expiry = expiryFromTyped(vial.expiry);
  const save = (): void => {
    if (product === null || vials === null || expiry === undefined) return;
    const taken = { session: session.id, product, lot: vial.lot.trim(), expiry, vials: Number(vials) };
    void step.send(vial.scan === null ? taken : { ...taken, scan: vial.scan.code });
  };
  return {
    work: (
      <>
        {session.drugClass && (
          <p className={styles['words']}>
            {`${session.drugName}, `}
            <DrugClassMark drugClass={session.drugClass} />
          </p>
        )}
        {session.lookAlikes && (
          <p className={styles['words']}>{lookAlikeText(session.drugName, session.lookAlikes)}</p>
        )}
        <VialFields session={session.id} onRefused={setUnread} vial={vial} onChange={change} {...ordered} />
        <FailureLine failure={unread ?? step.failure} />
      </>
    ),
    action: (
      <SaveButton missing={roleMissing(app, CHECKERS) ?? vialMissing(vial)} onSave={save}>
        {`Save the vial for ${chairAndPatient(session)}`}
      </SaveButton>
    ),
  };
}

/** `ketamine is easily taken for ketorolac. Read the name on the vial, letter by letter.` */
function lookAlikeText(drug: string, others: readonly string[]): string {
  return `${drug} is easily taken for ${others.join(', ')}. Read the name on the vial, letter by letter.`;
}

import { useState } from 'react';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { roleMissing } from '../running/sessionWords.ts';
import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import styles from './stepWork.module.css';
import { WitnessView } from './WitnessView.tsx';

/** Step 4: the witness reads the syringe on a view of their own; while it is open this screen is not in the page. */
export function WitnessStep(props: PreparationProps) {
  const { app } = useApp();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <WitnessView {...props} onClose={() => setOpen(false)} />;
  return (
    <PreparationFrame
      {...props}
      work={{
        4: (
          <p className={styles['words']}>
            Hand over the syringe and the vial. The witness reads both and types the volumes on their own
            view.
          </p>
        ),
      }}
      action={
        <SaveButton icon="blind" autoFocus missing={roleMissing(app, CHECKERS)} onSave={() => setOpen(true)}>
          Open the view of the witness
        </SaveButton>
      }
    />
  );
}

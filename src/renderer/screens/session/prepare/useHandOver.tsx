import { useState } from 'react';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { roleMissing } from '../running/sessionWords.ts';
import type { StepParts } from './StepsFrame.tsx';
import styles from './stepWork.module.css';

/** The witness reads on a view of their own; while it is open the screen before it is not in the page. */
export function useHandOver(
  words: string,
): StepParts & { readonly isOpen: boolean; readonly close: () => void } {
  const { app } = useApp();
  const [isOpen, setOpen] = useState(false);
  return {
    isOpen,
    close: () => setOpen(false),
    work: <p className={styles['words']}>{words}</p>,
    action: (
      <SaveButton icon="blind" autoFocus missing={roleMissing(app, CHECKERS)} onSave={() => setOpen(true)}>
        Open the view of the witness
      </SaveButton>
    ),
  };
}

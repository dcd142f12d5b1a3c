import type { ReactNode } from 'react';
import { LabelActions } from '../../label/LabelActions.tsx';
import { LabelPreview } from '../../label/LabelPreview.tsx';
import type { useLabel } from '../../label/useLabel.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import styles from './stepWork.module.css';

/** A label as it was read, with what was chosen of it. */
export type LabelRead = ReturnType<typeof useLabel>;

type PrintLabelProps = {
  readonly session: string;
  readonly label: LabelRead;
  /** How it gets onto the container. */
  readonly words: string;
};

/** The step in which a label is printed, saved, or copied where no printer would. */
export function PrintLabel({ session, label, words }: PrintLabelProps) {
  return (
    <>
      <p className={styles['words']}>{words}</p>
      <FailureLine failure={label.failure} />
      {label.chosen && <LabelActions session={session} label={label.chosen} />}
    </>
  );
}

type LabelSideProps = {
  readonly label: LabelRead;
  /** The same label drawn large enough to be copied. */
  readonly byHand: ReactNode;
};

/** The label as it is printed, or large enough to be copied. */
export function LabelSide({ label, byHand }: LabelSideProps) {
  if (!label.chosen) return null;
  const { data, choice } = label.chosen;
  return choice.byHand ? byHand : <LabelPreview data={data} size={choice.size} reason={choice.reason} />;
}

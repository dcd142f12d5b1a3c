import type { LabelData } from '../../../contract/views/labels.ts';
import type { LabelSize } from '../../../core/session/events.ts';
import { fitLabel } from '../../documents/label/labelFit.ts';
import { labelWords } from '../../documents/label/labelWords.ts';
import { PreparationLabel } from '../../documents/label/PreparationLabel.tsx';
import styles from './LabelPreview.module.css';

/** How much larger than on paper each size is shown. */
const SCALES: Readonly<Record<LabelSize, number>> = { bag: 1.5, syringe: 2, flag: 3 };

type LabelPreviewProps = {
  readonly data: LabelData;
  readonly size: LabelSize;
  readonly reason: string;
};

/** The label as it will be printed, enlarged: the same drawing, white in every theme. */
export function LabelPreview({ data, size, reason }: LabelPreviewProps) {
  const words = labelWords(data, reason);
  const fit = fitLabel(size, words);
  return (
    <section aria-label={`Label ${data.label}`}>
      <div className={styles['head']}>
        <h2>{`Label, enlarged ${SCALES[size]} times`}</h2>
        <span>No rate on the label. Rates change.</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={styles['desk']} aria-label="Preview" tabIndex={0}>
        {fit && (
          <div className={styles['label']} style={{ zoom: SCALES[size] }}>
            <PreparationLabel data={data} size={size} words={words} fit={fit} />
          </div>
        )}
      </section>
    </section>
  );
}

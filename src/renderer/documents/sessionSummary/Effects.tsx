import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { effectLines } from './effectsText.ts';

type EffectsProps = { readonly data: SessionSummaryData };

/** What was felt and seen. This version of the record has no other medicines, and says so. */
export function Effects({ data }: EffectsProps) {
  const lines = effectLines(data);
  return (
    <Part title="Effects" note="1 mild, 2 moderate, 3 severe" spaced>
      {lines.map(({ key, name, span }) => (
        <p key={key} className={sheet['text']}>
          <b>{name}</b>, {span}.
        </p>
      ))}
      {lines.length === 0 ? <p className={sheet['text']}>Effects: none recorded.</p> : null}
      <p className={sheet['text']}>Other medicines: none.</p>
    </Part>
  );
}

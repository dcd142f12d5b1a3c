import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { differenceLines } from './differencesText.ts';

type DifferencesProps = { readonly data: SessionSummaryData; readonly spaced?: boolean };

/** Limits passed, late entries, and how far pump and record are apart. */
export function Differences({ data, spaced = false }: DifferencesProps) {
  return (
    <Part title="Overrides and differences" spaced={spaced}>
      {differenceLines(data).map((text) => (
        <p key={text} className={sheet['text']}>
          {text}
        </p>
      ))}
    </Part>
  );
}

import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { workingRows } from '../workingRows.ts';
import styles from './PlannedSum.module.css';

type PlannedSumProps = { readonly data: SessionSummaryData };

const RESULTS: ReadonlySet<string> = new Set([
  'dose',
  'volume',
  'rate',
  'total',
  'loadingDose',
  'loadingVolume',
  'loadingRate',
  'wholeDose',
  'wholeVolume',
]);

/** The working, step by step, in the words the two people saw on the screen (UX 4, D1.2). */
export function PlannedSum({ data }: PlannedSumProps) {
  const { library } = data.session;
  const working = workingRows(data);
  return (
    <Part title="Planned sum" note={`library ${library.version}`}>
      {working.length === 0 ? <p className={sheet['text']}>Not recorded.</p> : null}
      <table className={`${sheet['plain']} ${styles['sum']}`}>
        <tbody>
          {working.map(({ step, word, calculation, result }) => (
            <tr key={`${step} ${calculation}`} className={RESULTS.has(step) ? sheet['strong'] : undefined}>
              <td>{word}</td>
              <td>{calculation}</td>
              <td>= {result}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

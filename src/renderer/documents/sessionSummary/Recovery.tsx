import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { recoveryAnswers, recoverySummary } from './recoveryText.ts';

type RecoveryProps = { readonly data: SessionSummaryData; readonly spaced?: boolean };

/** How the patient left: every criterion with its answer, the escort, the time observed (UX 4, D1.9). */
export function Recovery({ data, spaced = false }: RecoveryProps) {
  const { recovery } = data.session;
  if (!recovery) {
    return (
      <Part title="Recovery and discharge" spaced={spaced}>
        <p className={sheet['text']}>Not recorded: the infusion has not ended.</p>
      </Part>
    );
  }
  const answers = recoveryAnswers(recovery, data.print.zone);
  return (
    <Part title="Recovery and discharge" note={recoverySummary(data, recovery)} spaced={spaced}>
      <p className={sheet['text']}>
        {answers.map(({ key, met, text }, index) => (
          <span key={key}>
            {met ? null : <b>Not met: </b>}
            {text}
            {index < answers.length - 1 ? '; ' : '.'}
          </span>
        ))}
        {recovery.discharged ? null : ' Not discharged.'}
      </p>
    </Part>
  );
}

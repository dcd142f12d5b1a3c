import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { PagePreview } from '../../../documents/PagePreview.tsx';
import { UnprintableNote } from '../../../documents/UnprintableNote.tsx';
import { useRead } from '../../../hooks/queries.ts';
import { PrintActions } from '../../print/PrintActions.tsx';
import { FailureLine } from '../running/FailureLine.tsx';
import styles from './PreviewDesk.module.css';
import { useFittingScale } from './useFittingScale.ts';

/** The session summary as it will be printed, on the dark desk, and the ways to paper. Source: UX 3.14. */
export function PreviewDesk({ session }: { readonly session: SessionView }) {
  const { data, failure } = useRead('document:load', { kind: 'sessionSummary', session: session.id });
  const { desk, scale } = useFittingScale<HTMLElement>();
  return (
    <div className={styles['side']}>
      <section
        ref={desk}
        className={styles['desk']}
        aria-label="Print preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by the keyboard alone
        tabIndex={0}
      >
        {failure && <NoDocument failure={failure} session={session} />}
        {data && <PagePreview document={data} paper="A4" scale={scale} />}
      </section>
      {data && (
        <div className={styles['bar']}>
          <strong>Print preview</strong>
          <span>{`A4 · ${Math.round(scale * 100)} %`}</span>
          <div className={styles['print']}>
            <UnprintableNote data={data} />
            <PrintActions kind="sessionSummary" session={session.id} />
          </div>
        </div>
      )}
    </div>
  );
}

/** A plan that was never matched has no summary, and after a cancellation never will: that is no failure. */
function NoDocument({ failure, session }: { readonly failure: Failure; readonly session: SessionView }) {
  if (failure.kind !== 'planClosed' || session.state !== 'CANCELLED')
    return <FailureLine failure={failure} />;
  return (
    <p className={styles['none']}>
      Cancelled before the two entries agreed: there is no session summary to print.
    </p>
  );
}

import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { SessionView } from '../../../contract/views/session.ts';
import { formatDateTime } from '../../components/time.ts';
import { capitalised } from '../words.ts';
import { printedTimeline } from './printedTimeline.ts';
import styles from './Signatures.module.css';

type SignaturesProps = { readonly data: SessionSummaryData };
type Signature = SessionView['signatures']['nurse'];

/** Who signed, electronically, with a line each for ink (UX 4, D1.10), and that the record ends here. */
export function Signatures({ data }: SignaturesProps) {
  const { signatures, events } = data.session;
  const rows = printedTimeline(data).length;
  return (
    <div className={styles['signatures']}>
      <SignatureBlock signature={signatures.nurse} missing="Nurse" verb="Signed" zone={data.print.zone} />
      <SignatureBlock
        signature={signatures.prescriber}
        missing="Prescriber"
        verb="Countersigned"
        zone={data.print.zone}
      />
      <p className={styles['end']}>
        <b>
          End, {rows} {rows === 1 ? 'event' : 'events'}
        </b>
        <br />
        of {events} in the log
      </p>
    </div>
  );
}

type SignatureBlockProps = {
  readonly signature: Signature;
  readonly missing: string;
  readonly verb: string;
  readonly zone: string;
};

function SignatureBlock({ signature, missing, verb, zone }: SignatureBlockProps) {
  return (
    <div className={styles['signature']}>
      {signature ? (
        <p>
          <b>{signature.fullName}</b>
          {capitalised(signature.role)}, licence {signature.licence ?? 'not recorded'}
          <br />
          {verb} electronically {formatDateTime(signature.done.happenedAt, zone)}
        </p>
      ) : (
        <p>
          <b>{missing}</b>
          Not signed
        </p>
      )}
      <p className={styles['ink']}>
        <span />
        ink, if the clinic needs it
      </p>
    </div>
  );
}

import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { SessionView } from '../../../contract/views/session.ts';
import { formatDateTime } from '../../components/time.ts';
import { SquareCode } from '../SquareCode.tsx';
import { capitalised } from '../words.ts';
import { printedTimeline } from './printedTimeline.ts';
import styles from './Signatures.module.css';

type SignaturesProps = { readonly data: SessionSummaryData };
type Signature = SessionView['signatures']['nurse'];

/** Who signed, electronically, with a line each for ink (UX 4, D1.10), and that the record ends here. */
export function Signatures({ data }: SignaturesProps) {
  const { signatures, events } = data.session;
  const rows = printedTimeline(data).length;
  const isClosed = signatures.nurse !== null || signatures.prescriber !== null;
  const notSigned =
    signatures.asked === 'either' && isClosed ? 'Not asked: one signature closes' : 'Not signed';
  const block = { notSigned, zone: data.print.zone };
  return (
    <div className={styles['signatures']}>
      <SignatureBlock {...block} signature={signatures.nurse} missing="Nurse" verb="Signed" />
      <SignatureBlock
        {...block}
        signature={signatures.prescriber}
        missing="Prescriber"
        verb={signatures.nurse ? 'Countersigned' : 'Signed'}
      />
      <div className={styles['end']}>
        <p>
          <b>
            End, {rows} {rows === 1 ? 'event' : 'events'}
          </b>
          <br />
          of {events} in the log
        </p>
        <SquareCode
          shape={data.square}
          label={`Record ${data.session.number}, version ${data.print.recordVersion}, code ${data.print.code}`}
        />
      </div>
    </div>
  );
}

type SignatureBlockProps = {
  readonly signature: Signature;
  readonly missing: string;
  readonly verb: string;
  /** What stands where nobody has signed. */
  readonly notSigned: string;
  readonly zone: string;
};

function SignatureBlock({ signature, missing, verb, notSigned, zone }: SignatureBlockProps) {
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
          {notSigned}
        </p>
      )}
      <p className={styles['ink']}>
        <span />
        or in ink
      </p>
    </div>
  );
}

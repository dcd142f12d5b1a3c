import type { DocumentData } from '../../contract/views/documents.ts';
import { OrderSheet } from './OrderSheet.tsx';
import { allergiesNeedTheBody, isOrder, pageFrame } from './pageFrame.ts';
import { SessionSummary } from './SessionSummary.tsx';
import styles from './sheet.module.css';
import { Watermark } from './Watermark.tsx';
import { allergyHeading, allergyItems } from './words.ts';

type PaperDocumentProps = { readonly document: DocumentData };

/** The body of a document, 186 mm wide: what is printed, and what the preview shows. */
export function PaperDocument({ document }: PaperDocumentProps) {
  const { watermark } = pageFrame(document);
  const patient = isOrder(document) ? document.patient : document.session.patient;
  return (
    <div className={styles['sheet']} lang="en">
      {watermark === null ? null : <Watermark text={watermark} />}
      {allergiesNeedTheBody(document) ? (
        <p className={styles['text']}>
          <b>{allergyHeading(patient.allergies)}:</b> {allergyItems(patient.allergies, true)}
        </p>
      ) : null}
      {isOrder(document) ? <OrderSheet data={document} /> : <SessionSummary data={document} />}
    </div>
  );
}

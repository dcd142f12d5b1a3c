import type { DocumentData, SessionSummaryData } from '../../contract/views/documents.ts';
import type { PatientBannerView } from '../../contract/views/people.ts';
import { NO_BREAK_SPACE } from '../../core/quantity/format.ts';
import { formatCalendarDate, formatDate, formatDateTime } from '../components/time.ts';
import { type TextColumn, wrappedLines } from './textWidth.ts';
import { allergyHeading, allergyItems, capitalised, titledName } from './words.ts';

/** What stands above and below the body on every page. The page number is the printer's. */
export type PageFrame = {
  readonly clinic: string;
  readonly title: string;
  readonly name: string;
  readonly status: string;
  readonly identity: string;
  readonly allergies: string;
  readonly record: string;
  readonly notice: string;
  /** Written across every page; null on a record that is what it looks like. */
  readonly watermark: 'TRAINING' | 'TRAINING DRAFT' | 'UNSIGNED DRAFT' | null;
};

const PROGRAM_NOTICE =
  'Infusion Desk records and calculates only. It does not control the pump and is not a monitor.';
const GAP = '  ·  ';
/** The identity and the allergies share one line of 8.5 pt: what there is, less a gap between them. */
const LINE: TextColumn = { millimetres: 182, points: 8.5, weight: 'semibold' };
const LISTED_BELOW = 'see the list on page 1';

/**
 * The header and footer of a document, each as literal text. Source: UX 4, header and footer on every page; a
 * training clinic says TRAINING in both ways (HAZARDS H55).
 */
export function pageFrame(document: DocumentData): PageFrame {
  const identity = identityLine(document);
  return {
    clinic: document.print.clinic,
    title: titleOf(document),
    name: titledName(patientOf(document)),
    status: statusOf(document),
    identity,
    allergies: allergyLine(patientOf(document), identity),
    record: recordLine(document),
    notice: [PROGRAM_NOTICE, document.print.libraryNotice].join(' ').trim(),
    watermark: watermarkOf(document),
  };
}

/** True when the allergies do not fit into the header and have to be listed in the body. */
export function allergiesNeedTheBody(document: DocumentData): boolean {
  const { items } = patientOf(document).allergies ?? { items: [] };
  return items.length > 0 && pageFrame(document).allergies.endsWith(LISTED_BELOW);
}

export type OrderDocument = Exclude<DocumentData, SessionSummaryData>;

/** The order on paper, with a pump or of counted doses. */
export function isOrder(document: DocumentData): document is OrderDocument {
  return document.kind !== 'sessionSummary';
}

function titleOf(document: DocumentData): string {
  if (isOrder(document)) return 'Order sheet';
  return document.session.counted === null ? 'Infusion session summary' : 'Session summary';
}

function patientOf(document: DocumentData): PatientBannerView {
  return isOrder(document) ? document.patient : document.session.patient;
}

function statusOf(document: DocumentData): string {
  const status = isOrder(document)
    ? 'AUTHORISED'
    : document.status === 'SIGNED'
      ? `SIGNED v${document.print.recordVersion}`
      : document.status;
  return document.print.training ? `TRAINING · ${status}` : status;
}

function watermarkOf(document: DocumentData): PageFrame['watermark'] {
  const isDraft = !isOrder(document) && document.status === 'UNSIGNED DRAFT';
  if (document.print.training) return isDraft ? 'TRAINING DRAFT' : 'TRAINING';
  return isDraft ? 'UNSIGNED DRAFT' : null;
}

function identityLine(document: DocumentData): string {
  const { birth, sex, recordNumber } = patientOf(document);
  const born =
    birth === null ? 'Born: withheld' : `Born ${formatCalendarDate(birth.born)} (${birth.ageYears} y)`;
  const moment = isOrder(document) ? document.orderedAt : sessionDay(document);
  const chair = isOrder(document) ? document.chair : document.session.chair;
  const session = `${formatDate(moment, document.print.zone)}, Chair ${chair}`;
  return [born, capitalised(sex), `Record ${recordNumber}`, session].join(GAP);
}

/** The day of a session: of its start, else of its order. */
function sessionDay({ times, session, print }: SessionSummaryData): number {
  return times.start ?? session.authorised?.happenedAt ?? print.printedAt;
}

/** Allergies are never cut short: what does not fit is announced and listed in the body. */
function allergyLine(patient: PatientBannerView, identity: string): string {
  const heading = allergyHeading(patient.allergies);
  const items = allergyItems(patient.allergies, false);
  if (items === '') return heading;
  const line = `${heading}: ${items}`;
  const fits = wrappedLines(`${identity}${line}`.replaceAll(' ', NO_BREAK_SPACE), LINE) === 1;
  return fits ? line : `${heading}: ${LISTED_BELOW}`;
}

/** The two copies of an order sheet are numbered on the slips; here it is how often the sheet was printed. */
function recordLine(document: DocumentData): string {
  const { print } = document;
  const number = isOrder(document)
    ? `Order ${document.orderNumber}`
    : `Record ${document.session.number}${document.status === 'SIGNED' ? ` v${print.recordVersion}` : ', draft'}`;
  const head = `log ${print.logHead.seq} · ${print.logHead.hash.slice(0, 8)}`;
  const printed = `Printed ${formatDateTime(print.printedAt, print.zone)} by ${print.printedBy.name}`;
  const times = `${isOrder(document) ? 'printing' : 'copy'} ${print.copy}`;
  return [number, `Code ${print.code}`, head, `${printed}, ${times}`].join(GAP);
}

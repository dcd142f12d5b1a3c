import { hash } from 'node:crypto';
import type { Failure } from '../../contract/failures.ts';
import type {
  CountedSheetData,
  DocumentData,
  OrderSheetData,
  PrintLine,
  SessionSummaryData,
} from '../../contract/views/documents.ts';
import { weightRuleOf } from '../../core/library/planWeight.ts';
import { ruleFormulas } from '../../core/library/ruleFormulas.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isCountedOrder } from '../../core/session/countedSession.ts';
import { decided, fact } from '../../core/session/decisions/deciding.ts';
import type { DocumentKind, DocumentPrinted, Paper } from '../../core/session/events.ts';
import { orderedNurseRange, orderedRate } from '../../core/session/nurseRange.ts';
import type { Actor } from '../../core/session/roles.ts';
import { BLIND_STATES, type Session, type SessionState } from '../../core/session/session.ts';
import { canonicalJson } from '../eventLog/canonicalJson.ts';
import { codeOf, recordHash } from '../printing/recordCode.ts';
import { squareCode } from '../printing/squareCode.ts';
import { deliveredView, timesView } from '../printing/summaryFigures.ts';
import { handedToPrinter, savedPdf } from '../printing/toPaper.ts';
import type { Shell } from '../shell/shell.ts';
import { bannerView, listName, personOf } from '../views/peopleViews.ts';
import { sessionView } from '../views/sessionView.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay, loadPatient, type Patient } from './patients.ts';
import { licenceAt } from './people/licence.ts';
import { type LoadedSession, loadSession, type Step, takeStep } from './sessionSteps.ts';

type DocumentRequest = { readonly kind: DocumentKind; readonly session: string };
type PrintRequest = DocumentRequest & { readonly paper: Paper; readonly position: number };

const STATUS_OF_STATE: Partial<Record<SessionState, SessionSummaryData['status']>> = {
  SIGNED: 'SIGNED',
  CANCELLED: 'CANCELLED',
};

/** What a file name calls a record. */
const VERSION_OF_STATE: Partial<Record<SessionState, string>> = { SIGNED: 'v1', CANCELLED: 'cancelled' };

/** What a document says before its code is drawn. */
type DocumentFacts = OrderSheetData | CountedSheetData | Omit<SessionSummaryData, 'square'>;

/** What a document says, from committed facts alone. The same data serves preview, PDF and printer. */
export async function loadDocument(
  record: OpenRecord,
  request: DocumentRequest,
  reader: Actor,
): Promise<Result<DocumentData, Failure>> {
  const facts = documentFacts(record, request, reader);
  if (!facts.ok || facts.value.kind !== 'sessionSummary') return facts as Result<DocumentData, Failure>;
  const { session, print } = facts.value;
  const square = await squareCode(squareText(session.number, print));
  return ok({ ...facts.value, square });
}

/** `KT-2025-000412 V1 7F3K-…`: capitals alone, which take the fewest modules. Source: UX 4, D1.10. */
function squareText(number: string, { recordVersion, code }: PrintLine): string {
  return `${number} V${recordVersion} ${code}`;
}

function documentFacts(
  record: OpenRecord,
  request: DocumentRequest,
  reader: Actor,
): Result<DocumentFacts, Failure> {
  const loaded = loadSession(record, request.session);
  const patient = loaded && patientOnPaper(record, loaded);
  if (!loaded || !patient) return err({ kind: 'notFound', what: 'session' });
  return request.kind === 'orderSheet'
    ? orderSheet(record, loaded, patient, reader)
    : sessionSummary(record, loaded, patient, reader);
}

/** A signed page says who the patient was when it was signed, whatever was corrected since. */
export function patientOnPaper(record: OpenRecord, { session, events }: LoadedSession): Patient | undefined {
  const signedAt = events.find(({ type }) => type === 'SessionSigned')?.seq;
  return loadPatient(record, session.patient, signedAt);
}

/** The document standing in the window as a PDF, under a name a clinic can file it by, and the fact that it was made. */
export async function savePdf(
  record: OpenRecord,
  shell: Shell,
  step: Step,
  request: PrintRequest,
): Promise<Result<{ readonly path: string }, Failure>> {
  const document = renderedDocument(record, request, step.actor);
  if (!document.ok) return document;
  return savedPdf(shell, {
    sheet: request.paper,
    folder: record.paths.documents,
    name: fileName(record, request),
    record: (to) => recordPrint(record, step, request, document.value, to),
  });
}

/** The system's print dialog for the document standing in the window. */
export async function print(
  record: OpenRecord,
  shell: Shell,
  step: Step,
  request: PrintRequest,
): Promise<Result<Record<string, never>, Failure>> {
  const document = renderedDocument(record, request, step.actor);
  if (!document.ok) return document;
  return handedToPrinter(shell, {
    record: (to) => recordPrint(record, step, request, document.value, to),
  });
}

/** The document as the window has rendered it. A page made before the newest fact would say what is no longer so. */
function renderedDocument(
  record: OpenRecord,
  request: PrintRequest,
  reader: Actor,
): Result<DocumentFacts, Failure> {
  const document = documentFacts(record, request, reader);
  const isFresh = document.ok && document.value.print.position === request.position;
  return document.ok && !isFresh ? err({ kind: 'changedMeanwhile' }) : document;
}

function recordPrint(
  record: OpenRecord,
  step: Step,
  request: PrintRequest,
  document: DocumentFacts,
  to: DocumentPrinted['to'],
): Result<LoadedSession, Failure> {
  const { copy, code, recordVersion } = document.print;
  const data = { document: request.kind, paper: request.paper, recordVersion, code, copy, to };
  return takeStep(record, step, () => decided(fact('DocumentPrinted', data)));
}

/** Its author prints the order, between signing it and the match; the sheet has no weight, rate or volume. */
function orderSheet(
  record: OpenRecord,
  { session }: LoadedSession,
  patient: Patient,
  reader: Actor,
): Result<OrderSheetData | CountedSheetData, Failure> {
  const { authorised } = session;
  if (!authorised) return err({ kind: 'notInThisState', state: session.state });
  if (BLIND_STATES.includes(session.state) && !session.authors.includes(reader.id))
    return err({ kind: 'planClosed' });
  const { rules, order } = authorised;
  const { protocol } = rules;
  const prescriber = record.tables.user(authorised.by);
  if (!prescriber) return err({ kind: 'notFound', what: 'person' });
  const code = codeOf(hash('sha256', canonicalJson({ order, number: authorised.orderNumber }), 'hex'));
  const head = {
    print: printLine(record, session, 'orderSheet', reader, code),
    patient: { ...bannerView(record, patient), weight: null, weightClosed: true },
    orderNumber: authorised.orderNumber,
    chair: authorised.chair,
    orderedAt: authorised.happenedAt,
    prescriber: {
      ...personOf(record)(prescriber.id),
      fullName: prescriber.fullName,
      licence: licenceAt(record, authorised.by, authorised.recordedAt),
    },
    drugName: rules.drugName,
    protocol: {
      title: protocol.title,
      name: protocol.name,
      route: protocol.route,
      weightMaxAgeHours: protocol.weightMaxAgeHours,
    },
    library: {
      name: record.library.byHash(session.library.hash)?.library.name ?? '',
      version: session.library.version,
    },
    product: rules.product,
  };
  if (isCountedOrder(authorised)) {
    const { device, perDose } = authorised.rules.protocol;
    const counted = { order: authorised.order, perDose, of: device.kind, device: device.name };
    return ok({ kind: 'countedSheet', ...head, ...counted });
  }
  const pumped = authorised.rules.protocol;
  const weightRule = weightRuleOf(pumped);
  return ok({
    kind: 'orderSheet',
    ...head,
    order: authorised.order,
    diluent: pumped.diluent,
    nurseRange: orderedNurseRange(orderedRate(authorised), pumped),
    bolus: pumped.bolus ?? null,
    dosingWeight: weightRule
      ? { rule: weightRule, formulas: [...ruleFormulas(weightRule, patient.details.sex)] }
      : null,
  });
}

function sessionSummary(
  record: OpenRecord,
  loaded: LoadedSession,
  patient: Patient,
  reader: Actor,
): Result<Omit<SessionSummaryData, 'square'>, Failure> {
  const { session } = loaded;
  const delivered = deliveredView(session, record.clock);
  const times = timesView(session, record.clock);
  if (!delivered || !times) return err({ kind: 'planClosed' });
  return ok({
    kind: 'sessionSummary',
    print: printLine(record, session, 'sessionSummary', reader, codeOf(recordHash(patient, loaded))),
    status: STATUS_OF_STATE[session.state] ?? 'UNSIGNED DRAFT',
    session: { ...sessionView(record, loaded), patient: bannerView(record, patient) },
    delivered,
    times,
  });
}

function printLine(
  record: OpenRecord,
  session: Session,
  kind: DocumentKind,
  reader: Actor,
  code: string,
): PrintLine {
  const head = record.log.head();
  return {
    clinic: record.workstation()?.clinic ?? '',
    training: record.kind === 'training',
    printedAt: record.clock.now(),
    printedBy: personOf(record)(reader.id),
    copy: session.prints.filter(({ document }) => document === kind).length + 1,
    zone: record.clock.zone(),
    code,
    recordVersion: 1,
    logHead: { seq: head.seq, hash: head.hash.slice(0, 8) },
    libraryNotice: record.library.byHash(session.library.hash)?.library.notice ?? '',
    position: session.position,
  };
}

/** `2025-11-14 OKAFOR A KT-000412 v1.pdf`; an unsigned record has no version yet and says so. */
function fileName(record: OpenRecord, { kind, session: id }: DocumentRequest): string {
  const session = loadSession(record, id)?.session;
  const patient = session && loadPatient(record, session.patient);
  const at = session?.started?.happenedAt ?? session?.authorised?.happenedAt ?? record.clock.now();
  const day = calendarDay(at, record.clock.zone());
  const name = patient
    ? `${listName(patient.details).split(',')[0]} ${patient.details.givenName.charAt(0)}`
    : '';
  const number = session?.number.replace(/-\d{4}-/, '-') ?? '';
  const training = record.kind === 'training' ? 'TRAINING ' : '';
  const what =
    kind === 'orderSheet' ? 'order sheet' : (VERSION_OF_STATE[session?.state ?? 'PLANNED'] ?? 'draft');
  return `${training}${day} ${name} ${number} ${what}.pdf`.replace(/[/\\:*?"<>|]/g, '-');
}

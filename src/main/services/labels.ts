import type { Failure } from '../../contract/failures.ts';
import type { LabelData } from '../../contract/views/labels.ts';
import { derive, quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { textInAmount } from '../../core/quantity/shownAmount.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { countedOf, pumpedOf } from '../../core/session/countedSession.ts';
import {
  LABELLED,
  labelledPreparation,
  printingsOf,
  printLabel,
} from '../../core/session/decisions/printLabel.ts';
import type { LabelPrinted, LabelSize } from '../../core/session/events.ts';
import type { Session } from '../../core/session/session.ts';
import { sessionAmount } from '../../core/session/sessionAmount.ts';
import { squareCode } from '../printing/squareCode.ts';
import { handedToPrinter, savedPdf } from '../printing/toPaper.ts';
import type { Shell } from '../shell/shell.ts';
import { personOf } from '../views/peopleViews.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient } from './patients.ts';
import { loadSession, type Step, takeStep } from './sessionSteps.ts';

type LabelRequest = { readonly session: string; readonly label: string };
type LabelPrint = LabelRequest & {
  readonly size: LabelSize;
  readonly reason: string | null;
  readonly position: number;
};

/** D2, from committed facts alone: the same data serves preview, PDF, printer and the copy by hand. */
export async function loadLabel(
  record: OpenRecord,
  request: LabelRequest,
): Promise<Result<LabelData, Failure>> {
  const facts = labelFacts(record, request);
  return facts.ok ? ok({ ...facts.value, code: await squareCode(request.label) }) : facts;
}

/** The label standing in the window as a PDF, and the fact that it was made. */
export async function saveLabelPdf(
  record: OpenRecord,
  shell: Shell,
  step: Step,
  request: LabelPrint,
): Promise<Result<{ readonly path: string }, Failure>> {
  const fresh = printable(record, request);
  if (!fresh.ok) return fresh;
  const { training, label, printing, patient } = fresh.value;
  const again = printing === 1 ? '' : ` REPRINT ${printing}`;
  const name = `${training ? 'TRAINING ' : ''}${patient.familyName.toUpperCase()} ${label} label${again}.pdf`;
  return savedPdf(shell, {
    sheet: request.size,
    folder: record.paths.documents,
    name: name.replace(/[/\\:*?"<>|]/g, '-'),
    record: (to) => recorded(record, step, request, to),
  });
}

/** The system's print dialog for the label standing in the window. */
export async function printedLabel(
  record: OpenRecord,
  shell: Shell,
  step: Step,
  request: LabelPrint,
): Promise<Result<Record<string, never>, Failure>> {
  const fresh = printable(record, request);
  if (!fresh.ok) return fresh;
  return handedToPrinter(shell, { record: (to) => recorded(record, step, request, to) });
}

/** No printer would: the label is copied by hand from the screen, which the record says. */
export function labelCopiedByHand(
  record: OpenRecord,
  step: Step,
  request: LabelPrint,
): Result<Record<string, never>, Failure> {
  const fresh = printable(record, request);
  if (!fresh.ok) return fresh;
  const copied = recorded(record, step, request, 'hand');
  return copied.ok ? ok({}) : copied;
}

/** Refused before anything is on paper: a label made before the newest fact, and a second one without a reason. */
function printable(record: OpenRecord, request: LabelPrint): Result<Omit<LabelData, 'code'>, Failure> {
  const facts = labelFacts(record, request);
  if (!facts.ok) return facts;
  if (facts.value.position !== request.position) return err({ kind: 'changedMeanwhile' });
  const lacksReason = facts.value.printing > 1 && (request.reason ?? '').trim() === '';
  return lacksReason ? err({ kind: 'textMissing', field: 'reason' }) : facts;
}

function recorded(record: OpenRecord, step: Step, request: LabelPrint, to: LabelPrinted['to']) {
  const { label, size, reason } = request;
  return takeStep(record, step, (session, deciding) =>
    printLabel(session, { label, size, reason, to }, deciding),
  );
}

function labelFacts(
  record: OpenRecord,
  { session: id, label }: LabelRequest,
): Result<Omit<LabelData, 'code'>, Failure> {
  const session = loadSession(record, id)?.session;
  const patient = session && loadPatient(record, session.patient)?.details;
  if (!session || !patient) return err({ kind: 'notFound', what: 'session' });
  const { authorised, state } = session;
  if (session.voidedPreparations.some(({ witnessed: made }) => made?.label === label))
    return err({ kind: 'labelVoid', label });
  if (!LABELLED.includes(state) || !authorised) return err({ kind: 'notInThisState', state });
  const preparation = labelledPreparation(session, label);
  const contents = preparation && contentsOf(session, preparation);
  if (!preparation?.witnessed || !contents) return err({ kind: 'labelVoid', label });
  const { witnessed } = preparation;
  const person = personOf(record);
  const { familyName, givenName, born, recordNumber } = patient;
  return ok({
    label,
    fitting: fittingSize(session),
    printing: printingsOf(session, label) + 1,
    drugName: authorised.rules.drugName,
    ...contents,
    concentration: textInAmount(witnessed.concentration, sessionAmount(session)),
    route: authorised.rules.protocol.route,
    patient: { familyName, givenName, born, recordNumber },
    chair: authorised.chair,
    preparedAt: witnessed.happenedAt,
    preparedBy: person(witnessed.by).name,
    checkedBy: witnessed.witness === null ? '' : person(witnessed.witness).name,
    useBy: witnessed.useBy,
    training: record.kind === 'training',
    libraryNotice: record.library.byHash(session.library.hash)?.library.notice ?? '',
    zone: record.clock.zone(),
    position: session.position,
  });
}

type Contents = Pick<LabelData, 'amount' | 'volume' | 'diluent' | 'doses' | 'copies'>;

/** What the container holds; of counted doses, what each filled device holds. */
function contentsOf(
  session: Session,
  { drawn, mixed, witnessed }: Session['preparation'],
): Contents | undefined {
  if (!drawn || !witnessed) return undefined;
  const { authorised, match } = countedOf(session) ?? {};
  if (!authorised || !match)
    return mixed
      ? {
          amount: textInAmount(drawn.amount, sessionAmount(session)),
          volume: witnessed.finalVolume,
          diluent: mixed.diluent,
          doses: null,
          copies: 1,
        }
      : undefined;
  const { protocol } = authorised.rules;
  const { fill, devices } = match.sum;
  const held = derive('mg', [readQuantity(fill, 'mL'), readQuantity(witnessed.concentration, 'mg/mL')]);
  const count = authorised.order.doses / devices;
  return {
    amount: quantityText(held),
    volume: fill,
    diluent: '',
    doses: { of: protocol.device.kind, count, each: protocol.perDose },
    copies: devices,
  };
}

/** A bag has room for the large label; anything else is taken for a syringe. */
function fittingSize(session: Session): LabelSize {
  return /\bbag\b/i.test(pumpedOf(session)?.authorised.rules.protocol.container.name ?? '')
    ? 'bag'
    : 'syringe';
}

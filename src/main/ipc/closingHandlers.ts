import {
  criterionRecorded,
  discharged,
  discrepancyRecorded,
  escortRecorded,
  signed,
  wasted,
} from '../services/closing.ts';
import { loadDocument, print, savePdf } from '../services/documents.ts';
import { verifyPrintout } from '../services/verifyPrintout.ts';
import {
  type Handlers,
  proveOrdering,
  sessionStep,
  signedIn,
  signedInLater,
  signingPerson,
  witnessedStep,
} from './handler.ts';

export const recoveryHandlers: Handlers<'recovery'> = {
  'recovery:recordCriterion': (desk, { criterion, met, ...request }) =>
    sessionStep(desk, request, (record, step) => criterionRecorded(record, step, { criterion, met })),
  'recovery:recordEscort': (desk, { escort, ...request }) =>
    sessionStep(desk, request, (record, step) => escortRecorded(record, step, escort)),
  'recovery:discharge': async (desk, { prescriber, reason, ...request }) => {
    const deciding = await proveOrdering(desk, prescriber);
    if (!deciding.ok) return deciding;
    return sessionStep(desk, request, (record, step) =>
      discharged(record, step, { prescriber: deciding.value, reason }),
    );
  },
};

export const wasteHandlers: Handlers<'waste'> = {
  'waste:record': (desk, { typed, witnessTyped, witness, ...request }) =>
    witnessedStep(desk, request, witness, (record, step) => wasted(record, step, { typed, witnessTyped })),
  'waste:recordDiscrepancy': (desk, { text, witness, ...request }) =>
    witnessedStep(desk, request, witness, (record, step) => discrepancyRecorded(record, step, text)),
};

export const recordHandlers: Handlers<'record'> = {
  'record:sign': async (desk, { passphrase, ...request }) => {
    const proved = await signingPerson(desk, passphrase);
    return proved.ok ? sessionStep(desk, request, signed) : proved;
  },
};

export const documentHandlers: Handlers<'document'> = {
  'document:load': (desk, request) =>
    signedInLater(desk, (record, actor) => loadDocument(record, request, actor)),
  'document:savePdf': async (desk, { requestId, ...request }) => {
    const record = desk.needRecord();
    const actor = desk.needActor();
    if (!record.ok) return record;
    if (!actor.ok) return actor;
    const step = { requestId, session: request.session, actor: actor.value };
    return savePdf(record.value, desk.shell, step, request);
  },
  'document:print': async (desk, { requestId, ...request }) => {
    const record = desk.needRecord();
    const actor = desk.needActor();
    if (!record.ok) return record;
    if (!actor.ok) return actor;
    const step = { requestId, session: request.session, actor: actor.value };
    return print(record.value, desk.shell, step, request);
  },
};

export const printoutHandlers: Handlers<'printout'> = {
  'printout:verify': (desk, typed) => signedIn(desk, (record) => verifyPrintout(record, typed)),
};

import { labelCopiedByHand, loadLabel, printedLabel, saveLabelPdf } from '../services/labels.ts';
import { type Handlers, signedIn, signedInLater } from './handler.ts';

export const labelHandlers: Handlers<'label'> = {
  'label:load': (desk, request) => signedInLater(desk, (record) => loadLabel(record, request)),
  'label:savePdf': (desk, { requestId, ...request }) =>
    signedInLater(desk, (record, actor) =>
      saveLabelPdf(record, desk.shell, { requestId, session: request.session, actor }, request),
    ),
  'label:print': (desk, { requestId, ...request }) =>
    signedInLater(desk, (record, actor) =>
      printedLabel(record, desk.shell, { requestId, session: request.session, actor }, request),
    ),
  'label:copyByHand': (desk, { requestId, ...request }) =>
    signedIn(desk, (record, actor) =>
      labelCopiedByHand(record, { requestId, session: request.session, actor }, request),
    ),
};

import { CHECKERS } from '../core/session/roles.ts';
import { channel } from './channel.ts';
import { labelData, labelPrintRequest, labelRequest } from './views/labels.ts';
import { z } from './zod.ts';

/** The label of a preparation: read, saved as PDF, printed, or copied by hand where no printer would. */
export const labelChannels = {
  'label:load': channel(CHECKERS, labelRequest, labelData),
  'label:savePdf': channel(CHECKERS, labelPrintRequest, z.strictObject({ path: z.string() })),
  'label:print': channel(CHECKERS, labelPrintRequest, z.strictObject({})),
  'label:copyByHand': channel(CHECKERS, labelPrintRequest, z.strictObject({})),
} as const;

import { channel } from './channel.ts';
import { printoutRequest, verifiedPrintout } from './views/printouts.ts';

/** A page in somebody's hand, held against the record. */
export const printoutChannels = {
  'printout:verify': channel('signedIn', printoutRequest, verifiedPrintout),
} as const;

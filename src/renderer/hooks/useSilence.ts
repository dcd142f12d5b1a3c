import { useEffect, useState } from 'react';
import { call, whileSilent } from './call.ts';

/** Whether the main process has not answered for a second or more. */
export function useSilence(): boolean {
  const [isSilent, setSilent] = useState(false);
  useEffect(() => whileSilent(() => call('pulse:beat', {}), setSilent), []);
  return isSilent;
}

import type { Protocol } from '../../src/core/library/library.ts';
import type { TestClinic } from './clinic.ts';
import { DEMO_LIBRARY, publishLibrary } from './publish.ts';

/** Version of the library that is published meanwhile. */
export const NEW_VERSION = 'EXAMPLE 2025.12-v8';

/** Limits beyond which the rate of Ada's session lies, and another interval of vital signs. */
function stricterProtocol(protocol: Protocol): Protocol {
  if (protocol.mode !== 'doseOverTime') return protocol;
  return {
    ...protocol,
    dose: { ...protocol.dose, usual: '0.2 mg/kg', softMinimum: '0.15 mg/kg', softMaximum: '0.25 mg/kg' },
    rate: {
      ...protocol.rate,
      softMinimum: '0.2 mg/kg/h',
      softMaximum: '0.3 mg/kg/h',
      hardMaximum: '0.4 mg/kg/h',
    },
    nurseRange: { lowest: '90 %', highest: '95 %' },
    vitalsEveryMinutes: { infusion: 5, recovery: 5 },
  };
}

/** Publishes it as a clinic does, by two people. Gives its hash. */
export function publishStricter(clinic: TestClinic): Promise<string> {
  const protocols = DEMO_LIBRARY.protocols.map(stricterProtocol);
  return publishLibrary(clinic, { version: NEW_VERSION, protocols });
}

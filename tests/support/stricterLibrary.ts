import type { DrugLibrary, Protocol } from '../../src/core/library/library.ts';
import type { Actor } from '../../src/core/session/roles.ts';
import type { TestClinic } from './clinic.ts';

/** Version of the library that is published meanwhile. */
export const NEW_VERSION = 'EXAMPLE 2025.12-v8';

/** Limits beyond which the rate of Ada's session lies, and another interval of vital signs. */
function stricter(library: DrugLibrary): DrugLibrary {
  return { ...library, version: NEW_VERSION, protocols: library.protocols.map(stricterProtocol) };
}

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

/** Publishes it through the shelf a clinic publishes with, by two people. Gives its hash. */
export async function publishStricter(clinic: TestClinic): Promise<string> {
  const record = clinic.desk.record();
  const current = record?.library.current();
  if (!record || !current) throw new Error('no library');
  const actor = async (person: 'novak' | 'amari', role: Actor['roles'][number]): Promise<Actor> => ({
    id: await clinic.idOf(person),
    roles: [role],
  });
  const people = {
    pharmacist: await actor('novak', 'pharmacist'),
    director: await actor('amari', 'director'),
  };
  const published = record.library.publish(stricter(current.library), people, 'EXAMPLE change');
  if (!published.ok) throw new Error('not published');
  return published.value;
}

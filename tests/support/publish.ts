import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import type { DoseOverTimeProtocol, DrugLibrary } from '../../src/core/library/library.ts';
import type { Role } from '../../src/core/session/roles.ts';
import type { PersonKey } from './caller.ts';
import type { TestClinic } from './clinic.ts';

/** The library the training clinic begins with. */
export const DEMO_LIBRARY: DrugLibrary = librarySchema.parse(demoLibrary);

/** Publishes the demo library once more, changed, by the training clinic's pharmacist and director. Gives its hash. */
export async function publishLibrary(clinic: TestClinic, change: Partial<DrugLibrary>): Promise<string> {
  const actor = async (person: PersonKey, role: Role) => ({ id: await clinic.idOf(person), roles: [role] });
  const people = {
    pharmacist: await actor('novak', 'pharmacist'),
    director: await actor('amari', 'director'),
  };
  const library = { ...DEMO_LIBRARY, ...change };
  const published = clinic.desk.record()?.library.publish(library, people, { reason: 'changed for a test' });
  if (!published?.ok) throw new Error(JSON.stringify(published?.failure));
  return published.value;
}

/** The same with its one protocol changed. */
export function publishProtocol(clinic: TestClinic, change: Partial<DoseOverTimeProtocol>): Promise<string> {
  const mood = DEMO_LIBRARY.protocols[0] as DoseOverTimeProtocol;
  return publishLibrary(clinic, { protocols: [{ ...mood, ...change }] });
}

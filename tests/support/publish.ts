import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import type { DoseOverTimeProtocol, DrugLibrary } from '../../src/core/library/library.ts';
import type { Role } from '../../src/core/session/roles.ts';
import type { PersonKey } from './caller.ts';
import type { TestClinic } from './clinic.ts';

/** Publishes the demo library once more, changed, by the training clinic's pharmacist and director. */
export async function publishLibrary(clinic: TestClinic, change: Partial<DrugLibrary>): Promise<void> {
  const actor = async (person: PersonKey, role: Role) => ({ id: await clinic.idOf(person), roles: [role] });
  const people = {
    pharmacist: await actor('novak', 'pharmacist'),
    director: await actor('amari', 'director'),
  };
  const library = { ...librarySchema.parse(demoLibrary), ...change };
  const published = clinic.desk.record()?.library.publish(library, people, 'changed for a test');
  if (!published?.ok) throw new Error(JSON.stringify(published?.failure));
}

/** The same with its one protocol changed. */
export function publishProtocol(clinic: TestClinic, change: Partial<DoseOverTimeProtocol>): Promise<void> {
  const mood = librarySchema.parse(demoLibrary).protocols[0] as DoseOverTimeProtocol;
  return publishLibrary(clinic, { protocols: [{ ...mood, ...change }] });
}

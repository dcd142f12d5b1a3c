import demoLibrary from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import { newEventId } from '../../../src/main/eventId.ts';
import { PROGRAM } from '../../../src/main/identity/identity.ts';
import { createLibraryShelf } from '../../../src/main/services/libraryShelf.ts';
import type { OpenRecord } from '../../../src/main/services/openRecord.ts';
import { calendarDay } from '../../../src/main/services/patients.ts';
import { playSession } from '../../../src/main/services/training/playSession.ts';
import { done, type Story, type TrainingActors } from '../../../src/main/services/training/scene.ts';
import { admit, trainingActors } from '../../../src/main/services/training/seedTraining.ts';
import { TRAINING_PATIENTS } from '../../../src/main/services/training/trainingPatients.ts';
import {
  TRAINING_CHAIRS,
  TRAINING_CLINIC,
  TRAINING_PEOPLE,
  TRAINING_WORKSTATION,
} from '../../../src/main/services/training/trainingPeople.ts';
import { setUpWorkstation } from '../../../src/main/services/workstations.ts';
import { momentAt, type SetClock } from '../../../src/main/setClock.ts';
import { ZONE } from '../../support/times.ts';

const STORIES: readonly Story[] = [
  'plain',
  'rateChange',
  'pause',
  'effects',
  'secondAttempt',
  'stoppedEarly',
];
const MILLISECONDS_PER_DAY = 86_400_000;
const SESSIONS_PER_DAY = 6;

/**
 * Fills an empty record the way a clinic does: set up, people, library, patients, then sessions one after the other
 * through the program's own services. Nobody gets a passphrase, because hashing sixteen secrets takes seconds.
 */
export function playClinic(bare: OpenRecord, clock: SetClock, sessions: number): void {
  const record = { ...bare, library: createLibraryShelf(bare.log, clock) };
  const opened = clock.now();
  done(
    setUpWorkstation(record, {
      kind: 'training',
      clinic: TRAINING_CLINIC,
      workstation: TRAINING_WORKSTATION,
      chairs: TRAINING_CHAIRS,
    }),
  );
  const people = hire(record, clock);
  const both = { pharmacist: people.novak, director: people.amari };
  done(record.library.publish(librarySchema.parse(demoLibrary), both, { reason: 'EXAMPLE library' }));
  const patients = TRAINING_PATIENTS.map((patient) => ({
    ...patient,
    id: admit(record, clock, people, patient),
  }));
  for (let index = 0; index < sessions; index += 1) {
    const patient = patients[index % patients.length];
    const day = calendarDay(opened + (1 + Math.floor(index / SESSIONS_PER_DAY)) * MILLISECONDS_PER_DAY, ZONE);
    if (!patient) throw new Error('The training clinic has no patients.');
    playSession(record, clock, people, {
      patient: patient.id,
      born: patient.details.born,
      weight: patient.lastWeight.weight,
      chair: 1 + (index % TRAINING_CHAIRS.length),
      story: STORIES[index % STORIES.length] ?? 'plain',
      start: momentAt(day, `${10 + (index % SESSIONS_PER_DAY)}:00`, ZONE),
    });
  }
}

function hire({ log }: OpenRecord, clock: SetClock): TrainingActors {
  const added = TRAINING_PEOPLE.map(({ key, does: _does, passphrase: _secret, pin: _pin, ...details }) => {
    const id = newEventId();
    const event = { id: newEventId(), type: 'UserAdded', version: 1, data: details, happenedAt: clock.now() };
    done(
      log.append([{ stream: `user:${id}`, after: 0, events: [{ ...event, actor: PROGRAM, witness: null }] }]),
    );
    return [key, { id, roles: details.roles }] as const;
  });
  return trainingActors(new Map(added));
}

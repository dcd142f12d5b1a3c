import demoLibrary from '../../../../resources/demo-library.json' with { type: 'json' };
import { EMPTY_ASSESSMENT } from '../../../contract/emptyAssessment.ts';
import type { AssessmentData } from '../../../contract/events/assessment.ts';
import { librarySchema } from '../../../contract/library.ts';
import type { Actor } from '../../../core/session/roles.ts';
import { newEventId } from '../../eventId.ts';
import { actorOf } from '../../identity/identity.ts';
import { momentAt, type SetClock } from '../../setClock.ts';
import { libraryQuestions } from '../assessing.ts';
import type { OpenRecord } from '../openRecord.ts';
import { calendarDay, recordPatientFact, registerPatient } from '../patients.ts';
import { setUpWorkstation } from '../workstations.ts';
import { playSession } from './playSession.ts';
import { done, type Played, type TrainingActors } from './scene.ts';
import { TRAINING_PATIENTS, type TrainingPatient } from './trainingPatients.ts';
import { TRAINING_CHAIRS, TRAINING_CLINIC, TRAINING_PEOPLE, TRAINING_WORKSTATION } from './trainingPeople.ts';

/** How long before today the training clinic opened. */
const OPENED_DAYS_AGO = 35;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The finished sessions of the past weeks: each shows one thing a record can hold. */
const SESSIONS: readonly (Pick<Played, 'story' | 'chair'> & {
  readonly patient: string;
  readonly daysAgo: number;
})[] = [
  { patient: 'rossi', story: 'plain', chair: 1, daysAgo: 18 },
  { patient: 'holt', story: 'rateChange', chair: 3, daysAgo: 14 },
  { patient: 'diaz', story: 'pause', chair: 2, daysAgo: 11 },
  { patient: 'nguyen', story: 'stoppedEarly', chair: 4, daysAgo: 9 },
  { patient: 'baker', story: 'effects', chair: 1, daysAgo: 7 },
  { patient: 'okafor', story: 'secondAttempt', chair: 2, daysAgo: 4 },
];

/**
 * Fills an empty training record by playing its past through the same services a clinic uses, on a clock set to
 * those days. None of it is written by hand, and nothing is left running.
 */
export async function seedTraining(record: OpenRecord, clock: SetClock, today: number): Promise<void> {
  const zone = clock.zone();
  const dayBefore = (days: number): string => calendarDay(today - days * MILLISECONDS_PER_DAY, zone);
  clock.set(momentAt(dayBefore(OPENED_DAYS_AGO), '08:00', zone));
  done(
    setUpWorkstation(record, {
      kind: 'training',
      clinic: TRAINING_CLINIC,
      workstation: TRAINING_WORKSTATION,
      chairs: TRAINING_CHAIRS,
    }),
  );
  const people = await hire(record);
  clock.advance(3_600_000);
  const library = librarySchema.parse(demoLibrary);
  done(
    record.library.publish(
      library,
      { pharmacist: people.novak, director: people.amari },
      { reason: 'EXAMPLE library for the training clinic' },
    ),
  );
  const patients = new Map(
    TRAINING_PATIENTS.map((patient) => [patient.key, admit(record, clock, people, patient)]),
  );
  for (const session of SESSIONS) {
    const patient = TRAINING_PATIENTS.find(({ key }) => key === session.patient);
    const id = patients.get(session.patient);
    if (!patient || !id) throw new Error(`The training clinic has no patient ${session.patient}.`);
    playSession(record, clock, people, {
      patient: id,
      born: patient.details.born,
      weight: patient.lastWeight.weight,
      chair: session.chair,
      story: session.story,
      start: momentAt(dayBefore(session.daysAgo), '10:00', zone),
    });
  }
}

async function hire(record: OpenRecord): Promise<TrainingActors> {
  const actors = new Map<string, Actor>();
  for (const { key, does, passphrase, pin, ...details } of TRAINING_PEOPLE) {
    const id = done(await record.identity.addUser(details, { passphrase, pin }));
    const user = record.tables.user(id);
    if (user) actors.set(key, actorOf(user));
  }
  return trainingActors(actors);
}

/** The five who play the training clinic's sessions, of everybody who works there. */
export function trainingActors(actors: ReadonlyMap<string, Actor>): TrainingActors {
  const actor = (key: string): Actor => {
    const found = actors.get(key);
    if (!found) throw new Error(`The training clinic has no ${key}.`);
    return found;
  };
  return {
    lim: actor('lim'),
    osei: actor('osei'),
    patel: actor('patel'),
    amari: actor('amari'),
    novak: actor('novak'),
  };
}

/** A patient with a signed assessment and a consent that does not lapse. */
export function admit(
  record: OpenRecord,
  clock: SetClock,
  people: TrainingActors,
  patient: TrainingPatient,
): string {
  clock.advance(20 * 60_000);
  const id = done(registerPatient(record, people.lim, patient.details));
  const signedOn = calendarDay(clock.now(), clock.zone());
  const facts = [
    [people.lim, { type: 'AllergiesRecorded', version: 2, data: patient.allergies }],
    [people.patel, { type: 'AssessmentSigned', version: 2, data: assessmentOf(record, patient) }],
    [
      people.lim,
      {
        type: 'ConsentRecorded',
        version: 2,
        data: { form: 'v3', signedOn, validUntil: null, witnessedBy: 'Rosa Lim', concerns: '' },
      },
    ],
  ] as const;
  for (const [actor, fact] of facts) done(recordPatientFact(record, id, newEventId(), actor, fact));
  return id;
}

/** Every question of the library asked, and answered with no. */
function assessmentOf(record: OpenRecord, { indication }: TrainingPatient): AssessmentData {
  return {
    ...EMPTY_ASSESSMENT,
    indications: [indication],
    primaryIndication: indication,
    questions: libraryQuestions(record).map((question) => ({ ...question, answer: 'no', decision: '' })),
    pregnancy: 'no',
    note: 'Invented assessment for training.',
  };
}

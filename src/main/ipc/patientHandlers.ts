import type { Failure } from '../../contract/failures.ts';
import type { PatientRecordView } from '../../contract/views/people.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Desk } from '../desk.ts';
import { draftAssessment, recordConsent, signAssessment } from '../services/assessing.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { type ImportUpload, importPatients, previewImport, stageImport } from '../services/patientImport.ts';
import { loadPatient, type Patient } from '../services/patients.ts';
import { changeDetails, recordAllergies, register, setActivity } from '../services/registration.ts';
import { considerWeight, recordWeighing } from '../services/weighing.ts';
import { boardView } from '../views/boardView.ts';
import { patientRecordView, patientRows, patientSessions } from '../views/patientViews.ts';
import { type Handlers, signedIn, signedInLater } from './handler.ts';

export const boardHandlers: Handlers<'board'> = {
  'board:load': (desk) => {
    const record = desk.needRecord();
    return record.ok ? ok(boardView(record.value)) : record;
  },
};

export const patientsHandlers: Handlers<'patients'> = {
  'patients:search': (desk, request) => signedIn(desk, (record) => ok(patientRows(record, request))),
  'patients:register': (desk, request) => shown(desk, (record, actor) => register(record, actor, request)),
  'patients:stageImport': (desk, request) =>
    signedIn(desk, () => {
      const staged = stageImport(uploads.get(desk) ?? null, request);
      if (!staged.ok) return staged;
      uploads.set(desk, staged.value);
      return ok({});
    }),
  'patients:previewImport': (desk, { upload }) =>
    signedInLater(desk, async (record) => {
      const file = uploadOf(desk, upload);
      return file.ok ? previewImport(record, file.value) : file;
    }),
  'patients:import': (desk, request) =>
    signedInLater(desk, async (record, actor) => {
      const file = uploadOf(desk, request.upload);
      if (!file.ok) return file;
      const imported = await importPatients(record, actor, request, file.value);
      if (imported.ok) uploads.delete(desk);
      return imported;
    }),
};

/** The file a window is bringing: one at a time, and gone with the program. */
const uploads = new WeakMap<Desk, ImportUpload>();

function uploadOf(desk: Desk, id: string): Result<string, Failure> {
  const upload = uploads.get(desk);
  return upload?.id === id ? ok(upload.text) : err({ kind: 'importNotRead', why: 'notStaged' });
}

/** What was recorded of a patient, answered with the patient's page as it stands after the commit. */
function shown(
  desk: Desk,
  act: (record: OpenRecord, actor: Actor) => Result<Patient, Failure>,
): Result<PatientRecordView, Failure> {
  return signedIn(desk, (record, actor) => {
    const patient = act(record, actor);
    return patient.ok ? ok(patientRecordView(record, patient.value)) : patient;
  });
}

export const patientHandlers: Handlers<'patient'> = {
  'patient:load': (desk, request) =>
    signedIn(desk, (record) => {
      const patient = loadPatient(record, request.patient);
      return patient ? ok(patientRecordView(record, patient)) : err({ kind: 'notFound', what: 'patient' });
    }),
  'patient:sessions': (desk, { patient, after }) =>
    signedIn(desk, (record) =>
      loadPatient(record, patient)
        ? ok(patientSessions(record, patient, after))
        : err({ kind: 'notFound', what: 'patient' }),
    ),
  'patient:considerWeight': (desk, request) => signedIn(desk, (record) => considerWeight(record, request)),
  'patient:recordWeight': (desk, request) =>
    shown(desk, (record, actor) => recordWeighing(record, actor, request)),
  'patient:changeDetails': (desk, request) =>
    shown(desk, (record, actor) => changeDetails(record, actor, request)),
  'patient:setActivity': (desk, request) =>
    shown(desk, (record, actor) => setActivity(record, actor, request)),
  'patient:recordAllergies': (desk, request) =>
    shown(desk, (record, actor) => recordAllergies(record, actor, request)),
  'patient:draftAssessment': (desk, request) =>
    shown(desk, (record, actor) => draftAssessment(record, actor, request)),
  'patient:signAssessment': async (desk, { passphrase, ...request }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const proved = await record.value.identity.proveAgain(passphrase);
    return proved.ok ? shown(desk, (open, actor) => signAssessment(open, actor, request)) : proved;
  },
  'patient:recordConsent': (desk, request) =>
    shown(desk, (record, actor) => recordConsent(record, actor, request)),
};

import { err, ok } from '../../core/result.ts';
import { loadPatient } from '../services/patients.ts';
import { considerWeight, recordWeighing } from '../services/weighing.ts';
import { boardView } from '../views/boardView.ts';
import { patientRecordView, patientRows, patientSessions } from '../views/patientViews.ts';
import { type Handlers, signedIn } from './handler.ts';

export const boardHandlers: Handlers<'board'> = {
  'board:load': (desk) => {
    const record = desk.needRecord();
    return record.ok ? ok(boardView(record.value)) : record;
  },
};

export const patientsHandlers: Handlers<'patients'> = {
  'patients:search': (desk, { text, after }) =>
    signedIn(desk, (record) => ok(patientRows(record, text, after))),
};

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
    signedIn(desk, (record, actor) => {
      const patient = recordWeighing(record, actor, request);
      return patient.ok ? ok(patientRecordView(record, patient.value)) : patient;
    }),
};

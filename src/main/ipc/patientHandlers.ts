import { quantityText } from '../../core/quantity/quantity.ts';
import { err, ok } from '../../core/result.ts';
import { FIELD_RULES } from '../../core/session/entryRules.ts';
import { loadPatient, recordPatientFact } from '../services/patients.ts';
import { typedQuantity } from '../services/typedValues.ts';
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
  'patient:recordWeight': (desk, request) =>
    signedIn(desk, (record, actor) => {
      const weight = typedQuantity('weight', request.weight, FIELD_RULES.weight);
      if (!weight.ok) return weight;
      const { method, scale, clothed } = request;
      if (scale.trim() === '' && method === 'measured') return err({ kind: 'textMissing', field: 'scale' });
      const data = { weight: quantityText(weight.value), method, scale: scale.trim(), clothed };
      const fact = { type: 'WeightRecorded', version: 1, data } as const;
      const recorded = recordPatientFact(record, request.patient, request.requestId, actor, fact);
      if (!recorded.ok) return recorded;
      const patient = loadPatient(record, request.patient);
      return patient ? ok(patientRecordView(record, patient)) : err({ kind: 'notFound', what: 'patient' });
    }),
};

import { randomUUID } from 'node:crypto';
import type { Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import type { EntryForm } from '../../contract/views/session.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { makeFirstEntry, makeSecondEntry } from '../../core/session/decisions/makeEntry.ts';
import type { EntryValues } from '../../core/session/entryFields.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Session } from '../../core/session/session.ts';
import { type CheckedValues, ownFigures } from './entryFigures.ts';
import { IDLE_SECONDS, openForm } from './entryForm.ts';
import type { OpenRecord } from './openRecord.ts';
import { bodyOf } from './patientFacts.ts';
import { knownPatient } from './patientHistory.ts';
import { loadPatient, measuredWeighing } from './patients.ts';
import { loadSession, takeStep } from './sessionSteps.ts';

type OpenForm = {
  readonly session: string;
  readonly person: Actor;
  readonly which: 'first' | 'second';
  readonly openedAt: number;
  touchedAt: number;
};

/** The open entry forms of this workstation: who opened which, proved on submission by a ticket. */
export type EntryForms = {
  open(record: OpenRecord, session: string, person: Actor): Result<EntryForm, Failure>;
  check(record: OpenRecord, ticket: string, typed: CheckedValues): Result<Response<'entry:check'>, Failure>;
  stay(record: OpenRecord, ticket: string): Result<Record<string, never>, Failure>;
  leave(ticket: string): void;
  submit(record: OpenRecord, request: SubmittedEntry): Result<Response<'entry:submit'>, Failure>;
};

export type SubmittedEntry = {
  readonly requestId: string;
  readonly ticket: string;
  readonly copy: 1 | 2;
  readonly values: EntryValues;
  readonly corrections: number;
};

export function createEntryForms(): EntryForms {
  const forms = new Map<string, OpenForm>();
  const formOf = (record: OpenRecord, ticket: string): OpenForm | undefined => {
    const form = forms.get(ticket);
    if (!form) return undefined;
    const idle = record.clock.counter() - form.touchedAt > IDLE_SECONDS * 1000;
    if (idle) forms.delete(ticket);
    return idle ? undefined : form;
  };
  return {
    open(record, session, person) {
      const form = openForm(record, session, person);
      if (!form.ok) return form;
      const ticket = randomUUID();
      const now = record.clock.counter();
      forms.set(ticket, { session, person, which: form.value.which, openedAt: now, touchedAt: now });
      return ok({ ...form.value, ticket });
    },
    check(record, ticket, typed) {
      const form = formOf(record, ticket);
      if (!form) return err({ kind: 'formExpired' });
      // Limits and echoes are the first person's only: the second types with nothing to lean on.
      if (form.which === 'second') return err({ kind: 'planClosed' });
      form.touchedAt = record.clock.counter();
      return ownFigures(record, form.session, typed);
    },
    stay(record, ticket) {
      const form = formOf(record, ticket);
      if (!form) return err({ kind: 'formExpired' });
      form.touchedAt = record.clock.counter();
      return ok({});
    },
    leave(ticket) {
      forms.delete(ticket);
    },
    submit(record, request) {
      const form = formOf(record, request.ticket);
      if (!form) return err({ kind: 'formExpired' });
      const outcome = submitEntry(record, form, request);
      if (outcome.ok) forms.delete(request.ticket);
      return outcome;
    },
  };
}

function submitEntry(
  record: OpenRecord,
  form: OpenForm,
  request: SubmittedEntry,
): Result<Response<'entry:submit'>, Failure> {
  const loaded = loadSession(record, form.session);
  const patient = loaded && loadPatient(record, loaded.session.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  const command = {
    copy: request.copy,
    values: request.values,
    corrections: request.corrections,
    seconds: Math.round((record.clock.counter() - form.openedAt) / 1000),
    weighing: measuredWeighing(patient),
    born: patient.details.born,
    known: knownPatient(record, patient, form.session),
    body: bodyOf(patient),
    oneClinician: record.settings().oneClinician,
  };
  const step = { session: form.session, requestId: request.requestId, actor: form.person };
  const decide = form.which === 'first' ? makeFirstEntry : makeSecondEntry;
  const taken = takeStep(record, step, (session, deciding) => decide(session, command, deciding));
  return taken.ok ? ok({ outcome: outcomeOf(taken.value.session, form.which) }) : taken;
}

function outcomeOf(session: Session, which: OpenForm['which']): Response<'entry:submit'>['outcome'] {
  switch (session.state) {
    case 'MATCHED':
      return 'matched';
    case 'MISMATCH':
      return 'differed';
    case 'HELD':
      return 'held';
    case 'PLANNED':
      return 'voided';
    default:
      return which === 'first' ? 'entered' : 'expired';
  }
}

import type { ReactNode } from 'react';
import type { EntryForm } from '../../../contract/views/session.ts';
import { PatientBanner } from '../../components/PatientBanner.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { formatHourMinute } from '../../components/time.ts';
import { NOT_INDEPENDENT, personName } from '../../documents/words.ts';
import { useApp } from '../../hooks/useApp.tsx';

/** Name, record number, chair and allergies: the date of birth and the weight are not in the page. */
export function EntryBanner({ form }: { readonly form: EntryForm }) {
  const { clock } = useApp();
  return (
    <PatientBanner
      patient={form.patient}
      now={clock.now}
      zone={clock.zone}
      chair={form.chair}
      state={<StateChip state={form.which === 'second' ? 'BLIND' : 'AUTHORISED'} />}
    />
  );
}

export function entryTitle({ which }: EntryForm): string {
  return which === 'second' ? 'Second entry' : 'First entry';
}

/** Who types and which attempt it is; the other person stays without a name. */
export function entryFacts(form: EntryForm, zone: string): readonly ReactNode[] {
  const { you, firstAt, attempt, attempts } = form;
  const who = form.samePerson ? `you: ${NOT_INDEPENDENT},` : 'another clinician';
  return [
    <>
      You are <b>{personName(you)}</b>
    </>,
    ...(firstAt === null ? [] : [`First entry by ${who} at ${formatHourMinute(firstAt, zone)}`]),
    <b key="attempt">{`Attempt ${attempt} of ${attempts}`}</b>,
  ];
}

import type { DoneView } from '../../../../contract/views/people.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { Role } from '../../../../core/session/roles.ts';
import { patientName } from '../../../components/patientName.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { errorText } from '../../../errorText.ts';

/** `Chair 2 — OKAFOR, Ada`: every button that saves says for whom. Source: UX 3.7, wrong patient or chair. */
export function chairAndPatient({ chair, patient }: Pick<SessionView, 'chair' | 'patient'>): string {
  return `Chair ${chair} — ${patientName(patient)}`;
}

/** `Chair 2 OKAFOR, Ada`, where the button already has a dash. */
export function chairPatient({ chair, patient }: Pick<SessionView, 'chair' | 'patient'>): string {
  return `Chair ${chair} ${patientName(patient)}`;
}

/** `R. Lim 09:21` */
export function whoWhen({ by, happenedAt }: Pick<DoneView, 'by' | 'happenedAt'>, zone: string): string {
  return `${by.name} ${formatHourMinute(happenedAt, zone)}`;
}

type Signed = { readonly user: { readonly roles: readonly Role[] } | null };

/** Why the signed-in person cannot take a step, in the words of the refusal; undefined when they can. */
export function roleMissing({ user }: Signed, roles: readonly Role[]): string | undefined {
  if (user?.roles.some((role) => roles.includes(role))) return undefined;
  return errorText({ kind: 'roleNeeded', roles: [...roles] }, '');
}

type Need = readonly [isMissing: boolean, sentence: string];

/** The first thing that is still missing, for the sentence beside a closed button. */
export function firstMissing(...needs: readonly Need[]): string | undefined {
  return needs.find(([isMissing]) => isMissing)?.[1];
}

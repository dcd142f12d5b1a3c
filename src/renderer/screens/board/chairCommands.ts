import type { Role } from '../../../core/session/roles.ts';
import type { SessionState } from '../../../core/session/session.ts';

/** What can be recorded for one chair without leaving where one is: each opens a sheet. */
export type ChairCommand =
  | 'vitals'
  | 'effect'
  | 'note'
  | 'rate'
  | 'stage'
  | 'dose'
  | 'pause'
  | 'resume'
  | 'container'
  | 'discardNext'
  | 'complete'
  | 'stop'
  | 'interruption'
  | 'waste'
  | 'cancel'
  | 'reopen';

type Rule = { readonly states: readonly SessionState[]; readonly roles: readonly Role[] };

const CARE: readonly Role[] = ['nurse', 'prescriber', 'pharmacist', 'assistant'];
const CHECK: readonly Role[] = ['nurse', 'prescriber', 'pharmacist'];
const BEFORE_START: readonly SessionState[] = [
  'PLANNED',
  'AUTHORISED',
  'ENTERED_A',
  'MISMATCH',
  'HELD',
  'MATCHED',
  'PREPARED',
  'READY',
];

/** A hold is its adjudicator's. */
const ORDERED: readonly SessionState[] = BEFORE_START.filter(
  (state) => state !== 'PLANNED' && state !== 'HELD',
);

/** Where a command makes sense. The service decides; the window only hides what would be refused. */
const RULES: Record<ChairCommand, Rule> = {
  vitals: { states: ['PREPARED', 'READY', 'RUNNING', 'PAUSED', 'RECOVERY'], roles: CARE },
  effect: { states: ['READY', 'RUNNING', 'PAUSED', 'RECOVERY'], roles: CARE },
  note: { states: ['READY', 'RUNNING', 'PAUSED', 'RECOVERY'], roles: CARE },
  rate: { states: ['RUNNING'], roles: ['nurse', 'prescriber'] },
  stage: { states: ['RUNNING'], roles: ['nurse', 'prescriber'] },
  dose: { states: ['RUNNING'], roles: ['nurse', 'prescriber'] },
  pause: { states: ['RUNNING'], roles: [...CARE, 'director'] },
  resume: { states: ['PAUSED'], roles: ['nurse'] },
  container: { states: ['RUNNING', 'PAUSED'], roles: CHECK },
  discardNext: { states: ['RUNNING', 'PAUSED'], roles: CHECK },
  complete: { states: ['RUNNING'], roles: ['nurse'] },
  stop: { states: ['RUNNING', 'PAUSED'], roles: [...CARE, 'director'] },
  interruption: { states: ['RUNNING', 'PAUSED'], roles: ['nurse', 'prescriber'] },
  waste: {
    states: [
      'PLANNED',
      'AUTHORISED',
      'MATCHED',
      'PREPARED',
      'READY',
      'RUNNING',
      'PAUSED',
      'RECOVERY',
      'DISCHARGED',
    ],
    roles: CHECK,
  },
  cancel: { states: BEFORE_START, roles: ['nurse', 'prescriber'] },
  reopen: { states: ORDERED, roles: ['prescriber'] },
};

export function canDo(command: ChairCommand, state: SessionState, roles: readonly Role[]): boolean {
  const rule = RULES[command];
  return rule.states.includes(state) && roles.some((role) => rule.roles.includes(role));
}

const OF_A_PUMP: readonly ChairCommand[] = ['rate', 'stage', 'container', 'discardNext', 'complete'];

/** With a pump no dose is counted; counted doses have no rate, no next container, and their last one ends them. */
export function belongsTo(
  command: ChairCommand,
  session: {
    readonly counted: object | null;
    readonly infusion: { readonly stage: { readonly next: object | null } | null } | null;
  },
): boolean {
  if (command === 'dose') return session.counted !== null;
  // The last stage has no next one, and an infusion of one stage has none.
  if (command === 'stage') return Boolean(session.infusion?.stage?.next);
  return session.counted === null || !OF_A_PUMP.includes(command);
}

import type { Channels } from './channels.ts';
import type { push } from './push.ts';

/**
 * The channels and pushes by name alone. The preload reads only this file, so that it stays one small sandboxed
 * script without a schema library in it.
 */
export const CHANNEL_NAMES = [
  'app:load',
  'app:openTraining',
  'app:openClinic',
  'app:leave',
  'app:createClinic',
  'identity:signIn',
  'identity:lock',
  'board:load',
  'patients:search',
  'patient:load',
  'patient:sessions',
  'patient:considerWeight',
  'patient:recordWeight',
  'limits:report',
  'plan:start',
  'plan:open',
  'plan:calculate',
  'plan:save',
  'plan:authorise',
  'session:load',
  'session:cancel',
  'session:takeTime',
  'entry:open',
  'entry:check',
  'entry:stay',
  'entry:leave',
  'entry:submit',
  'entry:secondAttempt',
  'hold:load',
  'hold:release',
  'preparation:takeVial',
  'preparation:draw',
  'preparation:addDiluent',
  'preparation:witness',
  'preparation:checkLabel',
  'observation:record',
  'pump:readBack',
  'infusion:start',
  'infusion:considerRate',
  'infusion:changeRate',
  'infusion:pause',
  'infusion:givePauseReason',
  'infusion:resume',
  'infusion:stop',
  'infusion:giveStopReason',
  'infusion:complete',
  'infusion:readPump',
  'interruption:answer',
  'recovery:recordCriterion',
  'recovery:recordEscort',
  'recovery:discharge',
  'waste:record',
  'waste:recordDiscrepancy',
  'record:sign',
  'document:load',
  'document:savePdf',
  'document:print',
] as const satisfies readonly (keyof Channels)[];

export const PUSH_NAMES = ['clock', 'changed'] as const satisfies readonly (keyof typeof push)[];

// A channel that is in the table and not in the list fails to compile here.
type Missing = Exclude<keyof Channels, (typeof CHANNEL_NAMES)[number]>;
export const everyChannelIsListed: [Missing] extends [never] ? true : Missing = true;

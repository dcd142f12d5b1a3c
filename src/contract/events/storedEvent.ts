import type { SessionEvent } from '../../core/session/events.ts';
import { type Infer, z } from '../zod.ts';
import { countedEventData } from './countedEvents.ts';
import { laterSessionEventData } from './laterSessionEvents.ts';
import { libraryEventData, userEventData, workstationEventData } from './otherEvents.ts';
import { laterPatientEventData, patientEventData } from './patientEvents.ts';
import {
  deskEventData,
  type LaterDeskEvent,
  type LaterUserEvent,
  laterDeskEventData,
  laterUserEventData,
  staffEventData,
} from './peopleEvents.ts';
import { sessionEventData } from './sessionEvents.ts';

/** A row of the log as every part of the program reads it. */
export const storedEvent = z.strictObject({
  seq: z.number().int().positive(),
  id: z.string(),
  workstation: z.string(),
  stream: z.string(),
  streamSeq: z.number().int().positive(),
  type: z.string(),
  version: z.number().int().positive(),
  happenedAt: z.number().int(),
  zone: z.string(),
  recordedAt: z.number().int(),
  counter: z.number().int(),
  boot: z.string(),
  actor: z.string(),
  witness: z.string().nullable(),
  data: z.unknown(),
  library: z.string().nullable(),
  appVersion: z.string(),
});
export type StoredEvent = Infer<typeof storedEvent>;

type DataOf<Schemas extends Record<string, z.ZodType>> = {
  [Type in keyof Schemas & string]: {
    readonly type: Type;
    readonly version: 1;
    readonly data: Infer<Schemas[Type]>;
  };
}[keyof Schemas & string];

type LaterPatientEvent = {
  [Type in keyof typeof laterPatientEventData]: {
    [Version in keyof (typeof laterPatientEventData)[Type] & number]: {
      readonly type: Type;
      readonly version: Version;
      readonly data: Infer<Extract<(typeof laterPatientEventData)[Type][Version], z.ZodType>>;
    };
  }[keyof (typeof laterPatientEventData)[Type] & number];
}[keyof typeof laterPatientEventData];

export type PatientEvent = DataOf<typeof patientEventData> | LaterPatientEvent;
export type UserEvent = DataOf<typeof userEventData> | DataOf<typeof staffEventData> | LaterUserEvent;
export type WorkstationEvent =
  | DataOf<typeof workstationEventData>
  | DataOf<typeof deskEventData>
  | LaterDeskEvent;
export type LibraryEvent = DataOf<typeof libraryEventData>;
export type AnyEvent = SessionEvent | PatientEvent | UserEvent | WorkstationEvent | LibraryEvent;

/** Kinds of stream, by what stands before the colon. */
const SCHEMAS_BY_ROOM: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  session: { ...sessionEventData, ...countedEventData },
  patient: patientEventData,
  user: { ...userEventData, ...staffEventData },
  workstation: { ...workstationEventData, ...deskEventData },
  library: libraryEventData,
};

const LATER_SCHEMAS_BY_ROOM: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<number, z.ZodType>>>>>
> = {
  session: laterSessionEventData,
  patient: laterPatientEventData,
  user: laterUserEventData,
  workstation: laterDeskEventData,
};

/** A stored event with its data parsed by schema, or marked as unknown: shown as such, never skipped. */
export type ReadEvent = StoredEvent & { readonly known: boolean };

/**
 * Reads the data of a stored event by its type and version. A type or version this program does not know stays
 * `known: false`; data that does not fit a known schema throws, because the log promised otherwise.
 */
export function readEvent(event: StoredEvent): ReadEvent {
  const room = event.stream.split(':')[0] ?? '';
  const schema =
    event.version === 1
      ? SCHEMAS_BY_ROOM[room]?.[event.type]
      : LATER_SCHEMAS_BY_ROOM[room]?.[event.type]?.[event.version];
  if (!schema) return { ...event, known: false };
  return { ...event, data: schema.parse(event.data), known: true };
}

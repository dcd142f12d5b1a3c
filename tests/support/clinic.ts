import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { ChannelName, Reply, Request, Response } from '../../src/contract/channels.ts';
import type { Failure } from '../../src/contract/failures.ts';
import { createDesk, type Desk } from '../../src/main/desk.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { createAnswer } from '../../src/main/ipc/answer.ts';
import { type Paths, userPaths } from '../../src/main/paths.ts';
import { prepareFolders, recordFiles } from '../../src/main/profile.ts';
import { TRAINING_PEOPLE } from '../../src/main/services/training/trainingPeople.ts';
import { createSetClock, type SetClock } from '../../src/main/setClock.ts';
import type { Answer } from '../../src/main/shell/shell.ts';
import { createSilentShell, type SilentShell } from './silentShell.ts';
import { TODAY, ZONE } from './times.ts';

export type PersonKey = 'lim' | 'osei' | 'patel' | 'amari' | 'novak' | 'bell' | 'reyes' | 'quist';

/** A training clinic on a clock of its own, spoken to through the same answers a window gets. */
export type TestClinic = {
  readonly clock: SetClock;
  readonly desk: Desk;
  readonly paths: Paths;
  readonly shell: SilentShell;
  readonly answer: Answer;
  /** Sends a request and gives its result; a refusal fails the test. */
  call<Name extends ChannelName>(
    channel: Name,
    request: Omit<Request<Name>, 'requestId'>,
  ): Promise<Response<Name>>;
  /** Sends a request and gives its refusal; a result fails the test. */
  refusal<Name extends ChannelName>(
    channel: Name,
    request: Omit<Request<Name>, 'requestId'>,
  ): Promise<Failure>;
  signIn(person: PersonKey): Promise<void>;
  /** A second person with the PIN that is enough once they have signed in, else with the passphrase. */
  second(person: PersonKey): { readonly user: string; readonly secret: string };
  idOf(person: PersonKey): string;
  patient(name: string): Promise<string>;
};

/** A copy of the training clinic at 09:00 of the scenarios' day; put away when the test ends. */
export async function openClinic(): Promise<TestClinic> {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-test-'));
  const paths = userPaths(home);
  prepareFolders(paths);
  copyFileSync(inject('trainingFile'), recordFiles(paths).training);
  const clinic = clinicOver(paths, createSetClock(TODAY, ZONE));
  await clinic.desk.open('training');
  onTestFinished(() => {
    clinic.desk.close();
    rmSync(home, { recursive: true, force: true });
  });
  return clinic;
}

/** The program's answers over a profile folder, without a window. */
export function clinicOver(paths: Paths, clock: SetClock): TestClinic {
  const shell = createSilentShell();
  const desk = createDesk({ shell, clock, paths, version: 'test' });
  const answer = createAnswer(desk, (channel, error) => {
    throw new Error(`${channel} failed`, { cause: error });
  });
  const send = async <Name extends ChannelName>(channel: Name, request: object): Promise<Reply<Name>> => {
    const known = needsRequestId(channel) ? { requestId: newEventId(), ...request } : request;
    return (await answer(channel, known)) as Reply<Name>;
  };
  const userOf = (person: PersonKey) => {
    const found = TRAINING_PEOPLE.find(({ key }) => key === person);
    const user = desk
      .record()
      ?.tables.users()
      .find(({ fullName }) => fullName === found?.fullName);
    if (!found || !user) throw new Error(`no ${person}`);
    return { ...found, id: user.id };
  };
  return {
    clock,
    desk,
    paths,
    shell,
    answer,
    async call(channel, request) {
      const reply = await send(channel, request);
      if (!reply.ok) throw new Error(`${channel} was refused: ${JSON.stringify(reply.failure)}`);
      return reply.value;
    },
    async refusal(channel, request) {
      const reply = await send(channel, request);
      if (reply.ok) throw new Error(`${channel} was not refused`);
      return reply.failure;
    },
    async signIn(person) {
      const { id, passphrase } = userOf(person);
      const reply = await send('identity:signIn', { user: id, secret: passphrase, by: 'passphrase' });
      if (!reply.ok) throw new Error(`${person} could not sign in: ${JSON.stringify(reply.failure)}`);
    },
    second(person) {
      const { id, pin, passphrase } = userOf(person);
      const enough = desk.record()?.identity.pinIsEnough(id) ?? false;
      return { user: id, secret: enough ? pin : passphrase };
    },
    idOf: (person) => userOf(person).id,
    async patient(name) {
      const reply = await send('patients:search', { text: name });
      const row = reply.ok ? reply.value.rows[0] : undefined;
      if (!row) throw new Error(`no patient ${name}`);
      return row.id;
    },
  };
}

/** Channels whose requests carry an id made before the first try. */
function needsRequestId(channel: ChannelName): boolean {
  const without: readonly ChannelName[] = [
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
    'plan:start',
    'plan:calculate',
    'session:load',
    'session:takeTime',
    'entry:open',
    'entry:check',
    'entry:stay',
    'entry:leave',
    'infusion:considerRate',
    'document:load',
  ];
  return !without.includes(channel);
}

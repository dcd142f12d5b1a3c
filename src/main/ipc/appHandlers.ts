import { ok } from '../../core/result.ts';
import { createClinic } from '../services/createClinic.ts';
import { changeOwnPassphrase, chooseOwnPin } from '../services/people/keys.ts';
import type { Handlers } from './handler.ts';

export const appHandlers: Handlers<'app'> = {
  'app:load': (desk) => ok(desk.view()),
  'app:openTraining': async (desk) => {
    await desk.openOrSayWhy('training');
    return ok(desk.view());
  },
  'app:openClinic': async (desk) => {
    await desk.openOrSayWhy('clinic');
    return ok(desk.view());
  },
  'app:leave': (desk) => {
    desk.leave();
    return ok(desk.view());
  },
  'app:createClinic': async (desk, request) => {
    const created = await createClinic(desk, request);
    return created.ok ? ok(desk.view()) : created;
  },
};

export const pulseHandlers: Handlers<'pulse'> = {
  'pulse:beat': () => ok({}),
};

export const identityHandlers: Handlers<'identity'> = {
  'identity:signIn': async (desk, { user, secret, by }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const signed = await record.value.identity.signIn(user, secret, by);
    return signed.ok ? ok(desk.view()) : signed;
  },
  'identity:lock': (desk) => {
    const locked = desk.lock('person');
    return locked.ok ? ok(desk.view()) : locked;
  },
  'identity:stay': (desk) => {
    desk.touch();
    return ok({});
  },
  'identity:changePassphrase': async (desk, { requestId, ...typed }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const changed = await changeOwnPassphrase(record.value, requestId, typed);
    return changed.ok ? ok({}) : changed;
  },
  'identity:choosePin': async (desk, { requestId, ...typed }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const chosen = await chooseOwnPin(record.value, requestId, typed);
    return chosen.ok ? ok({}) : chosen;
  },
};

import { expect, it } from 'vitest';
import { openClinic } from '../support/clinic.ts';

it('the pulse is answered to anyone, records nothing, and is no touch of the desk', async () => {
  const clinic = await openClinic({ attended: false });
  expect(await clinic.call('pulse:beat', {})).toEqual({});
  await clinic.signIn('lim');
  const record = clinic.desk.record();
  const before = [record?.log.head(), record?.presence.touchedAt];
  clinic.clock.advance(60_000);
  expect(await clinic.call('pulse:beat', {})).toEqual({});
  expect([record?.log.head(), record?.presence.touchedAt]).toEqual(before);
  expect(await clinic.refusal('pulse:beat', { more: 1 } as never)).toMatchObject({
    kind: 'malformedRequest',
  });
});

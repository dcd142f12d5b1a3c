import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic } from '../support/clinic.ts';
import { startAda, vitals } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const TIMES = 100;

async function running() {
  const clinic = await openClinic();
  const session = await startAda(clinic);
  clinic.clock.set(at('10:12:00'));
  const change: Omit<Request<'infusion:changeRate'>, 'requestId'> = {
    session,
    rate: '40.5',
    readBack: '40.5',
    reason: 'nausea',
    note: null,
    reader: null,
    prescriber: null,
  };
  const stored = (type: string): number =>
    clinic.desk
      .record()
      ?.log.readStream(`session:${session}`)
      .filter((event) => event.type === type).length ?? 0;
  return { clinic, session, change, stored };
}

describe('the same thing sent a hundred times at once', () => {
  it('is stored once, and every answer says so', async () => {
    const { clinic, session, change, stored } = await running();
    const seen = { session, vitals: vitals(141, 88, 91, 98), effects: [], ended: [] };
    for (const [channel, request, type] of [
      ['observation:record', seen, 'VitalsRecorded'],
      ['infusion:changeRate', change, 'RateChanged'],
      ['infusion:pause', { session, at: at('10:12:00'), reason: 'distress' }, 'InfusionPaused'],
    ] as const) {
      const before = stored(type);
      const whole = { ...request, requestId: newEventId() };
      const replies = await Promise.all(Array.from({ length: TIMES }, () => clinic.answer(channel, whole)));
      expect(
        replies.every((reply) => (reply as { readonly ok: boolean }).ok),
        channel,
      ).toBe(true);
      expect(stored(type), channel).toBe(before + 1);
    }
  }, 180_000);

  it('under a hundred ids is one change of the rate, and the rest are asked about', async () => {
    const { clinic, change, stored } = await running();
    const replies = await Promise.all(
      Array.from({ length: TIMES }, () =>
        clinic.answer('infusion:changeRate', { ...change, requestId: newEventId() }),
      ),
    );
    const refused = replies.filter((reply) => !(reply as { readonly ok: boolean }).ok);
    expect(refused).toHaveLength(TIMES - 1);
    for (const reply of refused)
      expect(reply).toEqual({
        ok: false,
        failure: { kind: 'rateJustSet', from: '54 mL/h', to: '40.5 mL/h' },
      });
    expect(stored('RateChanged')).toBe(1);
  }, 180_000);
});

describe('the rate that runs already', () => {
  it.each([
    ['10:12:03', 'rateJustSet'],
    ['10:12:04', 'rateUnchanged'],
  ] as const)(
    'at %s, changed at 10:12:00, is refused as %s, before it is typed in full and when it is sent',
    async (time, kind) => {
      const { clinic, session, change, stored } = await running();
      await clinic.call('infusion:changeRate', change);
      clinic.clock.set(at(time));
      expect(await clinic.refusal('infusion:changeRate', change)).toMatchObject({ kind });
      expect(await clinic.refusal('infusion:considerRate', { session, rate: '40.5' })).toMatchObject({
        kind,
      });
      expect(stored('RateChanged')).toBe(1);
    },
  );

  it('is asked about with both rates, and what to do for another one', () => {
    const text = errorText({ kind: 'rateJustSet', from: '54 mL/h', to: '40.5 mL/h' }, ZONE);
    expect(text.replaceAll('\u00a0', ' ')).toBe(
      'The change from 54 to 40.5 mL/h was recorded less than 3 s ago. Did you mean it once? It stands once in the record; nothing was recorded again. For another rate, type that rate.',
    );
  });

  it('is not asked about where no change came before it', async () => {
    const { clinic, change } = await running();
    const same = { ...change, rate: '54', readBack: '54' };
    expect(await clinic.refusal('infusion:changeRate', same)).toEqual({ kind: 'rateUnchanged' });
  });
});

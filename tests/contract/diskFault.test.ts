import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { breakDisk, canBreakDisk } from '../support/brokenDisk.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';

// The real SQLite over a real file, with a failing device put under the open journal.

const NOT_SAVED = { ok: false, failure: { kind: 'notSaved', why: 'fault' } };

type Weighing = Request<'patient:recordWeight'>;

async function weighing(clinic: TestClinic, weight: string): Promise<Weighing> {
  const patient = await clinic.patient('Okafor');
  return {
    requestId: newEventId(),
    patient,
    weight,
    method: 'measured',
    scale: 'S1',
    clothed: true,
    again: null,
  };
}

function open(clinic: TestClinic) {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return record;
}

describe.runIf(canBreakDisk)('a save on a disk that fails', () => {
  it.each(['write', 'sync'] as const)(
    'at the %s is not acknowledged, and the file is opened anew before anything else',
    async (how) => {
      const clinic = await openClinic();
      await clinic.signIn('lim');
      const before = open(clinic);
      const head = before.log.head();
      const request = await weighing(clinic, '71.5');
      breakDisk(`${before.file}-wal`, how);

      expect(await clinic.answer('patient:recordWeight', request)).toEqual(NOT_SAVED);
      expect(before.log.isOpen()).toBe(false);
      expect(before.log.append([])).toMatchObject(NOT_SAVED);
      const after = open(clinic);
      expect(after).not.toBe(before);
      expect(after.log.head()).toEqual(head);
      expect(after.standing()).toMatchObject({ kind: 'whole' });
    },
  );

  it('keeps the people signed in, stores the same request once when it is sent again, and the chain is whole', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const request = await weighing(clinic, '71.5');
    breakDisk(`${open(clinic).file}-wal`, 'sync');
    expect(await clinic.answer('patient:recordWeight', request)).toEqual(NOT_SAVED);
    expect(await clinic.answer('patient:recordWeight', request)).toMatchObject({ ok: true });
    const { weighings } = await clinic.call('patient:load', { patient: request.patient });
    expect(weighings.filter(({ weight }) => weight === '71.5 kg')).toHaveLength(1);
    expect(verifyChain(open(clinic).log.database)).toMatchObject({ whole: true });
  });

  it('is not tried again by itself: nothing stands in the record that nobody sent once more', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const request = await weighing(clinic, '71.5');
    breakDisk(`${open(clinic).file}-wal`, 'write');
    await clinic.answer('patient:recordWeight', request);
    const { weighings } = await clinic.call('patient:load', { patient: request.patient });
    expect(weighings.some(({ weight }) => weight === '71.5 kg')).toBe(false);
  });
});

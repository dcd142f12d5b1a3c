import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { verifyFile } from '../../src/main/eventLog/verifyFile.ts';
import { compareProjections } from '../../src/main/projections/compareProjections.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { openWorkRecord, workPlace } from '../fault/script/workRecord.ts';
import { fillRecord } from './bigRecord.ts';

it('a record made for measuring is one the program takes for its own, with 60 events a session', () => {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-big-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const place = workPlace(home);
  fillRecord(place, 20);
  expect(verifyFile(place.file, [place.anchor], compareProjections)).toMatchObject({
    kind: 'checked',
    chain: { whole: true },
    anchor: { kind: 'holds' },
    projections: 'equal',
  });
  const { record } = openWorkRecord(place);
  const { tables, log } = record;
  const signed = tables.sessionsInStates(['SIGNED']);
  const [running] = tables.sessionsInStates(['RUNNING']);
  const [one] = signed;
  expect([tables.countSessions(), signed.length]).toEqual([20, 16]);
  expect(log.readStream(`session:${one?.id}`)).toHaveLength(59);
  expect(running).toMatchObject({ ended_at: null });
  closeRecord(record);
});

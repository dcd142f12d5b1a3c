import { describe, expect, it } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { compareProjections } from '../../src/main/projections/compareProjections.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { detailProblemText } from '../../src/renderer/errorTexts/patientTexts.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { ZONE } from '../support/times.ts';

const HEADER = 'Record number,family name,given name,date of birth,sex,allergies';

/** Sends a file in pieces of so many characters, and gives its upload. */
async function upload(clinic: TestClinic, file: string, piece = 40_000): Promise<string> {
  await clinic.signIn('lim');
  const id = newEventId();
  for (let part = 0; part * piece < file.length; part += 1) {
    const text = file.slice(part * piece, (part + 1) * piece);
    await clinic.call('patients:stageImport', { upload: id, part, text });
  }
  return id;
}

async function count(clinic: TestClinic): Promise<number | null> {
  return (await clinic.call('patients:search', { text: '', after: null })).total;
}

describe('a file of patients', () => {
  it('is shown first, then recorded whole, whatever pieces it comes in', async () => {
    const clinic = await openClinic();
    const rows = [
      'T1,Núñez,Inés,1990-01-02,female,latex; penicillin',
      'T2,"O’Neill, Sr",Bo,03-Feb-1970,male,None',
    ];
    const id = await upload(clinic, `\ufeff${HEADER}\r\n${rows.join('\r\n')}\r\n`, 7);
    const before = await count(clinic);
    const preview = await clinic.call('patients:previewImport', { upload: id });
    expect(preview).toMatchObject({ total: 2, withProblems: 0, withMatches: 0 });
    expect(preview.rows.map(({ line, familyName, born }) => [line, familyName, born])).toEqual([
      [2, 'Núñez', '1990-01-02'],
      [3, 'O’Neill, Sr', '1970-02-03'],
    ]);
    expect(await count(clinic)).toBe(before);
    const done = await clinic.call('patients:import', { upload: id, matches: 'leaveOut' });
    expect(done).toEqual({ taken: 2, leftOut: 0 });
    const { rows: found } = await clinic.call('patients:search', { text: 'ines nunez', after: null });
    expect(found).toMatchObject([{ recordNumber: 'T1', allergies: 'known' }]);
    const database = clinic.desk.record()?.log.database;
    expect(database && compareProjections(database)).toBe('equal');
    expect(await clinic.refusal('patients:import', { upload: id, matches: 'take' })).toEqual({
      kind: 'importNotRead',
      why: 'notStaged',
    });
  });

  it('with one wrong row records nothing, and every cell that is wrong is named', async () => {
    const clinic = await openClinic();
    const rows = [
      'T1,Nunez,Ines,1990-01-02,female,',
      'T2,,Bo,02/03/1970,m,NKDA',
      'T1,Else,Other,1950-01-01,male,none,more',
      'T004-271-88,Third,One,1950-01-01,male,none',
    ];
    const id = await upload(clinic, [HEADER, ...rows].join('\n'));
    const preview = await clinic.call('patients:previewImport', { upload: id });
    expect(preview).toMatchObject({ total: 4, withProblems: 3 });
    const texts = Object.fromEntries(
      preview.rows.map(({ line, problems, taken }) => [
        line,
        [problems.map(detailProblemText), taken?.id ?? null],
      ]),
    );
    expect(texts).toEqual({
      2: [[], null],
      3: [
        [
          'Family name is missing. Type it.',
          'Date of birth can be read two ways. Write 1984-03-09 or 09-Mar-1984.',
          'Sex is not understood. Write female or male.',
          'Allergies can be read two ways. Write none, could not be obtained, or the substances with semicolons between them.',
        ],
        null,
      ],
      4: [
        ['Row has more or fewer cells than the first row. Look for a comma too many or too few.'],
        'line 2',
      ],
      5: [[], await clinic.patient('okafor')],
    });
    const before = await count(clinic);
    const refusal = await clinic.refusal('patients:import', { upload: id, matches: 'take' });
    expect(errorText(refusal, ZONE)).toBe(
      '3 rows have something wrong. Nothing was imported. Correct the file and choose it again.',
    );
    expect(await count(clinic)).toBe(before);
  });

  it('may leave out who may be here already, in the record or in the file', async () => {
    const clinic = await openClinic();
    const rows = [
      'T1,Okafor,Adaeze,1984-03-09,female,',
      'T2,Nunez,Ines,1990-01-02,female,',
      'T3,Nunes,Ines,1990-01-02,female,',
    ];
    const id = await upload(clinic, [HEADER, ...rows].join('\n'));
    const preview = await clinic.call('patients:previewImport', { upload: id });
    expect(preview.withMatches).toBe(2);
    expect(
      preview.rows.map(({ line, matches }) => [line, matches.map(({ givenName }) => givenName)]),
    ).toEqual([
      [2, ['Ada']],
      [4, ['Ines']],
      [3, []],
    ]);
    const requestId = newEventId();
    const request = { requestId, upload: id, matches: 'leaveOut' };
    expect(await clinic.answer('patients:import', request)).toEqual({
      ok: true,
      value: { taken: 1, leftOut: 2 },
    });
  });

  it.each([
    ['', 'importNotRead'],
    [HEADER, 'importNotRead'],
    ['family name;given name\nOkafor;Ada', 'importColumns'],
    [`${HEADER}\n"T1,Nunez`, 'importBroken'],
    [`${HEADER}\n${'T,x,y,1990-01-01,male,\n'.repeat(2_001)}`, 'importNotRead'],
  ])('that is none is refused: %.30s', async (file, kind) => {
    const clinic = await openClinic();
    const id = await upload(clinic, file === '' ? ' ' : file);
    const refusal = await clinic.refusal('patients:previewImport', { upload: id });
    expect(refusal.kind).toBe(file === '' ? 'importNotRead' : kind);
  });

  it('with a piece missing, or too long, is not read at all', async () => {
    const clinic = await openClinic();
    const id = await upload(clinic, HEADER);
    const gap = { upload: id, part: 2, text: 'x' };
    expect(await clinic.refusal('patients:stageImport', gap)).toMatchObject({ why: 'notStaged' });
    const other = { upload: newEventId(), part: 1, text: 'x' };
    expect(await clinic.refusal('patients:stageImport', other)).toMatchObject({ why: 'notStaged' });
    const text = 'x'.repeat(40_000);
    for (let part = 1; part <= 49; part += 1)
      await clinic.call('patients:stageImport', { upload: id, part, text });
    expect(await clinic.refusal('patients:stageImport', { upload: id, part: 50, text })).toMatchObject({
      why: 'tooLong',
    });
  });
});

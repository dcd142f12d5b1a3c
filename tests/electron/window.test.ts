import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { CHANNEL_NAMES } from '../../src/contract/channelNames.ts';
import { callName } from '../../src/contract/windowApi.ts';
import { systemClock } from '../../src/main/clock.ts';
import { logVerify } from '../../src/main/commands/logVerify.ts';
import { anchorFile } from '../../src/main/eventLog/anchor.ts';
import { takeProfileLock } from '../../src/main/eventLog/profileLock.ts';
import { type Paths, userPaths } from '../../src/main/paths.ts';
import { recordFiles } from '../../src/main/profile.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/main/shell/contentSecurityPolicy.ts';
import { CAN_READ_PDF, pdfFacts } from '../fixtures/documents/pdfFacts.ts';
import { type Hands, handsOn } from '../play/hands.ts';
import { signIn } from '../play/referencePlay.ts';
import { openWindow } from '../support/window.ts';
import type { FoundElectron } from './support/findElectron.ts';
import {
  acceptSaveDialogs,
  lockComputer,
  navigationVerdicts,
  openedWindows,
  watchNavigation,
} from './support/mainProcess.ts';
import {
  contentSecurityPolicy,
  faultsOf,
  isStillHere,
  nextTick,
  opensWindow,
  reachOf,
  reachOfFrame,
  sendTo,
} from './support/page.ts';
import { type Program, secondStart, startProgram } from './support/program.ts';

// The built program in the real Electron. A clock cannot be handed in there, so nothing here depends on the hour.
// One program is used from its first start to its end, and each test goes on where the one before it stopped.

const electron = inject('electron');
const name = electron.ok
  ? 'the program in Electron'
  : `the program in Electron, skipped: ${electron.failure}`;

describe.skipIf(!electron.ok)(name, () => {
  let home: string;
  let paths: Paths;
  let program: Program;
  let hands: Hands;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'infusion-desk-electron-'));
    paths = userPaths(home);
    program = await startProgram(foundElectron(), home);
    hands = handsOn(program.page);
  });

  afterAll(async () => {
    await program?.main.close();
    rmSync(home, { recursive: true, force: true });
  });

  describe('its window', () => {
    it('opens on the two doors, alone and visible, with nothing wrong in its console', async () => {
      const { main, page } = program;
      for (const door of ['Set up this workstation', 'Open the training clinic'])
        await page.getByRole('button', { name: door }).waitFor();
      await expect
        .poll(() => openedWindows(main), { timeout: 20_000 })
        .toEqual([
          {
            title: 'Infusion Desk',
            isVisible: true,
            address: expect.stringMatching(/^app:\/\/infusion-desk\/\?theme=/),
          },
        ]);
      expect(await faultsOf(page)).toEqual([]);
    });

    it('keeps what Electron writes in the profile it was given', async () => {
      expect(await program.main.evaluate(({ app }) => app.getPath('userData'))).toBe(
        join(paths.data, 'electron'),
      );
    });

    it('has one function for each channel and the pushes, and nothing of Node or Electron', async () => {
      const names = [...CHANNEL_NAMES.map(callName), 'on'];
      expect(await reachOf(program.page)).toEqual({
        members: Object.fromEntries(names.map((member) => [member, 'function'])),
        isFrozen: true,
        foreign: [],
      });
      expect(await reachOfFrame(program.page)).toEqual([]);
    });

    it('is answered by the main process, and hears the time from it', async () => {
      const answer = await program.page.evaluate(() => window.infusionDesk.appLoad({}));
      expect(answer).toMatchObject({ ok: true, value: { has: { clinic: false, training: false } } });
      expect(Math.abs((await nextTick(program.page)) - Date.now())).toBeLessThan(5_000);
    });
  });

  describe('a nurse in the training clinic', () => {
    it('goes in by its door and signs in with a passphrase, by the keyboard alone', async () => {
      await hands.press('Open the training clinic');
      await program.page.getByRole('region', { name: 'Who signs in' }).waitFor({ timeout: 120_000 });
      await signIn(hands, 'R. Lim');
      await program.page.getByRole('heading', { name: 'Chairs' }).waitFor();
    });

    it('saves the summary of a finished session as a PDF under the name the dialog proposes', async () => {
      await acceptSaveDialogs(program.main);
      await openLastSession(hands);
      await hands.press('Save PDF, A4');
      await hands.sees(/^Saved as/);
      expect(papersIn(paths).map((paper) => paper.subarray(0, 5).toString('latin1'))).toEqual(['%PDF-']);
    });

    it.skipIf(!CAN_READ_PDF)(
      'finds on that paper whose session it was, in letters that are in the file',
      () => {
        const [paper] = papersIn(paths).map(pdfFacts);
        expect(paper?.pages[0]).toContain('OKAFOR, Ada');
        expect(paper?.pages[0]).toContain('TRAINING');
        expect(paper?.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
      },
    );

    it('is signed out when the computer is locked', async () => {
      await lockComputer(program.main);
      await program.page.getByRole('region', { name: 'Who signs in' }).waitFor();
    });

    it('has met no fault on the way', async () => {
      expect(await faultsOf(program.page)).toEqual([]);
    });
  });

  describe('a page that was taken over', () => {
    beforeAll(() => watchNavigation(program.main));

    it('stands under the content security policy, to the word', async () => {
      expect(await contentSecurityPolicy(program.page)).toBe(CONTENT_SECURITY_POLICY);
    });

    it.each(['https://example.com/', 'app://other/', 'app://infusion-desk/index.html'])(
      'cannot be sent to %s, and stands as it was',
      async (address) => {
        const before = program.page.url();
        await sendTo(program.page, address);
        await expect
          .poll(() => navigationVerdicts(program.main), { timeout: 10_000 })
          .toContainEqual({ url: address, isRefused: true });
        expect(program.page.url()).toBe(before);
        expect(await isStillHere(program.page)).toBe(true);
      },
    );

    it.each(['https://example.com/', 'app://infusion-desk/', 'about:blank'])(
      'opens no second window for %s',
      async (address) => {
        expect(await opensWindow(program.page, address)).toBe(false);
        expect(await openedWindows(program.main)).toHaveLength(1);
      },
    );
  });

  describe('its profile', () => {
    it('is not opened a second time: not by Electron, and not by the other shell', async () => {
      expect(await secondStart(foundElectron(), home)).toContain('is already open on this computer');
      expect(() => takeProfileLock(paths.data)).toThrow(expect.objectContaining({ kind: 'locked' }));
      expect(await openedWindows(program.main)).toHaveLength(1);
    });

    it('is free again when the program has quit', async () => {
      const child = program.main.process();
      await program.main.close();
      expect(child.exitCode).toBe(0);
      takeProfileLock(paths.data).release();
    });

    it('holds a whole record, anchored at its end', () => {
      const { training } = recordFiles(paths);
      const said: string[] = [];
      const exitCode = logVerify([training, '--anchor', anchorFile(paths.config, training)], (line) =>
        said.push(line),
      );
      expect(said.join('\n')).toContain('chain whole');
      expect(exitCode).toBe(0);
    });

    it('opens in the other shell, where the same passphrases are right', async () => {
      const other = await openWindow({ paths, clock: systemClock() });
      onTestFinished(() => other.app.close());
      await other.signIn('lim');
    });
  });
});

function foundElectron(): FoundElectron {
  if (!electron.ok) throw new Error(electron.failure);
  return electron.value;
}

/** Finds the patient as a person does, and opens the first session of the list: the newest, signed days ago. */
async function openLastSession(hands: Hands): Promise<void> {
  await hands.key('/');
  const search = hands.page.getByRole('textbox', { name: 'Search' });
  await search.waitFor();
  await search.focus();
  await hands.page.keyboard.type('ada 1984');
  await hands.press('OKAFOR, Ada');
  await hands.page.getByRole('region', { name: 'Weighings' }).waitFor();
  await hands.press(/, open /);
  await hands.page.getByRole('heading', { name: 'Signed record' }).waitFor();
}

function papersIn({ documents }: Paths): readonly Buffer[] {
  return readdirSync(documents).map((file) => readFileSync(join(documents, file)));
}

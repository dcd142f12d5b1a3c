import { describe, expect, it, onTestFinished } from 'vitest';
import { recordFiles } from '../../src/main/profile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { handsOn, inDialog } from '../play/hands.ts';
import { clinicOn, trainingProfile } from '../support/clinic.ts';
import { tamperWith } from '../support/tamper.ts';
import { TODAY, ZONE } from '../support/times.ts';
import { openWindow } from '../support/window.ts';
import { axeViolations } from './support/pages.ts';

describe('a record whose end is missing, in the window', () => {
  it('is readable with the gap in sight, refuses entries, and goes on when the director has recorded it', async () => {
    const paths = trainingProfile();
    const earlier = await clinicOn(paths);
    await earlier.signIn('lim');
    const seen = earlier.desk.record()?.log.head().seq ?? 0;
    earlier.desk.close();
    tamperWith(recordFiles(paths).training, `DELETE FROM event WHERE seq > ${seen - 2}`);

    const window = await openWindow({ paths, clock: createSetClock(TODAY, ZONE), open: 'training' });
    onTestFinished(() => window.app.close());
    const { page } = window;
    const hands = handsOn(page);
    const gap = `The end of this record is missing: events ${seen - 1} to ${seen} were seen on this computer`;
    await hands.sees(gap);
    expect(await axeViolations(page)).toEqual([]);
    await signIn('lim');
    await hands.sees(gap);
    expect(await page.getByRole('button', { name: 'Record what happened' }).count()).toBe(0);
    await hands.key('F8');
    await signIn('amari');
    await hands.press('Record what happened');
    const sheet = inDialog(hands);
    await sheet.secret('Your passphrase', (await keysOf('amari')).passphrase);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText(gap).waitFor({ state: 'detached' });
    expect(await axeViolations(page)).toEqual([]);
    const app = await window.call('app:load', {});
    expect(app.standing).toEqual({ kind: 'whole' });

    async function keysOf(person: 'lim' | 'amari') {
      const { trainingKeys } = await window.call('app:load', {});
      const user = await window.idOf(person);
      const keys = trainingKeys?.find((entry) => entry.user === user);
      if (!keys) throw new Error(`no ${person}`);
      return keys;
    }

    async function signIn(person: 'lim' | 'amari'): Promise<void> {
      const keys = await keysOf(person);
      await hands.press(keys.name);
      await hands.secret(/^Passphrase of/, keys.passphrase);
      await page.getByRole('article').first().waitFor();
    }
  });
});

import type { Page } from 'playwright-core';
import { type ChannelName, channels, type Reply } from '../../../src/contract/channels.ts';
import type { Clock } from '../../../src/main/clock.ts';
import type { Answer } from '../../../src/main/shell/shell.ts';
import { breakDisk } from '../../support/brokenDisk.ts';

/** A save that met the broken disk, and the one that followed it. */
export type FailedSave = {
  readonly channel: string;
  readonly id: string;
  /** What the window was told. */
  readonly failure: string;
  /** Sent again with the same id, and recorded. */
  savedAfterwards: boolean;
};

/** A disk that fails at the first try of everything that is recorded, by a failed write and a failed sync in turn. */
export type FirstSaveFails = {
  readonly between: (answer: Answer) => Answer;
  /** The clock by which the disk breaks: when the log stamps a row, after all that is read and before it is written. */
  readonly clock: <Kind extends Clock>(clock: Kind) => Kind;
  readonly saves: readonly FailedSave[];
  /** The last try, while nothing was sent since. */
  failed(): FailedSave | undefined;
  /** Resolves once no message is on its way. */
  quiet(page: Page): Promise<void>;
  /** Off while a test sets its scene. */
  on: boolean;
};

/** Everything the program can be asked to record: those requests carry an id made before the first try. */
export const RECORDING: readonly ChannelName[] = (Object.keys(channels) as ChannelName[]).filter(
  (name) => 'requestId' in channels[name].request.shape,
);

/** What a window is told then; paper that left the printer is there all the same. */
const NOT_RECORDED: readonly string[] = ['notSaved', 'printNotRecorded'];

export function firstSaveFails(journal: string): FirstSaveFails {
  const saves: FailedSave[] = [];
  let latest: FailedSave | undefined;
  let onTheWay = 0;
  let breaksNext = false;
  const breakNow = (): void => {
    if (!breaksNext || !new Error().stack?.includes('eventLog.ts')) return;
    breaksNext = false;
    breakDisk(journal, saves.length % 2 === 0 ? 'sync' : 'write');
  };
  const disk: FirstSaveFails = {
    saves,
    on: true,
    failed: () => latest,
    clock: (clock) =>
      new Proxy(clock, {
        get: (real, name) => {
          if (name === 'boot') breakNow();
          return Reflect.get(real, name) as unknown;
        },
      }),
    async quiet(page) {
      do await twoFrames(page);
      while (onTheWay > 0 || (await page.getByText('Preparing the pages …').count()) > 0);
    },
    between: (answer) => async (channel, request) => {
      onTheWay += 1;
      try {
        const id = disk.on && RECORDING.includes(channel as ChannelName) ? requestIdOf(request) : undefined;
        // Paper that is out is out: another press is another sheet, and no second try of the first.
        const before = saves.find((save) => save.id === id) ?? sheetAgain(latest, channel);
        if (id !== undefined && !before) breaksNext = true;
        const reply = (await answer(channel, request)) as Reply<ChannelName>;
        if (id !== undefined) {
          breaksNext = false;
          if (before) before.savedAfterwards = reply.ok;
          if (!before && !reply.ok && NOT_RECORDED.includes(reply.failure.kind))
            saves.push({ channel, id, savedAfterwards: false, failure: reply.failure.kind });
          latest = reply.ok ? undefined : saves.find((save) => save.id === id);
        }
        return reply;
      } finally {
        onTheWay -= 1;
      }
    },
  };
  return disk;
}

function sheetAgain(latest: FailedSave | undefined, channel: string): FailedSave | undefined {
  return latest?.failure === 'printNotRecorded' && latest.channel === channel ? latest : undefined;
}

function requestIdOf(request: unknown): string {
  return (request as { readonly requestId: string }).requestId;
}

function twoFrames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  });
}

/** What a person has typed and chosen on the page, of a secret how much, and what stands there as words. */
export type OnPage = { readonly typed: readonly string[]; readonly words: string };

export function onPage(page: Page): Promise<OnPage> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input:not([type=password]), textarea')];
    const choices = [...document.querySelectorAll('[aria-pressed], [aria-selected], [aria-checked]')];
    const secrets = [...document.querySelectorAll<HTMLInputElement>('input[type=password]')];
    const typed = [
      ...secrets.map(({ value }) => `${value.length} characters`),
      ...fields.map((field) => `${field.name} ${field.value} ${field.checked}`),
      ...choices.map(
        (choice) =>
          `${choice.getAttribute('aria-pressed')} ${choice.getAttribute('aria-selected')} ${choice.getAttribute('aria-checked')}`,
      ),
    ];
    const copy = document.body.cloneNode(true) as HTMLElement;
    // What is said about the refusal is no part of what is recorded; it makes the chart smaller, and its labels others.
    for (const said of copy.querySelectorAll('[role=alert], [role=status], svg')) said.remove();
    return { typed, words: (copy.textContent ?? '').replace(/\s+/g, ' ') };
  });
}

/**
 * The same page under the hands of somebody whose every first save fails: what was typed must still be there, nothing
 * of it shown as recorded, and the same key saves it. `check` gets each failed save with the page before and after.
 */
export function handsWithBrokenDisk(
  page: Page,
  disk: FirstSaveFails,
  check: (save: FailedSave, before: OnPage, after: OnPage) => Promise<void>,
): Page {
  const checked = new Set<string>();
  const press: Page['keyboard']['press'] = async (key, options) => {
    const saves = key === 'Enter' || key === 'Space';
    let before = saves ? await onPage(page) : undefined;
    const earlier = disk.failed();
    await page.keyboard.press(key, options);
    if (!before) return;
    await disk.quiet(page);
    // One press may save twice: the plan, then its signature.
    for (
      let failed = disk.failed();
      failed && failed !== earlier && !checked.has(failed.id);
      failed = disk.failed()
    ) {
      checked.add(failed.id);
      await check(failed, before ?? (await onPage(page)), await onPage(page));
      before = undefined;
      await page.keyboard.press(key, options);
      await disk.quiet(page);
    }
  };
  const keyboard = new Proxy(page.keyboard, {
    get: (real, name) => (name === 'press' ? press : bound(real, name)),
  });
  return new Proxy(page, { get: (real, name) => (name === 'keyboard' ? keyboard : bound(real, name)) });
}

function bound<Thing extends object>(thing: Thing, name: string | symbol): unknown {
  const value: unknown = Reflect.get(thing, name);
  return typeof value === 'function' ? value.bind(thing) : value;
}

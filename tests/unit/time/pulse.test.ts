import { describe, expect, it } from 'vitest';
import { createPulse } from '../../../src/renderer/hooks/pulse.ts';

/** A pulse on a clock of its own; `answers` is whether the main process can answer at all. */
function pulsing() {
  let time = 0;
  let answers = true;
  let asked = 0;
  const told: (readonly [number, boolean])[] = [];
  const open: (() => void)[] = [];
  const pulse = createPulse({
    now: () => time,
    ask: () => {
      asked += 1;
      const over = pulse.sent();
      if (!answers) return new Promise<void>((resolve) => open.push(() => resolve(over())));
      over();
      return Promise.resolve();
    },
    tell: (isSilent) => told.push([time, isSilent]),
  });
  return {
    pulse,
    told,
    asked: () => asked,
    /** From now on nothing comes from it. */
    hangs() {
      answers = false;
    },
    async answersAgain() {
      answers = true;
      for (const answer of open.splice(0)) answer();
      await Promise.resolve();
    },
    /** Time goes by, looked at four times a second. */
    async pass(milliseconds: number, each: () => void = () => undefined) {
      for (const end = time + milliseconds; time < end; ) {
        time += 250;
        each();
        pulse.look();
        await Promise.resolve();
        await Promise.resolve();
      }
    },
    sleep(milliseconds: number) {
      time += milliseconds;
    },
  };
}

describe('a main process that does not answer', () => {
  it('is told a second after a message was sent', async () => {
    const { pulse, told, hangs, pass } = pulsing();
    await pass(500);
    hangs();
    pulse.sent();
    await pass(750);
    expect(told).toEqual([]);
    await pass(250);
    expect(told).toEqual([[1_500, true]]);
  });

  it('is found out without a message, when the time it tells every second fails to come', async () => {
    const { pulse, told, hangs, pass } = pulsing();
    let second = 0;
    await pass(3_000, () => {
      second += 250;
      if (second % 1_000 === 0) pulse.heard();
    });
    hangs();
    await pass(2_500);
    expect(told).toEqual([[5_500, true]]);
  });

  it('is told to answer again with the first thing that comes from it', async () => {
    const { pulse, told, hangs, pass, answersAgain } = pulsing();
    hangs();
    pulse.sent();
    await pass(2_000);
    await answersAgain();
    expect(told).toEqual([
      [1_000, true],
      [2_000, false],
    ]);
    await pass(5_000);
    expect(told).toHaveLength(2);
  });
});

describe('a main process that answers', () => {
  it('is not told to be silent while one message takes its time', async () => {
    const { pulse, told, pass, asked } = pulsing();
    const answered = pulse.sent();
    await pass(10_000);
    answered();
    expect(told).toEqual([]);
    expect(asked()).toBeGreaterThan(0);
  });

  it('is not asked while it tells the time', async () => {
    const { pulse, pass, asked } = pulsing();
    let second = 0;
    await pass(10_000, () => {
      second += 250;
      if (second % 1_000 === 0) pulse.heard();
    });
    expect(asked()).toBe(0);
  });

  it('is given time after the computer has slept', async () => {
    const { pulse, told, pass, sleep } = pulsing();
    pulse.sent();
    await pass(250);
    sleep(3_600_000);
    await pass(500);
    expect(told).toEqual([]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { sleepingCounter, systemClock } from '../../src/main/clock.ts';

/** Two clocks of one machine: asleep only the coarse one goes on, and it moves in steps. */
function machine(stepMilliseconds: number) {
  let uptime = 7_200_000;
  let awake = 40;
  return {
    coarse: () => Math.floor(uptime / stepMilliseconds) * stepMilliseconds,
    fine: () => awake,
    run(milliseconds: number) {
      uptime += milliseconds;
      awake += milliseconds;
    },
    sleep(milliseconds: number) {
      uptime += milliseconds;
    },
  };
}

describe('the counter', () => {
  it.each([10, 1000])('counts every millisecond awake, over a coarse clock in steps of %i ms', (step) => {
    const clocks = machine(step);
    const counter = sleepingCounter(clocks);
    const before = counter();
    for (let round = 0; round < 5_000; round += 1) {
      clocks.run(1);
      expect(counter() - before).toBe(round + 1);
    }
  });

  it.each([10, 1000])('has the time asleep in it, over a coarse clock in steps of %i ms', (step) => {
    const clocks = machine(step);
    const counter = sleepingCounter(clocks);
    const before = counter();
    clocks.run(250);
    clocks.sleep(98_000);
    expect(Math.abs(counter() - before - 98_250)).toBeLessThanOrEqual(step);
  });

  it('makes short sleeps good with the next one, and is never off by more than a second and a half', () => {
    const clocks = machine(10);
    const counter = sleepingCounter(clocks);
    const before = counter();
    let passed = 0;
    for (let nap = 0; nap < 50; nap += 1) {
      clocks.run(3_000);
      clocks.sleep(700);
      passed += 3_700;
      expect(Math.abs(counter() - before - passed)).toBeLessThanOrEqual(1_500);
    }
  });

  it('never goes backwards, not even when the coarse clock falls behind', () => {
    let coarse = 500_000;
    let fine = 0;
    const counter = sleepingCounter({ coarse: () => coarse, fine: () => fine });
    let last = counter();
    for (const [slow, fast] of [
      [10, 10],
      [-5_000, 10],
      [20_000, 0],
      [0, 7],
    ] as const) {
      coarse += slow;
      fine += fast;
      expect(counter()).toBeGreaterThanOrEqual(last);
      last = counter();
    }
  });
});

describe('the clock of this machine', () => {
  it('belongs to one boot, for every reading of every program in it', () => {
    const [one, other] = [systemClock(), systemClock()];
    expect(one.boot).toBe(other.boot);
    expect(one.boot).not.toBe('');
    expect(Math.abs(one.counter() - other.counter())).toBeLessThan(50);
  });

  it('says how late a second came when nothing ran meanwhile', async () => {
    const clock = systemClock();
    const late = vi.fn<(milliseconds: number) => void>();
    const stop = clock.everySecond(late);
    const until = performance.now() + 2_500;
    while (performance.now() < until);
    await vi.waitFor(() => expect(late).toHaveBeenCalled(), 5_000);
    stop();
    expect(late.mock.calls[0]?.[0]).toBeGreaterThan(1_400);
    expect(late.mock.calls[0]?.[0]).toBeLessThan(10_000);
  });
});

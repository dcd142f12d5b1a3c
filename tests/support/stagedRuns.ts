import type { InfusionRun } from '../../src/core/session/delivered.ts';
import { at } from './times.ts';

/** Read from the run itself: 60 mL/h to 20 mL, then 30 mL/h to 30 mL and 15 mL/h to 10 mL, from containers of 25 mL. */
export const RUN: InfusionRun = {
  stretches: [{ from: at('10:00:00'), rate: '60 mL/h' }],
  stages: {
    begun: [{ from: at('10:00:00'), volume: '20 mL' }],
    coming: [
      { rate: '30 mL/h', volume: '30 mL' },
      { rate: '15 mL/h', volume: '10 mL' },
    ],
  },
  volumeToGive: '60 mL',
  containerVolume: '25 mL',
  endedAt: null,
};
export const SECOND: InfusionRun = {
  ...RUN,
  stretches: [...RUN.stretches, { from: at('10:22:00'), rate: '30 mL/h' }],
  stages: {
    begun: [
      { from: at('10:00:00'), volume: '20 mL' },
      { from: at('10:22:00'), volume: '30 mL' },
    ],
    coming: [{ rate: '15 mL/h', volume: '10 mL' }],
  },
};
/** The first container is empty at 10:32:00 and changed a minute later. */
export const CHANGED: InfusionRun = {
  ...SECOND,
  stretches: [
    ...SECOND.stretches,
    { from: at('10:33:00'), rate: '0 mL/h' },
    { from: at('10:34:00'), rate: '30 mL/h' },
  ],
  laterContainers: [{ from: at('10:34:00'), volume: '50 mL' }],
};

/** 15 mL/h to 5 mL, then 60 mL/h to 30 mL: each stage faster than the one before. */
export const RISING: InfusionRun = {
  stretches: [{ from: at('10:00:00'), rate: '15 mL/h' }],
  stages: {
    begun: [{ from: at('10:00:00'), volume: '5 mL' }],
    coming: [{ rate: '60 mL/h', volume: '30 mL' }],
  },
  volumeToGive: '35 mL',
  containerVolume: '25 mL',
  endedAt: null,
};

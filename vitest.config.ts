import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArguments, installedBrowser } from './scripts/browser.mjs';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24)
  throw new Error(`Node 24 is needed, this is ${process.version}. Run it as npm test or npx vitest.`);

/**
 * No test holds the program to a time by the clock, so how long to wait is not what any of them is about: these end only
 * what hangs, on a machine with other work too.
 */
const patience = (seconds: number) => ({
  testTimeout: seconds * 1000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
});

/**
 * Six kinds of test: pure, across a boundary, one component in a real browser, the whole program in a real browser,
 * under injected faults, and in the real Electron where its binary is.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          ...patience(60),
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/trainingFile.ts'],
          ...patience(120),
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'component',
          include: ['tests/gallery/**/*.test.tsx'],
          ...patience(60),
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: installedBrowser() ?? '', args: browserArguments() },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/trainingFile.ts'],
          ...patience(400),
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'fault',
          include: ['tests/fault/**/*.test.ts', 'tests/bench/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/trainingFile.ts'],
          ...patience(400),
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'electron',
          include: ['tests/electron/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/electron/support/findElectron.ts'],
          ...patience(400),
          fileParallelism: false,
        },
      },
    ],
  },
});

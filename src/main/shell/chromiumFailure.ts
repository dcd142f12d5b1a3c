import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import type { FailureText } from '../../contract/startFailureText.ts';
import { untilSignal } from '../runUntilClosed.ts';
import { launchChromium } from './chromiumLaunch.ts';
import { RENDERER_HEADERS } from './contentSecurityPolicy.ts';
import { BACKGROUND_BY_THEME } from './themeBackground.ts';

const PAGE = 'https://app.invalid/';
const STYLE = 'https://app.invalid/failure.css';

type NoticeOptions = {
  readonly executablePath: string;
  /** Milliseconds after which the window closes by itself; 0 leaves that to the person. */
  readonly closesAfter?: number;
};

/**
 * The three sentences in a small window of their own, for somebody who started the program without a terminal.
 * Resolves when the window is closed or the program is told to end. Its browser folder is thrown away: the program's own may be in use.
 */
export async function showFailureInChromium(
  text: FailureText,
  { executablePath, closesAfter = 0 }: NoticeOptions,
): Promise<void> {
  const profileFolder = await mkdtemp(join(tmpdir(), 'infusion-desk-'));
  try {
    const choice = { executablePath, profileFolder, headless: false, isNotice: true, say: () => {} };
    const context = await launchChromium(choice, { title: 'Infusion Desk', theme: 'dim' });
    try {
      await showUntilClosed(context, text, closesAfter);
    } finally {
      await context.close();
    }
  } catch {
    // No display, or shown for long enough: the terminal has said it too.
  } finally {
    await rm(profileFolder, { recursive: true, force: true });
  }
}

async function showUntilClosed(
  context: BrowserContext,
  text: FailureText,
  closesAfter: number,
): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await context.route('**/*', (route) => answer(route, text));
  await page.goto(PAGE);
  await Promise.race([page.waitForEvent('close', { timeout: closesAfter }), untilSignal()]);
}

async function answer(route: Route, text: FailureText): Promise<void> {
  const url = route.request().url();
  if (url === PAGE) return fulfil(route, 'text/html; charset=utf-8', failurePage(text));
  if (url === STYLE) return fulfil(route, 'text/css; charset=utf-8', failureStyle());
  return route.abort('blockedbyclient');
}

async function fulfil(route: Route, type: string, body: string): Promise<void> {
  return route.fulfill({ status: 200, headers: { ...RENDERER_HEADERS, 'Content-Type': type }, body });
}

/** Exported for its test: the sentences carry file names, which may hold any character. */
export function failurePage({ what, safe, todo }: FailureText): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Infusion Desk</title>
<link rel="stylesheet" href="failure.css"></head><body><main>
<h1>${escaped(what)}</h1><p>${escaped(safe)}</p><p>${escaped(todo)}</p>
</main></body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function failureStyle(): string {
  return `body { margin: 0; background: ${BACKGROUND_BY_THEME.dim}; color: #E6EAF0; font: 16px/24px system-ui, sans-serif; }
main { max-width: 640px; margin: 15vh auto 0; padding: 0 32px; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 32px; font-weight: 600; }
p { color: #A9B4C2; }`;
}

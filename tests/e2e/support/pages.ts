import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { settle } from '../../play/hands.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, each with its first place; empty is right. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // A colour on its way from one to the other is nobody's contrast: without motion every colour is the last one.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await settle(page);
  const found = await violationsNow(page);
  await page.emulateMedia({ reducedMotion: null });
  return found;
}

async function violationsNow(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}

/** What axe finds in dim and in light. With `PICTURES` a folder, both are kept there as pictures. */
export async function inBothThemes(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['dim', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset['theme'] = chosen;
    }, theme);
    await settle(page);
    found.push(...(await axeViolations(page)).map((one) => `${theme} ${one}`));
    const pictures = process.env['PICTURES'];
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${theme}.png` });
  }
  return found;
}

/** Everything of the page a person, a screen reader or a program in it could find a value in. */
export async function everythingInPage(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) =>
      'value' in field ? field.value : '',
    );
    const databases = await indexedDB.databases();
    const storages = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    return [
      document.title,
      document.documentElement.outerHTML,
      ...fields,
      ...storages,
      JSON.stringify(databases),
      JSON.stringify(await caches.keys()),
      location.href,
      JSON.stringify(history.state),
    ].join('\n');
  });
  return [inPage, await page.locator('body').ariaSnapshot(), await accessibilityTree(page)].join('\n');
}

/** What the browser tells a screen reader, node by node: names, values, descriptions. */
async function accessibilityTree(page: Page): Promise<string> {
  const browser = await page.context().newCDPSession(page);
  try {
    const { nodes } = await browser.send('Accessibility.getFullAXTree');
    const said = nodes.flatMap(({ name, value, description, properties = [] }) => [
      name?.value,
      value?.value,
      description?.value,
      ...properties.map((property) => property.value.value),
    ]);
    return JSON.stringify(said);
  } finally {
    await browser.detach();
  }
}

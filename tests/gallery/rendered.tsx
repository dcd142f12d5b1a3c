import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import '../../src/renderer/styles/tokens.css';
import '../../src/renderer/styles/fonts.css';
import '../../src/renderer/styles/base.css';

/** Renders with the product's own styles, standing still, and waits for the font, so that sizes are the real ones. */
export async function renderStyled(ui: ReactNode) {
  document.documentElement.style.setProperty('--move', '0s');
  const screen = await render(ui);
  await document.fonts.ready;
  return screen;
}

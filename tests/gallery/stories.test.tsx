import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanup } from 'vitest-browser-react';
import { renderStyled } from './rendered.tsx';
import { storiesByComponent, storiesByForm, storiesByName } from './stories.ts';

const THEMES = ['dim', 'night', 'light'] as const;
/** Rules about a whole page, which one component is not. */
const OF_A_PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];

const components = Object.keys(import.meta.glob('../../src/renderer/components/*.tsx')).map((path) =>
  path.replace(/^.*\/(\w+)\.tsx$/, '$1'),
);

const screens = Object.keys(import.meta.glob('../../src/renderer/screens/**/*.tsx')).map((path) =>
  path.replace(/^.*\/(\w+)\.tsx$/, '$1'),
);

afterEach(cleanup);

describe('the gallery', () => {
  it('shows every component', () => {
    expect([...storiesByComponent.keys()].toSorted()).toEqual(components.toSorted());
  });

  it('shows no form that is not there', () => {
    expect([...storiesByForm.keys()].filter((form) => !screens.includes(form))).toEqual([]);
  });

  it('names every state of a component once', () => {
    for (const [component, stories] of storiesByName) {
      expect(stories.length, component).toBeGreaterThan(0);
      expect(new Set(stories.map(({ name }) => name)).size, component).toBe(stories.length);
    }
  });
});

for (const [component, stories] of storiesByName) {
  describe(component, () => {
    for (const { name, render, solo = false } of stories) {
      it(`${name}: nothing axe finds fault with, in any theme`, async () => {
        await renderStyled(render());
        for (const theme of THEMES) {
          document.documentElement.dataset['theme'] = theme;
          expect(await faults(solo), theme).toEqual([]);
        }
      });
    }
  });
}

async function faults(solo: boolean): Promise<readonly string[]> {
  const off = solo ? [] : OF_A_PAGE;
  const { violations } = await axe.run(document.body, {
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

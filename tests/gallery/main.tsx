import { createRoot } from 'react-dom/client';
import '../../src/renderer/styles/tokens.css';
import '../../src/renderer/styles/fonts.css';
import '../../src/renderer/styles/base.css';
import { Gallery } from './Gallery.tsx';
import { storiesByName } from './stories.ts';

declare global {
  interface Window {
    /** For whoever takes the pictures: every component with its stories. */
    galleryStories: Record<string, readonly { readonly name: string; readonly solo: boolean }[]>;
  }
}

window.galleryStories = Object.fromEntries(
  [...storiesByName].map(([component, stories]) => [
    component,
    stories.map(({ name, solo = false }) => ({ name, solo })),
  ]),
);

const root = createRoot(document.getElementById('root') ?? document.body);

/** What to show stands in the address: `#component=Button&theme=night&story=0&bare`. */
function show(): void {
  const asked = new URLSearchParams(window.location.hash.slice(1));
  const theme = asked.get('theme');
  if (theme !== null) document.documentElement.dataset['theme'] = theme;
  const story = asked.get('story');
  root.render(
    <Gallery
      key={window.location.hash}
      component={asked.get('component')}
      story={story === null ? null : Number(story)}
      bare={asked.has('bare')}
      onTheme={(chosen) => {
        document.documentElement.dataset['theme'] = chosen;
      }}
    />,
  );
}

window.addEventListener('hashchange', show);
show();

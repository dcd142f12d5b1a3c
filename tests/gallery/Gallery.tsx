import { Button } from '../../src/renderer/components/Button.tsx';
import styles from './gallery.module.css';
import { storiesByName } from './stories.ts';
import type { Story } from './story.ts';

const THEMES = ['dim', 'night', 'light'] as const;

export type GalleryProps = {
  /** Null shows the first component. */
  readonly component: string | null;
  /** Place of the one story to show alone. */
  readonly story: number | null;
  /** Without the list at the side: for the screenshots. */
  readonly bare: boolean;
  readonly onTheme: (theme: string) => void;
};

/** Every component in every state, in the theme of the page. */
export function Gallery({ component, story, bare, onTheme }: GalleryProps) {
  const name = component ?? [...storiesByName.keys()][0] ?? '';
  const stories = storiesByName.get(name) ?? [];
  const alone = story === null ? undefined : stories[story];
  if (alone) return alone.render();
  if (bare) return <StoryList name={name} stories={stories} className={styles['bare']} />;
  return (
    <div className={styles['page']}>
      <nav className={styles['side']} aria-label="Components">
        <div className={styles['themes']}>
          {THEMES.map((theme) => (
            <Button key={theme} onPress={() => onTheme(theme)}>
              {theme}
            </Button>
          ))}
        </div>
        {[...storiesByName.keys()].map((known) => (
          <a key={known} href={`#component=${known}`} aria-current={known === name ? 'page' : undefined}>
            {known}
          </a>
        ))}
      </nav>
      <StoryList name={name} stories={stories} className={styles['stories']} />
    </div>
  );
}

type StoryListProps = {
  readonly name: string;
  readonly stories: readonly Story[];
  readonly className: string | undefined;
};

function StoryList({ name, stories, className }: StoryListProps) {
  return (
    <main className={className}>
      <h1 className={styles['component']}>{name}</h1>
      {stories.map((story, place) => (
        <section key={story.name} className={styles['story']}>
          <h2 className={styles['name']}>{story.name}</h2>
          {story.solo ? (
            <a href={`#component=${name}&story=${place}`}>Takes the whole window: show it alone</a>
          ) : (
            story.render()
          )}
        </section>
      ))}
    </main>
  );
}

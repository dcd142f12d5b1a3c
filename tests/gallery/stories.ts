import type { Story } from './story.ts';

type Stories = ReadonlyMap<string, readonly Story[]>;
type StoryFiles = Readonly<Record<string, { readonly stories: readonly Story[] }>>;

/** Every story of a component, by the component it shows. */
export const storiesByComponent = byName(import.meta.glob('./*.stories.tsx', { eager: true }));

/** Forms of the screens that stand without a program behind them, by their names. */
export const storiesByForm = byName(import.meta.glob('./forms/*.stories.tsx', { eager: true }));

/** All there is to look at, components first. */
export const storiesByName: Stories = new Map([...storiesByComponent, ...storiesByForm]);

function byName(files: StoryFiles): Stories {
  return new Map(
    Object.entries(files)
      .map(([path, { stories }]) => [path.replace(/^.*\/(\w+)\.stories\.tsx$/, '$1'), stories] as const)
      .toSorted(([left], [right]) => left.localeCompare(right, 'en')),
  );
}

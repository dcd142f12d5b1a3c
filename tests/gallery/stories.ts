import type { Story } from './story.ts';

const modules = import.meta.glob<{ readonly stories: readonly Story[] }>('./*.stories.tsx', { eager: true });

/** Every story there is, by the component it shows. */
export const storiesByComponent: ReadonlyMap<string, readonly Story[]> = new Map(
  Object.entries(modules)
    .map(([path, { stories }]) => [path.replace('./', '').replace('.stories.tsx', ''), stories] as const)
    .toSorted(([left], [right]) => left.localeCompare(right, 'en')),
);

/** Files of tests that Vitest itself runs for each change, from the project's folder. */
export const vitestFiles: readonly string[];
/** Files of tests that run in one process for all changes as far as they can, the shortest first. */
export const inProcessFiles: readonly string[];

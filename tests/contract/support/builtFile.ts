import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file of the built program. These tests look at what will run, not at its source. */
export function builtFile(name: string): string {
  const file = resolve(import.meta.dirname, '../../../out', name);
  if (!existsSync(file)) throw new Error(`out/${name} is not built. Run npm run build first; npm test does.`);
  return file;
}

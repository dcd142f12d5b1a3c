import { access, mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';

/**
 * A path in `folder` at which nothing lies yet: `record.pdf`, else `record (2).pdf`, `record (3).pdf`. A record that
 * was printed once is never overwritten by the next. The folder is made for this user alone.
 */
export async function freePath(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { base, name: stem, ext } = parse(name);
  let path = join(folder, base);
  for (let copy = 2; await exists(path); copy += 1) path = join(folder, `${stem} (${copy})${ext}`);
  return path;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { RENDERER_HEADERS } from './contentSecurityPolicy.ts';

/** One answer to the window's request for a file, the same in both shells. */
export type ServedFile = {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The file of the built window behind a URL's path; `/` is the page itself. Anything outside `folder`, of another
 * kind or not there is 404, so that a page can ask for nothing but what was built.
 */
export async function serveRenderer(folder: string, urlPath: string): Promise<ServedFile> {
  const path = urlPath === '/' ? '/index.html' : urlPath;
  const type = TYPE_BY_ENDING[extname(path)];
  const file = type === undefined ? undefined : await fileInside(folder, path);
  if (type === undefined || file === undefined) return notThere();
  try {
    return {
      status: 200,
      headers: { ...RENDERER_HEADERS, 'Content-Type': type },
      body: await readFile(file),
    };
  } catch {
    return notThere();
  }
}

/** Links are followed before the comparison: a link out of the folder is outside. */
async function fileInside(folder: string, urlPath: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(urlPath)));
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

function notThere(): ServedFile {
  return { status: 404, headers: RENDERER_HEADERS, body: Buffer.alloc(0) };
}

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What Linux tells about one process of the browser. */
export type BrowserProcess = { readonly id: string; readonly commandLine: readonly string[] };

/** Every process that runs on the given browser folder, with its children. Linux only. */
export function browserProcesses(profileFolder: string): readonly BrowserProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((id) => ({ id, commandLine: commandLine(id) }));
  const parents = all.filter(({ commandLine }) => commandLine.includes(`--user-data-dir=${profileFolder}`));
  const ids = new Set(parents.map(({ id }) => id));
  return all.filter(({ id }) => ids.has(id) || ids.has(parentOf(id)));
}

/** Sockets of these processes on which somebody could connect: TCP in the state `0A`, listening. */
export function listeningSockets(processes: readonly BrowserProcess[]): readonly string[] {
  const listening = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap(listeningInodes));
  return processes.flatMap(({ id }) => socketInodes(id)).filter((inode) => listening.has(inode));
}

function listeningInodes(table: string): string[] {
  const rows = readText(table).split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((columns) => columns[3] === '0A')
    .map((columns) => columns[9] ?? '');
}

function socketInodes(id: string): string[] {
  try {
    return readdirSync(`/proc/${id}/fd`).flatMap((descriptor) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${id}/fd/${descriptor}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

function commandLine(id: string): string[] {
  return readText(`/proc/${id}/cmdline`).split('\0');
}

/** The name in the second column may hold spaces, so the parent is counted from the closing bracket. */
function parentOf(id: string): string {
  return readText(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ')[1] ?? '';
}

/** Processes end while we look. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps things. The same for both shells, so they never open one record twice. */
export type Paths = {
  /** Records, lock and the browser's own profile. Mode 0700. */
  readonly data: string;
  /** Anchors of the log's head: in the user's configuration folder, away from the records. */
  readonly config: string;
  /** PDFs of records. */
  readonly documents: string;
};

/**
 * The folders of this user. `home` replaces the system's places, for a second profile and for tests:
 * `<home>/data`, `<home>/config`, `<home>/documents`.
 */
export function userPaths(
  home: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Paths {
  if (home !== undefined) {
    return { data: join(home, 'data'), config: join(home, 'config'), documents: join(home, 'documents') };
  }
  const user = homedir();
  const documents = join(user, 'Documents', 'Infusion Desk');
  if (platform === 'win32') {
    const roaming = env['APPDATA'] ?? join(user, 'AppData', 'Roaming');
    const local = env['LOCALAPPDATA'] ?? join(user, 'AppData', 'Local');
    return { data: join(local, 'Infusion Desk'), config: join(roaming, 'Infusion Desk'), documents };
  }
  if (platform === 'darwin') {
    const library = join(user, 'Library');
    return {
      data: join(library, 'Application Support', 'Infusion Desk'),
      config: join(library, 'Preferences', 'Infusion Desk'),
      documents,
    };
  }
  return {
    data: join(env['XDG_DATA_HOME'] ?? join(user, '.local', 'share'), 'infusion-desk'),
    config: join(env['XDG_CONFIG_HOME'] ?? join(user, '.config'), 'infusion-desk'),
    documents,
  };
}

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the browser must not do on its own: offer to keep a passphrase, remember what was typed about a patient,
 * translate a dose, send words to a spelling service, look up addresses.
 */
const QUIET: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  profile: { password_manager_enabled: false, password_manager_leak_detection: false },
  translate: { enabled: false },
  spellcheck: { use_spelling_service: false },
  browser: { enable_spellchecking: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  net: { network_prediction_options: 2 },
};
const FLAT: Readonly<Record<string, unknown>> = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
};

/**
 * The browser's own folder, for this user alone, with those settings written before it starts. Settings it made
 * itself (size and place of the window) stay.
 */
export async function prepareProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'Default'), { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const file = join(folder, 'Default', 'Preferences');
  const settings: Record<string, unknown> = { ...(await readSettings(file)), ...FLAT };
  for (const [group, quiet] of Object.entries(QUIET)) {
    settings[group] = { ...asRecord(settings[group]), ...quiet };
  }
  await writeFile(file, JSON.stringify(settings), { mode: 0o600 });
}

/** A damaged settings file holds nothing worth keeping. */
async function readSettings(file: string): Promise<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

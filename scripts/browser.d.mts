/** The installed Chromium, Chrome or Edge, or undefined. */
export function installedBrowser(): string | undefined;
/** Arguments every start of it needs: `--no-sandbox` for user id 0 only. */
export function browserArguments(): string[];

/** The path of Electron's program where it was fetched before. Only looks. */
export function installedElectron(): string | undefined;

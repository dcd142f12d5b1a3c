import { version } from '../../package.json';

/** The program's version, as every record and printed page carries it. */
export const VERSION: string = version;

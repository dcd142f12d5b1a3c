import { dose } from '../../src/main/commands/dose.ts';

process.exitCode = await dose(process.argv.slice(2), process);

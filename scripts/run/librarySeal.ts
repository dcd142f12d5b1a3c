import { librarySeal } from '../../src/main/commands/librarySeal.ts';

process.exitCode = librarySeal(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));

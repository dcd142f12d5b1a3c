import { logVerify } from '../../src/main/commands/logVerify.ts';

process.exitCode = logVerify(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

// The lock file is whole: every package has its integrity, no package comes from a named host, none runs a script
// of its own at installation, and every version in package.json is exact.

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const faults = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.link) continue;
  if (!entry.integrity) faults.push(`${path} has no integrity`);
  if (entry.resolved) faults.push(`${path} names the host it came from`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    if (!places.some((place) => lock.packages[place]))
      faults.push(`${name} of ${path} is missing from the lock`);
  }
}
const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
for (const [name, version] of Object.entries(wanted)) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${name} is not pinned: ${version}`);
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

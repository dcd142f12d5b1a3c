import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Proof, prove } from '../../tests/prove/prove.ts';

const DEFAULT_CASES = 100_000;
const CASES_AT_A_TIME = 5_000;
const EXIT_USAGE = 64;
const SEEDS = 2 ** 31;

type Share = { readonly firstSeed: number; readonly count: number };

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else parentPort?.postMessage(prove((workerData as Share).firstSeed, (workerData as Share).count));

/** `npm run core:prove -- N [SEED]`: N random cases through both engines, spread over the cores. */
async function main([cases = `${DEFAULT_CASES}`, seed]: readonly string[]): Promise<number> {
  const count = Number(cases);
  const firstSeed = seed === undefined ? Math.floor(Math.random() * SEEDS) : Number(seed);
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(firstSeed)) {
    process.stderr.write('npm run core:prove -- N [SEED]: both are whole numbers, N from 1.\n');
    return EXIT_USAGE;
  }
  const began = performance.now();
  const proofs = await spread(firstSeed, count);
  const disagreements = proofs.flatMap((proof) => proof.disagreements);
  const sum = (name: 'cases' | 'answered' | 'refused'): number =>
    proofs.reduce((total, proof) => total + proof[name], 0);
  const result = {
    name: 'core:prove',
    cases: sum('cases'),
    answered: sum('answered'),
    refused: sum('refused'),
    disagreements: disagreements.length,
    seed: firstSeed,
    seconds: Math.round((performance.now() - began) / 1_000),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  for (const disagreement of disagreements) process.stderr.write(`${disagreement}\n`);
  return disagreements.length === 0 ? 0 : 1;
}

/** Shares are handed to as many threads as there are cores; a thread that is done takes the next one. */
async function spread(firstSeed: number, count: number): Promise<readonly Proof[]> {
  const shares: Share[] = [];
  for (let from = 0; from < count; from += CASES_AT_A_TIME)
    shares.push({ firstSeed: firstSeed + from, count: Math.min(CASES_AT_A_TIME, count - from) });
  const proofs: Proof[] = [];
  const work = async (): Promise<void> => {
    for (let share = shares.shift(); share; share = shares.shift()) proofs.push(await inThread(share));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return proofs;
}

function inThread(share: Share): Promise<Proof> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.filename, { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

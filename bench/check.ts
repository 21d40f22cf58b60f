import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { bigBag } from './big-bag';
import { type Figure, median, ROUNDS, run } from './measure';

/** What the worker prints; times in milliseconds. */
interface Laps {
  readonly read: number;
  readonly check: number;
  readonly targets: number;
  readonly write: number;
  readonly megabytes: number;
}

const INSTANCES = 20;
const SMALL = 1000;
const LARGE = 10_000;

/** Checking a big bag: against the time that reading its YAML takes, and against a tenth of it. */
export function check(): Figure[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-bench-'));
  try {
    const [small, large] = [SMALL, LARGE].map((apps) => {
      const file = path.join(folder, `${apps}.yaml`);
      fs.writeFileSync(file, bigBag(apps, INSTANCES));
      return measured(file);
    });
    return [
      {
        title: `checks and targets of ${LARGE} apps under ${INSTANCES} instances, written, against reading their YAML`,
        ratio: work(large) / large.read,
        limit: 1,
        detail: `read ${round(large.read)} ms, checks ${round(large.check)} ms, targets ${round(large.targets)} ms, written in ${round(large.write)} ms; peak memory ${round(large.megabytes)} MB`,
      },
      {
        title: `the same work for ${LARGE} apps against ${SMALL}`,
        ratio: work(large) / work(small),
        limit: (LARGE / SMALL) * 1.1,
        detail: `${LARGE}: ${round(work(large))} ms, ${SMALL}: ${round(work(small))} ms`,
      },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function work({ check: checks, targets, write }: Laps): number {
  return checks + targets + write;
}

/** Median of each lap. */
function measured(file: string): Laps {
  const worker = path.join(__dirname, 'check-worker.js');
  const rounds: Laps[] = Array.from({ length: ROUNDS }, () => JSON.parse(run(process.execPath, [worker, file])));
  const of = (lap: keyof Laps) => median(rounds.map((laps) => laps[lap]));
  return {
    read: of('read'),
    check: of('check'),
    targets: of('targets'),
    write: of('write'),
    megabytes: of('megabytes'),
  };
}

const round = Math.round;

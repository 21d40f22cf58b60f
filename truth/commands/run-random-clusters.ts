import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { type Difference, differenceText } from '../comparison/compare';
import { compareScenario } from '../comparison/compare-scenario';
import { type Rig, shareOut } from '../machine/rig';
import { Coverage, coverageTable } from '../random/coverage';
import { generateCluster } from '../random/generate-cluster';
import { runScenario } from '../run-scenario';
import type { Recording } from '../scenario/scenario';
import { writeScenario } from '../scenario/scenario-file';
import { keepObserved, observedBefore } from './observed-clusters';
import { type Seeds, seedsOf } from './seeds';
import { since, type Work } from './work';

/** Where clusters are written with which the simulator does not agree. */
export const DIFFERING = path.join(__dirname, '..', 'build', 'differing');

/**
 * Runs random clusters; true if the simulator agrees with all of them.
 *
 * @param fresh runs also those that were observed before
 */
export async function runRandomClusters({ rigs, log }: Work, seeds: Seeds, fresh = false): Promise<boolean> {
  const start = Date.now();
  const report = new RandomReport(seeds, log);
  let done = 0;
  await shareOut(rigs, seedsOf(seeds), async (rig, seed) => {
    const objects = generateCluster(seed);
    try {
      report.add(seed, objects, await (fresh ? observe : observeOnce)(rig, objects));
    } catch (error) {
      report.fail(seed, error as Error);
    }
    done += 1;
    if (done % 25 === 0) {
      log(`${done} of ${seeds.count} after ${since(start)}`);
    }
  });
  return report.end(since(start));
}

/** Holds the simulator against what was observed of random clusters before; runs nothing. */
export function compareObserved(seeds: Seeds, log: (line: string) => void): boolean {
  const start = Date.now();
  const report = new RandomReport(seeds, log);
  for (const seed of seedsOf(seeds)) {
    const objects = generateCluster(seed);
    const recording = observedBefore(objects);
    if (recording === undefined) {
      report.miss(seed);
    } else {
      report.add(seed, objects, recording);
    }
  }
  return report.end(since(start));
}

/** What agrees with what was observed before is not run again. What differed may have been looked at too early, so it is. */
async function observeOnce(rig: Rig, objects: readonly KubeObject[]): Promise<Recording> {
  const before = observedBefore(objects);
  if (before !== undefined && compareScenario(objects, before).length === 0) {
    return before;
  }
  return observe(rig, objects);
}

async function observe(rig: Rig, objects: readonly KubeObject[]): Promise<Recording> {
  const recording = await runScenario(rig, objects);
  keepObserved(objects, recording);
  return recording;
}

/** Collects what differs. */
class RandomReport {
  private readonly kinds = new Map<string, number>();
  private readonly coverage = new Coverage();
  private compared = 0;
  private readonly missing: number[] = [];
  private wrong = 0;

  constructor(
    private readonly seeds: Seeds,
    private readonly log: (line: string) => void,
  ) {
    fs.rmSync(DIFFERING, { recursive: true, force: true });
  }

  public add(seed: number, objects: readonly KubeObject[], recording: Recording): void {
    this.compared += 1;
    this.coverage.add(objects);
    const differences = compareScenario(objects, recording);
    if (differences.length > 0) {
      const title = `A random cluster with which the simulator does not agree, seed ${seed}`;
      writeScenario({ name: String(seed), title, objects, recording }, DIFFERING);
      this.differ(seed, differences);
    }
  }

  public fail(seed: number, error: Error): void {
    this.wrong += 1;
    this.log(`FAILED seed ${seed}\n${error.stack}`);
  }

  /** A cluster that was never observed. */
  public miss(seed: number): void {
    this.missing.push(seed);
  }

  /** True if all were compared and nothing differs. */
  public end(time: string): boolean {
    this.log(coverageTable(this.coverage));
    this.log(
      `${this.compared} of ${this.seeds.count} clusters compared in ${time}; with ${this.wrong} the simulator does not agree.`,
    );
    for (const [kind, count] of [...this.kinds].sort()) {
      this.log(`  ${kind}: in ${count}`);
    }
    if (this.missing.length > 0) {
      this.log(`Never observed: ${this.missing.length} of them, seed ${this.missing[0]} the first.`);
    }
    return this.wrong === 0 && this.missing.length === 0;
  }

  private differ(seed: number, differences: readonly Difference[]): void {
    this.wrong += 1;
    for (const kind of new Set(differences.map((difference) => difference.kind))) {
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    }
    this.log([`DIFFERS seed ${seed}`, ...differences.map(differenceText)].join('\n'));
  }
}

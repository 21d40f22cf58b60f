import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../lib/simulator/kube-object';
import type { Cluster } from './machine/cluster';
import type { Operators } from './machine/operators';
import { VERSIONS } from './machine/tools';
import { observe } from './observation/observe';
import { type Prediction, predict } from './prediction/predict';
import type { Recording } from './scenario/scenario';
import { isInstance, withSupplements } from './scenario/supplements';
import { operatorArguments } from './stage/operator-arguments';
import { stageObjects } from './stage/stage-objects';

/** What a real cluster did with objects, and what the simulator says about them. */
export interface Comparison {
  readonly recording: Recording;
  readonly prediction: Prediction;
}

/** A cluster with its Operators. */
export interface Rig {
  readonly cluster: Cluster;
  readonly operators: Operators;
}

/** Stages objects in a cluster, looks at what it makes of them, and clears it again. */
export async function runScenario({ cluster, operators }: Rig, objects: readonly KubeObject[]): Promise<Comparison> {
  const complete = withSupplements(objects);
  const prediction = predict(complete, VERSIONS);
  const folder = fs.mkdtempSync(path.join(cluster.folder, 'scenario-'));
  try {
    const failures = await operators.run(operatorArguments(complete));
    const refused = await stageObjects(complete, cluster);
    await cluster.baseline.settled();
    const { pods } = prediction.context.simulation.discovery;
    const truth = await observe(cluster, { objects: complete, refused, pods: pods.all }, folder);
    return {
      recording: { versions: versionsOf(complete), truth: { ...truth, ...(failures.length > 0 ? { failures } : {}) } },
      prediction,
    };
  } finally {
    await cluster.baseline.restore();
    if (process.env.TRUTH_KEEP === undefined) {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

function versionsOf(objects: readonly KubeObject[]): Recording['versions'] {
  const versions = objects
    .filter(isInstance)
    .map(({ spec }) => (/^v?2\./.test(String(spec?.version ?? '')) ? VERSIONS.prometheus2 : VERSIONS.prometheus3));
  return {
    kubernetes: VERSIONS.kubernetes,
    operator: VERSIONS.operator,
    prometheus: [...new Set(versions)].sort(),
  };
}

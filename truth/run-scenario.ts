import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../lib/simulator/kube-object';
import type { Rig } from './machine/rig';
import { VERSIONS } from './machine/tools';
import { observe } from './observation/observe';
import { predict } from './prediction/predict';
import { prometheusMajor } from './scenario/prometheus-major';
import type { Recording } from './scenario/scenario';
import { isInstance, withSupplements } from './scenario/supplements';
import { operatorArguments } from './stage/operator-arguments';
import { stageObjects } from './stage/stage-objects';

/**
 * Stages objects in a cluster, looks at what it makes of them, and clears it again.
 *
 * @param keep folder for configurations and logs; they are thrown away unless set
 */
export async function runScenario(
  { cluster, operators }: Rig,
  objects: readonly KubeObject[],
  keep?: string,
): Promise<Recording> {
  const complete = withSupplements(objects);
  // What the simulator says is not asked here, but for the names that it has for pods.
  const { pods } = predict(complete, VERSIONS).context.simulation.discovery;
  const folder = keep ?? fs.mkdtempSync(path.join(cluster.folder, 'scenario-'));
  try {
    await operators.run(operatorArguments(complete));
    const refused = await stageObjects(complete, cluster);
    await cluster.baseline.settled();
    const staged = { objects: complete, refused, pods: pods.all, crash: operators.crash() };
    return { versions: versionsOf(complete), truth: await observe(cluster, staged, folder) };
  } finally {
    await cluster.baseline.restore();
    if (keep === undefined) {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
}

function versionsOf(objects: readonly KubeObject[]): Recording['versions'] {
  const versions = objects
    .filter(isInstance)
    .map((object) => (prometheusMajor(object) === 2 ? VERSIONS.prometheus2 : VERSIONS.prometheus3));
  return {
    kubernetes: VERSIONS.kubernetes,
    operator: VERSIONS.operator,
    prometheus: [...new Set(versions)].sort(),
  };
}

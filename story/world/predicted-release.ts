import * as fs from 'node:fs';
import { parseValues } from '../../lib/check/parse-values';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { modelStack } from '../../lib/simulator/stack/stack-objects';
import { stackOfValuesFile } from '../../lib/simulator/stack/stack-of';
import { withSupplements } from '../../truth/scenario/supplements';

/**
 * What a release puts into a cluster, as its model says, from the values file that `cdk8s synth` wrote.
 *
 * @throws Error if the values have a problem
 */
export function predictedRelease(valuesFile: string): KubeObject[] {
  const text = fs.readFileSync(valuesFile, 'utf8');
  const { stack, problems } = stackOfValuesFile(text, { file: valuesFile }, parseValues);
  if (stack === undefined || problems.length > 0) {
    throw new Error(
      `${valuesFile} describes no release: ${problems.map(({ message }) => message).join('; ') || 'no values'}`,
    );
  }
  return withSupplements(modelStack(stack).objects.map(({ object }) => object));
}

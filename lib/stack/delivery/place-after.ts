import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StackNamespace } from './stack-namespace';

/**
 * Has the Namespace written before what is in it, where both are in one chart. Between charts no dependency may arise: it
 * would change names and order of the files.
 */
export function placeAfter(namespace: StackNamespace | undefined, construct: Construct, chart: Chart): void {
  if (namespace !== undefined && Chart.of(namespace) === chart) {
    construct.node.addDependency(namespace);
  }
}

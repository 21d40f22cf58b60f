import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { DeliveredRelease } from './delivered-release';
import type { StackNamespace } from './stack-namespace';

/** Who creates the namespace of a release. */
export interface NamespaceProps {
  readonly createNamespace?: boolean;
  readonly namespace?: StackNamespace;
}

/** Reports a Namespace of another release, and one that two would create. */
export function checkNamespace(delivered: DeliveredRelease, { createNamespace, namespace }: NamespaceProps): void {
  const { problems, release, label } = delivered;
  if (createNamespace === true && namespace !== undefined) {
    problems.add('createNamespace', 'true stands beside namespace, so both would create it.', 'keep one of the two.');
  }
  if (namespace !== undefined && namespace.name !== release.releaseNamespace) {
    problems.add(
      'namespace',
      `"${namespace.name}" is not the namespace of ${label}, which is "${release.releaseNamespace}".`,
      'give the StackNamespace of the same release.',
    );
  }
}

/**
 * Has the Namespace written before what is in it, where both are in one chart. Between charts no dependency may arise: it
 * would change names and order of the files.
 */
export function writeAfter(namespace: StackNamespace | undefined, construct: Construct): void {
  if (namespace !== undefined && Chart.of(namespace) === Chart.of(construct)) {
    construct.node.addDependency(namespace);
  }
}

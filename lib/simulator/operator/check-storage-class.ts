import type { ObjectLookup } from './object-lookup';
import type { ProblemList } from './problem-list';

/**
 * The StorageClass of an instance: of a Prometheus the Operator asks for it before it makes the configuration, of an agent
 * only before it makes the pods, and of an agent on every node never.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/storageclass.go`, `CheckStorageClass`, and where `sync` of
 * `pkg/prometheus/server/operator.go` and `pkg/prometheus/agent/operator.go` calls it.
 */
export function checkStorageClass(spec: any, objects: ObjectLookup, problems: ProblemList): void {
  const name = spec.storage?.volumeClaimTemplate?.spec?.storageClassName;
  if (typeof name !== 'string' || name === '') {
    return;
  }
  const classes = objects.byKind('StorageClass').map(({ object }) => object.metadata.name);
  if (!classes.includes(name)) {
    problems.add('storage-class', 'spec.storage.volumeClaimTemplate.spec.storageClassName', {
      message: `There is no StorageClass "${name}".${classes.length > 0 ? ` There is ${classes.join(', ')}.` : ''}`,
      fix: 'name a StorageClass of the cluster, or remove storageClassName to take its default.',
      values: { storageClassName: name, known: classes },
      certainty: 'brought',
    });
  }
}

import type { Cluster, Draft } from './cluster';
import { addDaemonSetAgent } from './instances';
import type { Random } from './random';

const CONTROLLER_ID = 'operator.prometheus.io/controller-id';

/** Now and then the Operator is among the objects, with flags; most clusters leave it to be assumed. */
export function addOperators(cluster: Cluster): void {
  const { random } = cluster;
  if (random.chance(0.84)) {
    if (random.chance(0.08)) {
      addControllerIds(cluster);
    }
    return;
  }
  addOperator(cluster, random.chance(0.25) ? [] : flags(cluster));
}

/** The Deployment of an Operator. */
export function addOperator(cluster: Cluster, args: readonly string[]): Draft {
  const namespace = 'operators';
  const name = cluster.name('Deployment', namespace, 'prometheus-operator');
  const operator = cluster.add({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'operator',
              image: 'quay.io/prometheus-operator/prometheus-operator:v0.93.0',
              ...(args.length === 0 ? {} : { args: [...args] }),
              ports: [{ name: 'http', containerPort: 8080 }],
            },
          ],
        },
      },
    },
  });
  cluster.operators.push(operator);
  return operator;
}

/** Without an Operator among the objects there is one for each of these. */
function addControllerIds({ random, instances }: Cluster): void {
  for (const instance of random.some(instances, 0.7)) {
    instance.metadata.annotations = { [CONTROLLER_ID]: random.one(['blue', 'green']) };
  }
}

/** Flags that leave at least a part of the cluster to the Operator. */
function flags(cluster: Cluster): string[] {
  const { random, instances } = cluster;
  const namespaces = [
    ...new Set([...cluster.namespaces, ...instances.map(({ metadata }) => metadata.namespace as string)]),
  ];
  const homes = [...new Set(instances.map(({ metadata }) => metadata.namespace as string))];
  const some = random.some(namespaces, 0.75);
  return [
    ...random.weighted<() => string[]>([
      [4, () => []],
      [3, () => listOf(random, 'namespaces', [...new Set([...some, ...random.some(homes, 0.9)])])],
      [3, () => listOf(random, 'deny-namespaces', random.some(namespaces, 0.25))],
      [1, () => ['--namespaces=']],
    ])(),
    ...random.weighted<() => string[]>([
      [6, () => []],
      [2, () => listOf(random, 'prometheus-instance-namespaces', random.some(homes, 0.9))],
    ])(),
    ...random.weighted<() => string[]>([
      [6, () => []],
      [1, () => ['--prometheus-instance-selector=team in (web,data)']],
      [1, () => ['--prometheus-instance-selector=team!=data']],
    ])(),
    ...random.weighted<() => string[]>([
      [6, () => []],
      [2, () => controllerId(cluster)],
    ])(),
    ...random.weighted<() => string[]>([
      [6, () => []],
      [1, () => ['--feature-gates=PrometheusTopologySharding=false,PrometheusAgentDaemonSet=false']],
      [2, () => daemonSets(cluster)],
    ])(),
    ...(random.chance(0.1) ? ['--disable-unmanaged-prometheus-configuration'] : []),
  ];
}

function controllerId({ random, instances }: Cluster): string[] {
  for (const instance of random.some(instances, 0.85)) {
    instance.metadata.annotations = { [CONTROLLER_ID]: 'blue' };
  }
  return [random.one(['--controller-id=blue', '-controller-id=blue'])];
}

/** The gate for agents with one pod on each node, and such an agent. */
function daemonSets(cluster: Cluster): string[] {
  addDaemonSetAgent(cluster);
  return ['--feature-gates=PrometheusShardRetentionPolicy=false,PrometheusAgentDaemonSet=true'];
}

/** A list in each of the ways in which Go programs take one. */
function listOf(random: Random, flag: string, values: readonly string[]): string[] {
  if (values.length === 0) {
    return [];
  }
  return random.weighted<() => string[]>([
    [4, () => [`--${flag}=${values.join(',')}`]],
    [1, () => [`--${flag}`, values.join(',')]],
    [1, () => values.map((value) => `--${flag}=${value}`)],
  ])();
}

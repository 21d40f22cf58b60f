import { addOperator } from '../operators';
import type { Fault } from './fault';

/** What is wrong with the Operator, or with what it is told to look at. */
export const OPERATOR_FAULTS: readonly Fault[] = [
  {
    check: 'operator/flags',
    plant: (cluster) => {
      const { random, operators } = cluster;
      const bad = random.one([
        ['--namespaces=shop,web', '--deny-namespaces=data'],
        ['--prometheus-instance-selector=team in web'],
        ['--feature-gates=NoSuchGate=true'],
      ]);
      const [operator] = operators;
      if (operator !== undefined && random.chance(0.5)) {
        operator.spec.template.spec.containers[0].args = bad;
      } else {
        addOperator(cluster, bad);
      }
      return true;
    },
  },
  {
    check: 'operator/overlap',
    plant: (cluster) => {
      const [operator = addOperator(cluster, [])] = cluster.operators;
      // Two that differ would write two configurations in turn.
      addOperator(cluster, operator.spec.template.spec.containers[0].args ?? []);
      return true;
    },
  },
  {
    check: 'prometheus/unseen',
    plant: (cluster) => {
      const { random, instances, operators } = cluster;
      if (instances.length === 0) {
        return false;
      }
      const instance = random.one(instances);
      if (operators.length === 0) {
        addOperator(
          cluster,
          random.one([
            ['--controller-id=theirs'],
            [`--deny-namespaces=${instance.metadata.namespace}`],
            ['--prometheus-instance-namespaces=no-such-namespace'],
            ['--prometheus-instance-selector=example.com/managed'],
          ]),
        );
      } else {
        instance.metadata.annotations = { 'operator.prometheus.io/controller-id': 'nobody' };
      }
      return true;
    },
  },
  {
    check: 'monitor/unwatched-namespace',
    plant: (cluster) => {
      const { random, operators, instances, watches } = cluster;
      const homes = instances.map(({ metadata }) => metadata.namespace);
      const namespaces = watches.map(({ object }) => object.metadata.namespace);
      if (operators.length > 0 || namespaces.length === 0 || homes.length === 0) {
        return false;
      }
      const denied = random.one(namespaces);
      addOperator(cluster, [
        `--deny-namespaces=${denied}`,
        `--prometheus-instance-namespaces=${[...new Set(homes)].join(',')}`,
      ]);
      return true;
    },
  },
];

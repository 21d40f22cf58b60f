import type { Cluster } from '../cluster';
import type { Fault } from './fault';
import { INSTANCE_FAULTS } from './instance-faults';
import { MONITOR_FAULTS } from './monitor-faults';
import { OPERATOR_FAULTS } from './operator-faults';
import { REJECTION_FAULTS } from './rejection-faults';
import { SCHEMA_FAULTS } from './schema-faults';
import { SERVICE_FAULTS } from './service-faults';

/** Every mistake that is made on purpose. */
export const FAULTS: readonly Fault[] = [
  ...SCHEMA_FAULTS,
  ...OPERATOR_FAULTS,
  ...INSTANCE_FAULTS,
  ...REJECTION_FAULTS,
  ...MONITOR_FAULTS,
  ...SERVICE_FAULTS,
];

/** Makes some mistakes; about one cluster in five has none. */
export function plantFaults(cluster: Cluster): void {
  const { random } = cluster;
  const count = random.weighted([
    [18, 0],
    [20, 1],
    [22, 2],
    [18, 3],
    [12, 4],
    [10, 6],
  ]);
  for (let i = 0; i < count; i++) {
    const fault = random.weighted(FAULTS.map((one) => [one.weight ?? 10, one] as const));
    if (fault.plant(cluster)) {
      cluster.faults.push(fault.check);
    }
  }
}

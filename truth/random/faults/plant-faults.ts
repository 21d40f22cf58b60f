import type { Cluster } from '../cluster';
import type { Fault } from './fault';
import { INSTANCE_FAULTS } from './instance-faults';
import { MONITOR_FAULTS, REFUSED_FAULTS } from './monitor-faults';
import { OPERATOR_FAULTS } from './operator-faults';
import { REJECTION_FAULTS } from './rejection-faults';
import { NULL_FAULTS, SCHEMA_FAULTS } from './schema-faults';
import { SERVICE_FAULTS } from './service-faults';

/** Every mistake that is made on purpose, by the check that is to find it. */
const FAULTS = new Map<string, Fault[]>();
for (const fault of [
  ...SCHEMA_FAULTS,
  ...OPERATOR_FAULTS,
  ...INSTANCE_FAULTS,
  ...REJECTION_FAULTS,
  ...MONITOR_FAULTS,
  ...SERVICE_FAULTS,
]) {
  FAULTS.set(fault.check, [...(FAULTS.get(fault.check) ?? []), fault]);
}

/** Those that came later. They are drawn last, so that a seed without one gives what it gave before. */
const LATER: readonly (readonly Fault[])[] = [NULL_FAULTS, REFUSED_FAULTS];

/** In how many clusters each of these is made. */
const SHARE_OF_LATER = 0.04;

/** How often mistakes are made that need more tries than others, so that something comes of them, or fewer. */
const WEIGHTS: { readonly [check: string]: number | undefined } = {
  'monitor/authentication': 22,
  'monitor/authentication-clash': 19,
  'monitor/dropped-field': 4,
  'monitor/file-access': 18,
  'monitor/honor-labels': 8,
  'monitor/no-zone': 26,
  'monitor/other-namespace': 20,
  'monitor/pod-port-exists': 6,
  'monitor/port-exists': 6,
  'monitor/port-pattern': 23,
  'monitor/proxy': 22,
  'monitor/relabeling': 22,
  'monitor/role-selector': 20,
  'monitor/scrape-class': 12,
  'monitor/scrape-protocols': 24,
  'monitor/secret-exists': 22,
  'monitor/selector': 22,
  'monitor/selects-nothing': 22,
  'monitor/selects-pod-labels': 28,
  'monitor/source-labels': 24,
  'monitor/target-port-exists': 6,
  'monitor/timeout': 24,
  'monitor/tls': 24,
  'monitor/unusable-target': 30,
  'operator/flags': 11,
  'operator/overlap': 15,
  'prometheus/additional-config': 19,
  'prometheus/argument': 14,
  'prometheus/http-client': 15,
  'prometheus/image-version': 13,
  'prometheus/mode': 12,
  'prometheus/none': 16,
  'prometheus/option': 17,
  'prometheus/paused': 12,
  'prometheus/refused-config': 18,
  'prometheus/relabeling': 14,
  'prometheus/scrape-class': 14,
  'prometheus/secret-exists': 17,
  'prometheus/selector': 16,
  'prometheus/service-name': 13,
  'prometheus/storage-class': 13,
  'prometheus/surplus-shards': 5,
  'prometheus/timeout': 15,
  'prometheus/unmanaged': 16,
  'prometheus/version': 13,
  'schema/kind': 14,
  'schema/misplaced-field': 14,
  'schema/missing-field': 14,
  'schema/rule': 13,
  'schema/unknown-field': 15,
  'schema/value': 15,
  'schema/wrong-type': 14,
  'service/no-endpoints': 20,
  'service/selects-no-pods': 24,
};

const USUAL_WEIGHT = 10;

/** Makes some mistakes; about one cluster in seven has none. */
export function plantFaults(cluster: Cluster): void {
  const { random } = cluster;
  const checks = [...FAULTS.keys()].map((check) => [WEIGHTS[check] ?? USUAL_WEIGHT, check] as const);
  const count = random.weighted([
    [14, 0],
    [16, 1],
    [21, 2],
    [21, 3],
    [15, 4],
    [13, 6],
  ]);
  for (let i = 0; i < count; i++) {
    plant(random.one(FAULTS.get(random.even(checks, i)) as Fault[]), cluster);
  }
  for (const later of LATER) {
    if (random.chance(SHARE_OF_LATER)) {
      plant(random.one(later), cluster);
    }
  }
}

function plant(fault: Fault, cluster: Cluster): void {
  if (fault.plant(cluster)) {
    cluster.faults.push(fault.check);
  }
}

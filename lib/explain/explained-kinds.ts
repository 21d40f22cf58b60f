import { type BagKind, Kind } from '../simulator/bag/bag-kind';

/** What an explanation of an object is about. */
export type ExplainedAs = 'monitor' | 'service' | 'workload' | 'prometheus' | 'rule' | 'alertmanagerConfig';

/** Kinds that can be explained, by the name that people use, in the order in which they are listed. */
export const EXPLAINED_KINDS: ReadonlyMap<string, { readonly kind: BagKind; readonly as: ExplainedAs }> = new Map(
  (
    [
      [Kind.SERVICE_MONITOR, 'monitor'],
      [Kind.POD_MONITOR, 'monitor'],
      [Kind.PROBE, 'monitor'],
      [Kind.SCRAPE_CONFIG, 'monitor'],
      [Kind.PROMETHEUS_RULE, 'rule'],
      [Kind.SERVICE, 'service'],
      [Kind.DEPLOYMENT, 'workload'],
      [Kind.STATEFUL_SET, 'workload'],
      [Kind.DAEMON_SET, 'workload'],
      [Kind.REPLICA_SET, 'workload'],
      [Kind.REPLICATION_CONTROLLER, 'workload'],
      [Kind.JOB, 'workload'],
      [Kind.CRON_JOB, 'workload'],
      [Kind.POD, 'workload'],
      [Kind.ALERTMANAGER, 'workload'],
      [Kind.THANOS_RULER, 'workload'],
      [Kind.PROMETHEUS, 'prometheus'],
      [Kind.PROMETHEUS_AGENT, 'prometheus'],
      [Kind.ALERTMANAGER_CONFIG, 'alertmanagerConfig'],
    ] as const
  ).map(([kind, as]) => [kind.split('.')[0], { kind, as }]),
);

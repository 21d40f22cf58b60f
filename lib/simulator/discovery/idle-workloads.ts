import type { Bag } from '../bag/bag';
import { type BagKind, bagKind, Kind } from '../bag/bag-kind';
import type { SourcedObject } from '../kube-object';

/**
 * The field for which a workload has no pods; `undefined` where it has some.
 *
 * What another object of the bag scales has pods, whatever the workload itself says: people write `replicas: 0` for an
 * Argo Rollout that takes its template over, KEDA scales up from 0, and Kueue lets Jobs go that begin suspended.
 *
 * Sources: kubernetes `pkg/controller/replicaset/replica_set.go`, `pkg/controller/statefulset/stateful_set_control.go`,
 * `pkg/controller/job/job_controller.go`, `pkg/controller/cronjob/cronjob_controllerv2.go`.
 */
export class IdleWorkloads {
  private scaled: ReadonlySet<SourcedObject> | undefined;

  constructor(private readonly bag: Bag) {}

  public whyIdle(workload: SourcedObject): string | undefined {
    const { kind, apiVersion, spec, metadata } = workload.object;
    const field = FIELDS.get(bagKind(apiVersion, kind))?.find(([name, value]) => spec[name] === value)?.[0];
    if (field === undefined || Object.hasOwn(metadata.labels ?? {}, QUEUE)) {
      return undefined;
    }
    this.scaled ??= scaledByOthers(this.bag);
    return this.scaled.has(workload) ? undefined : `spec.${field}`;
  }
}

type Field = readonly [name: string, value: unknown];

const REPLICAS: readonly Field[] = [['replicas', 0]];

const FIELDS: ReadonlyMap<BagKind, readonly Field[]> = new Map<BagKind, readonly Field[]>([
  [Kind.DEPLOYMENT, REPLICAS],
  [Kind.STATEFUL_SET, REPLICAS],
  [Kind.REPLICA_SET, REPLICAS],
  [Kind.REPLICATION_CONTROLLER, REPLICAS],
  [
    Kind.JOB,
    [
      ['suspend', true],
      ['parallelism', 0],
    ],
  ],
  [Kind.CRON_JOB, [['suspend', true]]],
]);

/** Label of a Job that waits in a queue of Kueue. */
const QUEUE = 'kueue.x-k8s.io/queue-name';

/** Kinds that scale a workload up from nothing, with the field that refers to it. */
const SCALERS: ReadonlyMap<BagKind, (spec: any) => any> = new Map<BagKind, (spec: any) => any>([
  ['Rollout.argoproj.io', (spec) => spec?.workloadRef],
  ['ScaledObject.keda.sh', (spec) => spec?.scaleTargetRef],
  // Other autoscalers leave alone what has no replicas.
  ['HorizontalPodAutoscaler.autoscaling', (spec) => (spec?.minReplicas === 0 ? spec.scaleTargetRef : undefined)],
]);

function scaledByOthers(bag: Bag): ReadonlySet<SourcedObject> {
  const scaled = new Set<SourcedObject>();
  for (const [scaler, referenceOf] of SCALERS) {
    for (const { object } of bag.all(scaler)) {
      const reference = referenceOf(object.spec);
      const kind = bagKind(String(reference?.apiVersion ?? 'apps/v1'), String(reference?.kind ?? 'Deployment'));
      const workload = bag.find(kind, object.metadata.namespace as string, String(reference?.name ?? ''));
      if (workload !== undefined) {
        scaled.add(workload);
      }
    }
  }
  return scaled;
}

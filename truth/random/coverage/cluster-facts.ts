import type { CheckContext } from '../../../lib/check/check-context';
import { createEvaluation } from '../../../lib/check/create-evaluation';
import type { KubeObject } from '../../../lib/simulator/kube-object';
import { endpointsOf } from '../../../lib/simulator/operator/monitor-parts';
import type { SimulatedJob } from '../../../lib/simulator/simulation';
import { VERSIONS } from '../../machine/tools';
import { type Prediction, predict } from '../../prediction/predict';
import { withSupplements } from '../../scenario/supplements';

/** What is counted of a cluster. */
export interface ClusterFacts {
  readonly objects: readonly KubeObject[];
  readonly prediction: Prediction;
  readonly context: CheckContext;
  /** Ids of the checks that find something. */
  readonly checks: ReadonlySet<string>;
  /** Jobs that a Prometheus runs. */
  readonly jobs: readonly LiveJob[];
}

/** A job that a Prometheus runs, with what it comes of. */
export interface LiveJob extends SimulatedJob {
  readonly kind: 'ServiceMonitor' | 'PodMonitor';
  readonly spec: any;
  readonly endpoint: any;
}

/** A part of the table. */
export interface RowGroup {
  readonly title: string;
  /** All rows that there are to be. */
  readonly rows: readonly string[];
  /** The rows that a cluster counts for. */
  of(facts: ClusterFacts): Iterable<string>;
}

/** Predicts and checks a cluster. */
export function clusterFacts(given: readonly KubeObject[]): ClusterFacts {
  const objects = withSupplements(given);
  const prediction = predict(objects, VERSIONS);
  const { context } = prediction;
  const evaluation = createEvaluation(
    objects.map((object) => ({ object, source: {} })),
    { absence: 'complete', operatorVersion: VERSIONS.operator, kubernetesVersion: VERSIONS.kubernetes },
  );
  const loaded = context.simulation.instances.filter(
    ({ kind, key }) => prediction.instances[`${kind} ${key}`]?.outcome === 'loaded',
  );
  return {
    objects,
    prediction,
    context,
    checks: new Set(evaluation.report().findings.map(({ check }) => check)),
    jobs: context.simulation.jobs
      .filter(({ job }) => loaded.includes(job.instance))
      .map((simulated) => ({
        ...simulated,
        kind: simulated.job.monitor.object.kind as LiveJob['kind'],
        spec: simulated.job.monitor.object.spec,
        endpoint: endpointsOf(simulated.job.monitor)[simulated.job.endpoint].endpoint,
      })),
  };
}

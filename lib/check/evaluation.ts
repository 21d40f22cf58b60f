import type { Picture } from '../picture/picture';
import type { CheckReport } from '../report/check-report';
import type { Explanation } from '../report/explanation';
import type { ObjectSource } from '../report/finding';
import type { RouteReport } from '../report/route-report';
import type { TargetList } from '../report/target-list';
import type { KubeObject, SourcedObject } from '../simulator/kube-object';
import type { StackProblem, StackSpec } from '../simulator/stack/stack-spec';
import type { Absence } from './absence';
import type { Suppression } from './suppression/suppress';

/** What the objects alone do not say. */
export interface EvaluationOptions {
  /** Namespace of objects that name none; `default` unless set. What an Argo CD Application or a Flux Kustomization says wins. */
  readonly defaultNamespace?: string;
  /** Version of the Operator, such as `0.93.0`; what the objects say unless set, else the newest that is known. */
  readonly operatorVersion?: string;
  /** Version of Kubernetes, such as `1.33`; the one that the Operator was tested on unless set. */
  readonly kubernetesVersion?: string;
  /** `default` unless set. */
  readonly absence?: Absence;
  /** Releases of kube-prometheus-stack that are not among the objects. */
  readonly stacks?: readonly StackSpec[];
  /** Objects that have some of these installed, so that they declare none of their own. */
  readonly delivering?: readonly KubeObject[];
  /** What was wrong with their declarations. */
  readonly stackProblems?: readonly StackProblem[];
  /** Suppressions beside those that objects carry as annotations. */
  readonly suppressions?: readonly Suppression[];
  /** Finds the place of a field from the place of its object; the place of the object unless set. */
  readonly locate?: (source: ObjectSource, field: string) => ObjectSource;
}

/** A bag of objects, looked at from all sides. Each side is computed when it is asked for, and once only. */
export interface Evaluation {
  /** All findings. */
  report(): CheckReport;
  /** All targets. */
  targets(): TargetList;
  /** Where each Alertmanager sends alerts with these labels. */
  route(labels: { readonly [name: string]: string }): RouteReport;
  /** What each Prometheus scrapes and what it does not, for drawing. */
  picture(): Picture;
  /** What is known of the labels of every alert that somebody wrote, `alertname` among them. */
  alerts(): readonly { readonly [name: string]: string }[];
  /** Why the object of this kind, namespace and name is scraped or not; `undefined` where there is no such object. */
  explain(kind: string, namespace: string, name: string): Explanation | undefined;
  /** Objects of which `explain` has something to say: monitors, Services, workloads. */
  explainable(): readonly SourcedObject[];
}

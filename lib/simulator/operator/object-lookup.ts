import type { SourcedObject } from '../kube-object';
import type { RelabelDialect } from '../relabel/dialect';
import type { RelabelRule, RuleOrigin } from '../relabel/relabel-rule';

/** Labels of a Namespace, as far as the bag tells. */
export interface NamespaceLabels {
  /** With `kubernetes.io/metadata.name`, which the API server adds. */
  readonly labels: { readonly [key: string]: string };
  /** False where the bag holds no such Namespace, so that it may have other labels in the cluster. */
  readonly declared: boolean;
}

/** What the Operator's part of the simulation asks of the bag. Order is the same for the same bag. */
export interface ObjectLookup {
  byKind(kind: string): readonly SourcedObject[];
  find(kind: string, namespace: string, name: string): SourcedObject | undefined;
  /** Objects that declare a release of a Helm chart into this namespace, which may make what is not there. */
  releasesInto(namespace: string): readonly SourcedObject[];
  namespaceLabels(name: string): NamespaceLabels;
}

/** A reason for which the Operator or Prometheus refuses one relabeling. */
export interface RelabelProblem {
  /** Field of the relabeling, such as `targetLabel`; empty for the whole. */
  readonly field: string;
  readonly message: string;
  readonly fix: string;
}

/** What is asked of the relabel engine. */
export interface RelabelSupport {
  validate(config: any, prometheusVersion: string): readonly RelabelProblem[];
  /** Why Prometheus refuses its whole configuration over a relabeling. */
  refuse(config: any, dialect: RelabelDialect): readonly RelabelProblem[];
  toRule(config: any, origin: RuleOrigin): RelabelRule;
  /** Why RE2 refuses a regular expression; `undefined` when it does not. */
  whyNoRegex(regex: string): string | undefined;
}

import { type ApiObject, type ApiObjectMetadata, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { whyNoDnsLabel, whyNoLabelKey, whyNoLabelValue, whyNoObjectName } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { isSelected, planSelection, type SelectionPlan } from '../prometheus/select';

/** The props by which an object is given to a Prometheus. */
export interface SelectionProps {
  readonly prometheus?: IPrometheus;
  readonly metadata?: ApiObjectMetadata;
}

/**
 * What all objects that a Prometheus selects have in common: metadata that Kubernetes takes, and labels that the given
 * Prometheus asks for, both before the object exists and when it goes out.
 */
export class SelectedObject {
  public constructor(
    private readonly construct: Construct,
    private readonly kind: 'ServiceMonitor' | 'PodMonitor' | 'Probe' | 'ScrapeConfig',
    private readonly props: SelectionProps,
  ) {}

  public newProblems(): Problems {
    return new Problems(() => `${this.kind} ${this.construct.node.path}`);
  }

  /** Adds to `problems` what is wrong with the metadata that was given, and why no label could make it selected. */
  public check(namespace: string | undefined, problems: Problems): void {
    const { prometheus, metadata } = this.props;
    checkMetadata(metadata, problems);
    if (prometheus !== undefined && typeof prometheus.select !== 'function') {
      // Plain JavaScript can pass what TypeScript would refuse.
      problems.add('prometheus', 'is no IPrometheus.', 'pass a StackRelease, or Prometheus.fromSelectors({ … }).');
      return;
    }
    const chart = Chart.of(this.construct);
    const labels: { [key: string]: string } = { ...chart.labels, ...metadata?.labels };
    problems.addAll(this.planSelection((key) => labels[key], namespace ?? chart.namespace).problems);
  }

  /** Has cdk8s ask for problems before anything is written. */
  public validate(object: ApiObject, check: (problems: Problems) => void): void {
    this.construct.node.addValidation({
      validate: () => {
        const problems = this.newProblems();
        // A label can be changed after the Prometheus has put it there.
        const { metadata } = object;
        const label = (key: string) => metadata.getLabel(key);
        if (this.props.prometheus && !isSelected(this.props.prometheus, this.kind, label)) {
          problems.addAll(this.planSelection(label, metadata.namespace).problems);
        }
        check(problems);
        return problems.empty ? [] : [problems.render()];
      },
    });
  }

  private planSelection(label: (key: string) => string | undefined, namespace: string | undefined): SelectionPlan {
    const { prometheus } = this.props;
    return prometheus
      ? planSelection(prometheus, {
          apiGroup: 'monitoring.coreos.com',
          kind: this.kind,
          namespace,
          label,
          node: this.construct.node,
          asker: this.construct,
        })
      : { labels: {}, problems: [] };
  }
}

/** Adds what Kubernetes refuses of the metadata that was given. */
function checkMetadata(metadata: ApiObjectMetadata | undefined, problems: Problems): void {
  const checks: [field: string, value: string | undefined, why: string | undefined][] = [
    ['metadata.name', metadata?.name, metadata?.name === undefined ? undefined : whyNoObjectName(metadata.name)],
    [
      'metadata.namespace',
      metadata?.namespace,
      metadata?.namespace === undefined ? undefined : whyNoDnsLabel(metadata.namespace),
    ],
    ...Object.entries(metadata?.labels ?? {}).flatMap(([key, value]): [string, string, string | undefined][] => [
      ['metadata.labels', key, whyNoLabelKey(key)],
      [`metadata.labels.${key}`, value, whyNoLabelValue(value)],
    ]),
  ];
  for (const [field, value, why] of checks) {
    if (why) {
      problems.add(field, `"${value}" ${why}.`, 'rewrite it so that Kubernetes takes it.');
    }
  }
}

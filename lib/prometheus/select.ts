import { ApiObject } from 'cdk8s';
import type { Node } from 'constructs';
import { type Problem, Problems } from '../private/problems';
import { LabelOperator, type LabelRequirement, requirementHolds } from '../selection/label-requirement';
import type { LabelSelector } from '../selection/label-selector';
import type { NamespaceSelector } from '../selection/namespace-selector';
import type { IPrometheus } from './i-prometheus';

/** What a Prometheus asks of one kind of object. */
interface Selection {
  /** Name of the selector field on the Prometheus object. */
  readonly field: string;
  readonly labels: LabelSelector;
  readonly namespaces: NamespaceSelector;
}

const SELECTED_KINDS = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'];

/** The object that is to be selected, existing or about to be created. */
export interface SelectionSubject {
  readonly apiGroup: string;
  readonly kind: string;
  /** `undefined` when the deploying tool decides. */
  readonly namespace: string | undefined;
  readonly label: (key: string) => string | undefined;
  /** Any construct of the app, to look for Namespace objects. */
  readonly node: Node;
}

/** Labels to add so that the subject is selected, or what no label can mend. */
export interface SelectionPlan {
  readonly labels: { [key: string]: string };
  readonly problems: Problem[];
}

/** Adds the labels by which `prometheus` selects `apiObject`; see `IPrometheus.select`. */
export function selectApiObject(prometheus: IPrometheus, apiObject: ApiObject): void {
  const { metadata, kind, apiGroup, node } = apiObject;
  const plan = planSelection(prometheus, {
    apiGroup,
    kind,
    namespace: metadata.namespace,
    label: (key) => metadata.getLabel(key),
    node,
  });
  if (plan.problems.length > 0) {
    const problems = new Problems(
      `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${apiObject.name} (construct ${node.path})`,
    );
    problems.addAll(plan.problems);
    problems.throwIfAny();
  }
  for (const [key, value] of Object.entries(plan.labels)) {
    metadata.addLabel(key, value);
  }
}

/** Works out how `prometheus` can select the subject, without touching anything. */
export function planSelection(prometheus: IPrometheus, subject: SelectionSubject): SelectionPlan {
  const selection = selectionFor(prometheus, subject);
  if (!selection) {
    return {
      labels: {},
      problems: [
        {
          field: 'kind',
          message: `a Prometheus does not select objects of kind ${subject.kind} (${subject.apiGroup}), so no label could make it.`,
          fix: `select one of ${SELECTED_KINDS.join(', ')} of monitoring.coreos.com.`,
        },
      ],
    };
  }
  const unreachable = namespaceProblem(prometheus, subject, selection);
  const { labels, problems } = planLabels(prometheus, subject, selection);
  return { labels, problems: [...(unreachable ? [unreachable] : []), ...problems] };
}

function selectionFor(prometheus: IPrometheus, subject: SelectionSubject): Selection | undefined {
  if (subject.apiGroup !== 'monitoring.coreos.com') {
    return undefined;
  }
  switch (subject.kind) {
    case 'ServiceMonitor':
      return {
        field: 'serviceMonitor',
        labels: prometheus.serviceMonitorSelector,
        namespaces: prometheus.serviceMonitorNamespaceSelector,
      };
    case 'PodMonitor':
      return {
        field: 'podMonitor',
        labels: prometheus.podMonitorSelector,
        namespaces: prometheus.podMonitorNamespaceSelector,
      };
    case 'Probe':
      return { field: 'probe', labels: prometheus.probeSelector, namespaces: prometheus.probeNamespaceSelector };
    case 'ScrapeConfig':
      return {
        field: 'scrapeConfig',
        labels: prometheus.scrapeConfigSelector,
        namespaces: prometheus.scrapeConfigNamespaceSelector,
      };
    case 'PrometheusRule':
      return { field: 'rule', labels: prometheus.ruleSelector, namespaces: prometheus.ruleNamespaceSelector };
    default:
      return undefined;
  }
}

function namespaceProblem(
  prometheus: IPrometheus,
  subject: SelectionSubject,
  { field, namespaces }: Selection,
): Problem | undefined {
  const { namespace } = subject;
  if (namespace === undefined) {
    // The namespace is then whatever the deploying tool says, so nothing can be proven or refuted here.
    return undefined;
  }
  const who = nameOf(prometheus);
  if (!prometheus.operatorScope.watches(namespace)) {
    return {
      field: 'metadata.namespace',
      message: `the Operator behind ${who} does not watch namespace "${namespace}" (it watches ${prometheus.operatorScope.describe()}), so the object would not exist for it, and no label can change that.`,
      fix: "put the object in a watched namespace, or widen the Operator's --namespaces.",
    };
  }
  if (namespaceMatches(prometheus, subject, namespaces, namespace) !== false) {
    return undefined;
  }
  const own = namespaces.ownNamespaceOnly;
  return {
    field: 'metadata.namespace',
    message: `${field}NamespaceSelector of ${who} does not reach namespace "${namespace}"${own ? ' (it is absent, which means its own namespace only)' : ''}, so the object would never be read, and no label on it can change that.`,
    fix: `put the object in ${own ? `namespace "${prometheus.namespace}"` : 'a namespace that the selector reaches'}, or widen ${field}NamespaceSelector.`,
  };
}

/** `undefined` when labels of a Namespace decide that this app does not hold. */
function namespaceMatches(
  prometheus: IPrometheus,
  subject: SelectionSubject,
  selector: NamespaceSelector,
  namespace: string,
): boolean | undefined {
  if (selector.decidingLabels.length === 0) {
    return selector.matches(namespace, prometheus.namespace);
  }
  const object = subject.node.root.node
    .findAll()
    .find((c): c is ApiObject => ApiObject.isApiObject(c) && c.kind === 'Namespace' && c.name === namespace);
  return object && selector.matches(namespace, prometheus.namespace, object.metadata.toJson()?.labels ?? {});
}

function planLabels(
  prometheus: IPrometheus,
  subject: SelectionSubject,
  { field, labels: selector }: Selection,
): SelectionPlan {
  const who = `${field}Selector of ${nameOf(prometheus)}`;
  if (selector.selectsNothing) {
    const message = `${who} is absent, which means that it selects nothing, whatever labels an object has.`;
    const fix = `set ${field}Selector on the Prometheus object; {} selects everything.`;
    return { labels: {}, problems: [{ field: 'metadata.labels', message, fix }] };
  }
  const labels: { [key: string]: string } = {};
  const problems: Problem[] = [];
  const clash = (key: string, wanted: string, fix: string) =>
    problems.push({
      field: 'metadata.labels',
      message: `${who} asks for ${wanted}, but the label "${key}" is "${labels[key] ?? subject.label(key)}", so the object would not be selected.`,
      fix,
    });
  for (const [key, value] of Object.entries(selector.requiredLabels)) {
    const present = subject.label(key);
    if (present === undefined || present === value) {
      labels[key] = value;
    } else {
      clash(key, `"${key}: ${value}"`, `remove the label "${key}", or set it to "${value}".`);
    }
  }
  for (const requirement of selector.requirements) {
    const { key, operator, values = [] } = requirement;
    const present = labels[key] ?? subject.label(key);
    if (requirementHolds(requirement, present)) {
      continue;
    }
    if (present === undefined) {
      // Only In and Exists can fail for want of a label.
      labels[key] = operator === LabelOperator.IN ? values[0] : 'true';
    } else {
      clash(key, text(requirement), fixFor(requirement));
    }
  }
  return { labels, problems };
}

function text({ key, operator, values }: LabelRequirement): string {
  return `"${key}" ${operator}${values ? ` (${values.join(', ')})` : ''}`;
}

function fixFor({ key, operator, values = [] }: LabelRequirement): string {
  return operator === LabelOperator.IN
    ? `set the label "${key}" to one of ${values.join(', ')}.`
    : `remove the label "${key}"${operator === LabelOperator.NOT_IN ? ', or give it another value' : ''}.`;
}

function nameOf(prometheus: IPrometheus): string {
  return `Prometheus ${prometheus.namespace}/${prometheus.prometheusName}`;
}

import { ApiObject } from 'cdk8s';
import type { Node } from 'constructs';
import { type Problem, Problems } from '../private/problems';
import { TreeIndex } from '../private/tree-index';
import { LabelOperator, type LabelRequirement, requirementHolds } from '../selection/label-requirement';
import type { LabelSelector } from '../selection/label-selector';
import type { NamespaceSelector } from '../selection/namespace-selector';
import type { IPrometheus } from './i-prometheus';
import { usePrometheus } from './in-use';

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
  /** Any node of the app, to look for Namespace objects. */
  readonly node: Node;
  /** Stands for the subject, in one step after another: see `TreeIndex`. */
  readonly asker: object;
}

/** Labels to add so that the subject is selected, or what no label can mend. */
export interface SelectionPlan {
  readonly labels: { [key: string]: string };
  readonly problems: Problem[];
}

/** Adds the labels by which `prometheus` selects `apiObject`; see `IPrometheus.select`. */
export function selectApiObject(prometheus: IPrometheus, apiObject: ApiObject): void {
  if (!ApiObject.isApiObject(apiObject)) {
    throw new Error(
      'select: this is no ApiObject, so there is nothing that could be labelled. Fix: pass the object below the construct, for example `monitor.apiObject` or `app.monitor`.',
    );
  }
  const { metadata, kind, apiGroup, node } = apiObject;
  const plan = planSelection(prometheus, {
    apiGroup,
    kind,
    namespace: metadata.namespace,
    label: (key) => metadata.getLabel(key),
    node,
    asker: apiObject,
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

/** Whether labels let `prometheus` take an object of this kind; namespaces are not looked at. */
export function isSelected(prometheus: IPrometheus, kind: string, label: (key: string) => string | undefined): boolean {
  const selection = selectionFor(prometheus, { apiGroup: 'monitoring.coreos.com', kind });
  return prometheus.inactiveReason === undefined && selection !== undefined && selection.labels._satisfiedBy(label);
}

/** Works out how `prometheus` can select the subject, without touching either. */
export function planSelection(prometheus: IPrometheus, subject: SelectionSubject): SelectionPlan {
  usePrometheus(subject.asker, prometheus);
  if (prometheus.inactiveReason !== undefined) {
    const message = `${nameOf(prometheus)} scrapes nothing and evaluates nothing: ${prometheus.inactiveReason}`;
    return { labels: {}, problems: [{ field: 'prometheus', message, fix: 'switch it on, or use another one.' }] };
  }
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

function selectionFor(
  prometheus: IPrometheus,
  subject: Pick<SelectionSubject, 'apiGroup' | 'kind'>,
): Selection | undefined {
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
  if (!prometheus.operatorScope.watches(namespace)) {
    const who = nameOf(prometheus);
    return {
      field: 'metadata.namespace',
      message: `the Operator behind ${who} does not watch namespace "${namespace}" (it watches ${prometheus.operatorScope.describe()}), so the object would not exist for it, and no label can change that.`,
      fix: "put the object in a watched namespace, or change the Operator's --namespaces or --deny-namespaces.",
    };
  }
  if (namespaceMatches(prometheus, subject, namespaces, namespace) !== false) {
    return undefined;
  }
  const who = nameOf(prometheus);
  const own = namespaces.ownNamespaceOnly;
  return {
    field: 'metadata.namespace',
    message: `${field}NamespaceSelector of ${who} does not reach namespace "${namespace}"${own ? ' (it is absent, which means its own namespace only)' : ''}, so the object would never be read, and no label on it can change that.`,
    fix: `put the object in ${own ? `namespace "${prometheus.namespace}"` : 'a namespace that the selector reaches'}, or widen ${field}NamespaceSelector.`,
  };
}

/** Labels of the Namespace objects of an app. */
const namespaces = new TreeIndex(
  (root) =>
    new Map<string, { [key: string]: string }>(
      root.node
        .findAll()
        .filter((c): c is ApiObject => ApiObject.isApiObject(c) && c.kind === 'Namespace')
        .map(({ name, metadata }) => [name, metadata.toJson()?.labels ?? {}]),
    ),
);

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
  const labels = namespaces.at(subject.node.root, subject.asker).get(namespace);
  return labels && selector.matches(namespace, prometheus.namespace, labels);
}

function planLabels(
  prometheus: IPrometheus,
  subject: SelectionSubject,
  { field, labels: selector }: Selection,
): SelectionPlan {
  const required = Object.entries(selector.requiredLabels);
  const plain = !selector.selectsNothing && selector.requirements.length === 0;
  if (plain && required.every(([key, value]) => (subject.label(key) ?? value) === value)) {
    // Nearly every selector is of this kind, and nearly every object fits it.
    return { labels: Object.fromEntries(required), problems: [] };
  }
  const who = `${field}Selector of ${nameOf(prometheus)}`;
  if (selector.selectsNothing) {
    const message = `${who} is absent, which means that it selects nothing, whatever labels an object has.`;
    const fix = `set ${field}Selector on the Prometheus object; {} selects everything.`;
    return { labels: {}, problems: [{ field: 'metadata.labels', message, fix }] };
  }
  const labels: { [key: string]: string } = {};
  const problems: Problem[] = [];
  for (const [key, requirements] of requirementsByKey(selector)) {
    const present = subject.label(key);
    const failing = requirements.filter((requirement) => !requirementHolds(requirement, present));
    const added = failing.length > 0 && present === undefined ? valueFor(requirements) : undefined;
    if (added !== undefined) {
      labels[key] = added;
    } else if (failing.length > 0) {
      const asked = failing.map(text).join(' and ');
      problems.push(
        present === undefined
          ? {
              field: 'metadata.labels',
              message: `${who} asks for ${requirements.map(text).join(' and ')}, which no value of the label "${key}" fulfils, so no object would be selected.`,
              fix: `correct ${field}Selector on the Prometheus object.`,
            }
          : {
              field: 'metadata.labels',
              message: `${who} asks for ${asked}, but the label "${key}" is "${present}", so the object would not be selected.`,
              fix: fixFor(failing[0]),
            },
      );
    }
  }
  return { labels, problems };
}

/** All that a selector asks of each label; an equality is an `In` with one value. */
function requirementsByKey(selector: LabelSelector): Map<string, LabelRequirement[]> {
  const equalities = Object.entries(selector.requiredLabels).map(
    ([key, value]): LabelRequirement => ({ key, operator: LabelOperator.IN, values: [value] }),
  );
  const byKey = new Map<string, LabelRequirement[]>();
  for (const requirement of [...equalities, ...selector.requirements]) {
    byKey.set(requirement.key, [...(byKey.get(requirement.key) ?? []), requirement]);
  }
  return byKey;
}

/** A value that fulfils all requirements of one label; `undefined` when there is none. */
function valueFor(requirements: LabelRequirement[]): string | undefined {
  const listed = requirements.find(({ operator }) => operator === LabelOperator.IN)?.values;
  // Without a list to choose from, at most as many values are forbidden as are named, so one of these is free.
  const forbidden = requirements.flatMap(({ values = [] }) => values);
  const candidates = listed ?? ['true', ...forbidden.map((_, index) => `true-${index}`)];
  return candidates.find((value) => requirements.every((requirement) => requirementHolds(requirement, value)));
}

function text({ key, operator, values = [] }: LabelRequirement): string {
  if (operator === LabelOperator.IN && values.length === 1) {
    return `"${key}: ${values[0]}"`;
  }
  return `"${key}" ${operator}${values.length > 0 ? ` (${values.join(', ')})` : ''}`;
}

function fixFor({ key, operator, values = [] }: LabelRequirement): string {
  switch (operator) {
    case LabelOperator.IN:
      return values.length === 1
        ? `remove the label "${key}", or set it to "${values[0]}".`
        : `remove the label "${key}", or set it to one of ${values.join(', ')}.`;
    case LabelOperator.NOT_IN:
      return `remove the label "${key}", or give it another value.`;
    default:
      return `remove the label "${key}".`;
  }
}

function nameOf(prometheus: IPrometheus): string {
  return `Prometheus ${prometheus.namespace}/${prometheus.prometheusName}`;
}

import { type Finding, isMap } from '../finding';
import type { SchemaNode } from '../schema-table';
import { type Explanation, PRUNED, type Subject } from './explanation';
import { isSmallJson, listing, pointer, show, showPath, yaml } from './show';

const NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * A selector in the shape of another one, where it is the parts that are left over that select.
 *
 * Source: prometheus-operator v0.93.0 `pkg/apis/monitoring/v1/prometheus_types.go` (label selectors of namespaces) and
 * `types.go`, `NamespaceSelector`.
 */
export function explainSelector(finding: Finding, subject: Subject, container: unknown): Explanation | undefined {
  if (!isMap(container)) {
    return undefined;
  }
  if (isLabelSelector(finding.node)) {
    return namesInLabelSelector(finding, container) ?? labelsWithoutMatchLabels(finding, container);
  }
  return isNamespaceSelector(finding.node) ? labelsInNamespaceSelector(finding, subject, container) : undefined;
}

export function isLabelSelector(node: SchemaNode): boolean {
  return (
    Object.keys(node.fields ?? {})
      .sort()
      .join() === 'matchExpressions,matchLabels'
  );
}

export function isNamespaceSelector(node: SchemaNode): boolean {
  return (
    Object.keys(node.fields ?? {})
      .sort()
      .join() === 'any,matchNames'
  );
}

/** `matchNames` and `any` in a selector of namespaces by label. */
function namesInLabelSelector(finding: Finding, container: { [key: string]: unknown }): Explanation | undefined {
  const parent = finding.path.slice(0, -1);
  const name = finding.path[finding.path.length - 1];
  const selector = String(parent[parent.length - 1]);
  if (!/namespaceSelector$/i.test(selector) || (name !== 'matchNames' && name !== 'any')) {
    return undefined;
  }
  const isAlone = ['matchLabels', 'matchExpressions'].every((key) => container[key] === undefined);
  const others = Object.keys(container).filter((key) => key !== name && key !== 'matchNames' && key !== 'any');
  const common = {
    code: 'misplaced-field',
    message: `${show(name)} is no field of ${showPath(parent)}, which selects namespaces by their labels. ${PRUNED}${
      isAlone ? ' What is left, {}, selects every namespace.' : ''
    }`,
    values: { name, selector },
    isCertain: true,
  } as const;
  if (name === 'any') {
    return {
      ...common,
      fix: finding.value === true ? `For every namespace: ${selector}: {}` : `Remove ${showPath(finding.path)}.`,
      patch: [{ op: 'remove', path: pointer(finding.path) }],
    };
  }
  const names = Array.isArray(finding.value) ? finding.value.filter((item) => typeof item === 'string') : [];
  const expression = { key: NAME_LABEL, operator: 'In', values: names };
  const hasRoom = isAlone && others.length === 0 && names.length > 0;
  return {
    ...common,
    fix: `${selector}: { matchExpressions: [{ key: ${NAME_LABEL}, operator: In, values: [${
      names.length > 0 ? names.map(yaml).join(', ') : '…'
    }] }] }`,
    ...(hasRoom
      ? {
          patch: [
            { op: 'remove', path: pointer(finding.path) },
            { op: 'add', path: pointer([...parent, 'matchExpressions']), value: [expression] },
          ],
        }
      : {}),
  };
}

/** `selector: {app: web}`. One finding speaks for all labels of the selector. */
function labelsWithoutMatchLabels(finding: Finding, container: { [key: string]: unknown }): Explanation | undefined {
  const parent = finding.path.slice(0, -1);
  const labels = Object.entries(container).filter(
    ([key, value]) => !/^match/i.test(key) && ['string', 'number', 'boolean'].includes(typeof value),
  );
  if (!labels.some(([key]) => key === finding.path[finding.path.length - 1])) {
    return undefined;
  }
  const selector = String(parent[parent.length - 1]);
  const isAlone = Object.keys(container).every((key) => labels.some(([label]) => label === key));
  const given = isMap(container.matchLabels) ? container.matchLabels : {};
  const matchLabels = { ...given, ...Object.fromEntries(labels.map(([key, value]) => [key, String(value)])) };
  return {
    code: 'misplaced-field',
    path: parent,
    message: `${showPath(parent)} holds the ${labels.length > 1 ? 'labels' : 'label'} ${listing(
      labels.map(([key]) => show(key)),
    )} itself; labels belong under "matchLabels". ${PRUNED}${isAlone ? ' What is left, {}, selects everything.' : ''}`,
    fix: `${selector}: { matchLabels: { ${Object.entries(matchLabels)
      .map(([key, value]) => `${key}: ${yaml(value)}`)
      .join(', ')} } }`,
    ...(isSmallJson(matchLabels)
      ? {
          patch: [
            ...labels.map(([key]) => ({ op: 'remove' as const, path: pointer([...parent, key]) })),
            { op: 'add' as const, path: pointer([...parent, 'matchLabels']), value: matchLabels },
          ],
        }
      : {}),
    values: { labels: labels.map(([key]) => key) },
    isCertain: true,
  };
}

/** `matchLabels` in the namespace selector of a monitor. */
function labelsInNamespaceSelector(
  finding: Finding,
  subject: Subject,
  container: { [key: string]: unknown },
): Explanation | undefined {
  const parent = finding.path.slice(0, -1);
  const name = finding.path[finding.path.length - 1];
  if (name !== 'matchLabels' && name !== 'matchExpressions') {
    return undefined;
  }
  const labels = isMap(finding.value) ? finding.value : {};
  const namespace = labels[NAME_LABEL];
  const isByName = name === 'matchLabels' && typeof namespace === 'string' && Object.keys(labels).length === 1;
  const isAlone = container.any === undefined && container.matchNames === undefined;
  const path = [...parent, 'matchNames'];
  return {
    code: 'misplaced-field',
    message: `${show(name)} is no field of ${showPath(parent)}: a ${subject.kind} selects namespaces by name only. ${PRUNED}${
      isAlone ? ' What is left, {}, selects the own namespace of the object only.' : ''
    }`,
    fix: `namespaceSelector: { matchNames: [${isByName ? yaml(namespace) : '…'}] }, or { any: true }; labels of the targets go to spec.selector.matchLabels`,
    ...(isByName && isAlone
      ? {
          patch: [
            { op: 'remove', path: pointer(finding.path) },
            { op: 'add', path: pointer(path), value: [namespace] },
          ],
        }
      : {}),
    values: { name },
    isCertain: true,
  };
}

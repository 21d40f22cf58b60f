import { isDnsLabel } from '../../private/kubernetes-names';
import { type ReleaseNames, releaseNames } from '../../stack/facts/names';
import type { ChartValues } from './chart-values';
import type { StackProblems, StackSpec } from './stack-spec';
import { type StackVersions, stackVersions } from './stack-versions';

/** What all objects of a release have in common. */
export interface ReleaseFacts {
  readonly stack: StackSpec;
  readonly values: ChartValues;
  readonly problems: StackProblems;
  readonly names: ReleaseNames;
  readonly versions: StackVersions;
  /** Namespace of the parent chart's objects. */
  readonly namespace: string;
  /** Labels of the parent chart's objects, without `app`. */
  readonly labels: { readonly [key: string]: string };
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`, `kube-prometheus-stack.labels`. */
export function releaseFacts(stack: StackSpec, values: ChartValues, problems: StackProblems): ReleaseFacts {
  const names = releaseNames(stack.release, {
    fullnameOverride: values.text('fullnameOverride'),
    nameOverride: values.text('nameOverride'),
    cleanPrometheusOperatorObjectNames: values.flag('cleanPrometheusOperatorObjectNames', false),
    operatorFullnameOverride: values.text('prometheusOperator.fullnameOverride'),
  });
  const versions = stackVersions(stack, problems);
  return {
    stack,
    values,
    problems,
    names,
    versions,
    namespace: namespaceAt('namespaceOverride', stack.namespace, values, problems),
    labels: {
      'app.kubernetes.io/managed-by': 'Helm',
      'app.kubernetes.io/instance': stack.release,
      'app.kubernetes.io/version': versions.chart,
      'app.kubernetes.io/part-of': names.app,
      chart: `kube-prometheus-stack-${versions.chart}`,
      heritage: 'Helm',
      ...values.labels('commonLabels'),
      release: stack.release,
    },
  };
}

/** A namespace that the values may override; one that cannot be is reported, and does not count. */
export function namespaceAt(path: string, otherwise: string, values: ChartValues, problems: StackProblems): string {
  const text = values.text(path);
  if (text === '' || isDnsLabel(text)) {
    return text || otherwise;
  }
  if (values.hasTemplate(text)) {
    values.template(path, text);
  } else {
    problems.value(
      'stack/bad-namespace',
      'certain',
      path,
      `${path} is "${text}", which is no name of a namespace: the install fails.`,
      'use lower-case letters, digits and hyphens.',
    );
  }
  return otherwise;
}

import { isDnsLabel } from '../../private/kubernetes-names';
import { type Release, releaseOf } from '../../stack/facts/release';
import type { ChartValues } from './chart-values';
import type { StackProblems, StackSpec } from './stack-spec';
import { type StackVersions, stackVersions } from './stack-versions';

/** What all objects of a release have in common. */
export interface ReleaseFacts extends Release {
  readonly stack: StackSpec;
  readonly values: ChartValues;
  readonly problems: StackProblems;
  readonly versions: StackVersions;
}

/** The facts of a release; a namespace that cannot be is reported, and does not count. */
export function releaseFacts(stack: StackSpec, values: ChartValues, problems: StackProblems): ReleaseFacts {
  const versions = stackVersions(stack, problems);
  for (const path of ['namespaceOverride', 'alertmanager.namespaceOverride']) {
    checkNamespace(path, values, problems);
  }
  return { ...releaseOf(stack, versions.chart, values), stack, values, problems, versions };
}

function checkNamespace(path: string, values: ChartValues, problems: StackProblems): void {
  const text = values.text(path);
  if (text === '' || isDnsLabel(text)) {
    return;
  }
  if (values.hasTemplate(text)) {
    values.template(path, text);
    return;
  }
  problems.value(
    'stack/bad-namespace',
    'certain',
    path,
    `${path} is "${text}", which is no name of a namespace: the install fails.`,
    'use lower-case letters, digits and hyphens.',
  );
}

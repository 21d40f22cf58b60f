import { distance } from 'fastest-levenshtein';
import { sanitizeLabelName } from '../simulator/discovery/meta-labels';
import { searchedNamespaces } from '../simulator/jobs/job-discovery';
import type { SourcedObject } from '../simulator/kube-object';
import { compileSelector, firstFailure, type SelectorRequirement } from '../simulator/operator/label-selector';
import { usesRoleSelector } from '../simulator/operator/monitor-parts';
import { nameOf } from '../simulator/operator/problem';
import type { Labels } from '../simulator/relabel/relabel-rule';
import { SelectorMatch, sanitizedLabels } from '../simulator/targets/selector-match';
import { requirementText } from './describe-break';
import type { Scope } from './scope';
import { namespacesText } from './texts';

/** A Service or pod as monitors see it. */
export interface Candidate {
  /** What it is called in a sentence. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Labels;
  /** Keys of labels whose value nobody can know. */
  readonly opaque: ReadonlySet<string>;
}

/** A monitor that would select something but for one thing. */
export interface NearMonitor {
  readonly monitor: SourcedObject;
  /** The field of the monitor in question. */
  readonly field: string;
  readonly text: string;
  /** Lower for what is nearer. */
  readonly distance: number;
}

/** What monitors do with a Service or pod. */
export interface MonitorMatches {
  /** Those whose selector and namespaces take it. */
  readonly selecting: readonly SourcedObject[];
  /** A few that miss it by one label or by the namespace, the nearest first. */
  readonly near: readonly NearMonitor[];
}

/** How many near misses are named. */
const NEAREST = 3;

/** Finds the monitors of one kind that select something, and those that nearly do; looks at each monitor once. */
export function monitorsOf(scope: Scope, kind: 'ServiceMonitor' | 'PodMonitor', candidate: Candidate): MonitorMatches {
  const { simulation } = scope.context;
  const sanitized = sanitizedLabels(candidate.labels);
  const opaque = new Set([...candidate.opaque].map(sanitizeLabelName));
  const ignoring = scope.instances.some(({ settings }) => settings.ignoreNamespaceSelectors);
  const selecting: SourcedObject[] = [];
  const near: NearMonitor[] = [];
  for (const monitor of simulation.monitors) {
    if (monitor.object.kind !== kind) {
      continue;
    }
    const selector = monitor.object.spec?.selector;
    const { requirements } = compileSelector(selector, 'spec.selector');
    const takes = usesRoleSelector(monitor)
      ? failures(requirements, candidate).length === 0
      : new SelectorMatch(selector).takes(sanitized, opaque);
    const searched = searchedNamespaces(monitor, { ignoreNamespaceSelectors: false });
    const looks =
      searched === undefined ||
      searched.includes(candidate.namespace) ||
      (ignoring && monitor.object.metadata.namespace === candidate.namespace);
    if (takes && looks) {
      selecting.push(monitor);
    } else {
      near.push(...nearMiss(monitor, requirements, candidate, takes, looks, searched));
    }
  }
  return { selecting, near: near.sort((a, b) => a.distance - b.distance).slice(0, NEAREST) };
}

function nearMiss(
  monitor: SourcedObject,
  requirements: readonly SelectorRequirement[],
  candidate: Candidate,
  takes: boolean,
  looks: boolean,
  searched: readonly string[] | undefined,
): NearMonitor[] {
  if (takes) {
    // A selector that takes everything means nothing in particular.
    return requirements.length === 0
      ? []
      : [
          {
            monitor,
            field: 'spec.namespaceSelector',
            text: `${nameOf(monitor)} selects its labels, but looks in ${namespacesText(searched)} only.`,
            distance: 0,
          },
        ];
  }
  const failed = looks ? failures(requirements, candidate) : [];
  if (failed.length !== 1) {
    return [];
  }
  const [{ key, operator, values, field }] = failed;
  const actual = Object.hasOwn(candidate.labels, key) ? candidate.labels[key] : undefined;
  if (requirements.length === 1 && actual === undefined) {
    return [];
  }
  const has = actual === undefined ? `has no label "${key}"` : `has ${key}=${actual}`;
  return [
    {
      monitor,
      field,
      text: `${nameOf(monitor)} wants ${requirementText(key, operator, values)}, and ${candidate.name} ${has}.`,
      distance: Math.min(...values.map((value) => distance(value, actual ?? '')), actual === undefined ? 99 : 63),
    },
  ];
}

function failures(requirements: readonly SelectorRequirement[], { labels, opaque }: Candidate): SelectorRequirement[] {
  return requirements.filter(
    (requirement) =>
      !opaque.has(requirement.key) && firstFailure({ requirements: [requirement], problems: [] }, labels) !== undefined,
  );
}

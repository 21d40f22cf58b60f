import { type ChainLink, LinkState } from '../report/explanation';
import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { compileSelector, describeRequirement, firstFailure } from '../simulator/operator/label-selector';
import { prefixOf } from '../simulator/operator/monitor-parts';
import { nameOf, namespaceOf } from '../simulator/operator/problem';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import { missedPlaces } from './judge-monitor';
import type { Place, Scope } from './scope';
import { counted, namespacesText } from './texts';

/** How many conditions of one selector are shown. */
const CONDITIONS = 10;

/** The link in which the two selectors of a Prometheus are compared with a monitor and its namespace, label by label. */
export function selectionLink(scope: Scope, outcome: MonitorOutcome): ChainLink {
  const { instance, monitor, state, misses } = outcome;
  const links = [labelsLink(scope, instance, monitor), namespaceLink(scope, instance, monitor)];
  const certain = misses.filter(({ failed }) => failed === undefined || failed.certain);
  const places = missedPlaces(outcome);
  if (state === 'unselected') {
    const { name } = monitor.object.metadata;
    const text =
      certain.length > 1
        ? `Neither the labels nor the namespace of ${name} are selected.`
        : `The ${certain[0].link === 'labels' ? `labels of ${name} are` : `namespace of ${name} is`} not selected.`;
    return scope.broken(text, { link: 'L4', places, links });
  }
  if (state === 'undecided') {
    const namespace = namespaceOf(monitor.object);
    const text = `Whether namespace "${namespace}" is selected depends on its labels; the object Namespace ${namespace} would tell.`;
    const parts = { link: 'L4', places, links };
    return scope.context.absence === 'complete' ? scope.broken(text, parts) : scope.unknown(text, parts);
  }
  return scope.holds('Its labels and its namespace are selected.', { link: 'L4', links });
}

function labelsLink(scope: Scope, { object }: Instance, monitor: SourcedObject): ChainLink {
  const name = selectorName(monitor, 'Selector');
  const selector = object.object.spec?.[name];
  const places = [{ object, field: `spec.${name}` }];
  if (selector === undefined || selector === null) {
    return plain(LinkState.BROKEN, `No ${name}, which takes no ${monitor.object.kind} at all.`, scope, places);
  }
  const what = `${monitor.object.kind} ${monitor.object.metadata.name}`;
  return conditions(
    scope,
    name,
    selector,
    monitor.object.metadata.labels,
    true,
    what,
    `every ${monitor.object.kind}`,
    places,
  );
}

function namespaceLink(scope: Scope, { object }: Instance, monitor: SourcedObject): ChainLink {
  const name = selectorName(monitor, 'NamespaceSelector');
  const selector = object.object.spec?.[name];
  const places = [{ object, field: `spec.${name}` }];
  const namespace = namespaceOf(monitor.object);
  if (selector === undefined || selector === null) {
    const own = namespaceOf(object.object);
    const who = monitor.object.kind === 'PrometheusRule' ? monitor.object.metadata.name : 'the monitor';
    return namespace === own
      ? plain(LinkState.HOLDS, `No ${name}, which takes its own namespace "${own}" alone.`, scope, places)
      : plain(
          LinkState.BROKEN,
          `No ${name}, which takes its own namespace alone; ${who} is in "${namespace}".`,
          scope,
          places,
        );
  }
  const { labels, declared } = scope.context.simulation.lookup.namespaceLabels(namespace);
  return conditions(scope, name, selector, labels, declared, `Namespace ${namespace}`, 'every namespace', places);
}

function conditions(
  scope: Scope,
  name: string,
  selector: any,
  labels: { readonly [key: string]: string } | undefined,
  complete: boolean,
  what: string,
  everything: string,
  places: readonly Place[],
): ChainLink {
  const { requirements } = compileSelector(selector, `spec.${name}`);
  if (requirements.length === 0) {
    return plain(LinkState.HOLDS, `${name} is empty, which takes ${everything}.`, scope, places);
  }
  const parts = requirements.slice(0, CONDITIONS).map((requirement) => {
    const failed = firstFailure({ requirements: [requirement], problems: [] }, labels, complete);
    const actual = labels && Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    const has =
      actual !== undefined
        ? `has ${requirement.key}=${actual}`
        : complete
          ? `has no label "${requirement.key}"`
          : `is not among these objects`;
    return plain(
      failed === undefined ? LinkState.HOLDS : failed.certain ? LinkState.BROKEN : LinkState.UNKNOWN,
      `${describeRequirement(requirement)}: ${what} ${has}.`,
      scope,
      [{ object: places[0].object, field: requirement.field }],
    );
  });
  const rest = requirements.length - parts.length;
  const failed = firstFailure({ requirements, problems: [] }, labels, complete);
  return {
    ...plain(
      failed === undefined ? LinkState.HOLDS : failed.certain ? LinkState.BROKEN : LinkState.UNKNOWN,
      `${name} asks for ${counted(requirements.length, 'label')}${rest > 0 ? `, of which ${CONDITIONS} are shown` : ''}:`,
      scope,
      [],
    ),
    links: parts,
  };
}

/** What a selector says is no finding of its own: the link above it carries that. */
function plain(state: LinkState, text: string, scope: Scope, places: readonly Place[]): ChainLink {
  const { check, fix, ...link } = scope.note(text, { places });
  return { ...link, state };
}

function selectorName({ object }: SourcedObject, suffix: string): string {
  return `${prefixOf(object.kind)}${suffix}`;
}

/** The link in which the Operator sees the namespace of a monitor, or does not. */
export function watchLink(scope: Scope, monitor: SourcedObject, watched: boolean, instance: Instance): ChainLink {
  const namespace = namespacesText([namespaceOf(monitor.object)]);
  const operator = instance.operator?.object;
  const who =
    operator === undefined ? 'The Operator (assumed with default flags)' : `The Operator (${nameOf(operator)})`;
  return watched
    ? scope.holds(`${who} watches ${namespace}.`, { link: 'L2' })
    : scope.broken(
        `${who} does not watch ${namespace}, so the ${monitor.object.kind === 'PrometheusRule' ? 'object' : 'monitor'} does not exist for it.`,
        {
          link: 'L2',
          places: [{ object: monitor, field: 'metadata.namespace' }],
          fix: 'add the namespace to --namespaces of the Operator, or take it off --deny-namespaces.',
        },
      );
}

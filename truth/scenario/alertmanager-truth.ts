/** What becomes of an Alertmanager. */
export type AlertmanagerOutcome =
  /** The Operator makes no configuration, and says nothing: not its to care for, or paused. */
  | 'ignored'
  /** The Operator fails on it, so there is no configuration. */
  | 'failed'
  /** Alertmanager refuses the configuration that the Operator made. */
  | 'refused'
  /** Alertmanager runs with the configuration. */
  | 'loaded';

/** An Alertmanager, and where it sends alerts. */
export interface AlertmanagerTruth {
  readonly outcome: AlertmanagerOutcome;
  /** What the Operator or Alertmanager says about it; never compared. */
  readonly message?: string;
  /** AlertmanagerConfigs that the Operator selects and rejects, by `Kind namespace/name`, with its message, never compared. */
  readonly rejected: { readonly [config: string]: string };
  /** Its configuration; none unless it is loaded. */
  readonly configuration?: ConfigurationTruth;
  /** The receivers that sample alerts reach, in their order, by the labels; none unless it is loaded. */
  readonly alerts?: { readonly [labels: string]: readonly string[] };
}

/** A configuration in lines. */
export interface ConfigurationTruth {
  /** The routes, each before those below it, which are indented. */
  readonly routes: readonly string[];
  /** With the kinds of notification that they send. */
  readonly receivers: readonly string[];
  readonly inhibitRules: readonly string[];
  /** Sorted, since they come from two lists. */
  readonly timeIntervals: readonly string[];
}

/** A route as both sides tell it. */
export interface RouteFacts {
  /** In whatever order. */
  readonly matchers: readonly string[];
  readonly receiver?: string;
  readonly continue: boolean;
  readonly groupBy?: readonly string[];
  readonly groupWait?: string;
  readonly groupInterval?: string;
  readonly repeatInterval?: string;
  readonly muteTimeIntervals: readonly string[];
  readonly activeTimeIntervals: readonly string[];
}

/** One line for a route. */
export function routeLine(route: RouteFacts, depth: number): string {
  const options = [
    route.continue ? 'continue' : '',
    ...list('group by', route.groupBy),
    ...(['groupWait', 'groupInterval', 'repeatInterval'] as const).map((name) =>
      route[name] === undefined ? '' : `${name} ${route[name]}`,
    ),
    ...list('muted', nonEmpty(route.muteTimeIntervals)),
    ...list('active', nonEmpty(route.activeTimeIntervals)),
  ].filter((text) => text !== '');
  const end = options.length === 0 ? '' : ` (${options.join('; ')})`;
  return `${'  '.repeat(depth)}${setText(route.matchers)} -> ${route.receiver ?? 'as above'}${end}`;
}

/** One line for an inhibit rule. */
export function inhibitLine(source: readonly string[], target: readonly string[], equal: readonly string[]): string {
  return `${setText(source)} inhibits ${setText(target)}${equal.length === 0 ? '' : ` of equal ${equal.join(', ')}`}`;
}

/** One line for a receiver. */
export function receiverLine(name: string, integrations: readonly string[]): string {
  return integrations.length === 0 ? name : `${name}: ${[...integrations].sort().join(', ')}`;
}

function setText(matchers: readonly string[]): string {
  return `{${[...matchers].sort().join(', ')}}`;
}

function list(what: string, names: readonly string[] | undefined): string[] {
  return names === undefined ? [] : [`${what} ${names.join(', ')}`];
}

function nonEmpty(names: readonly string[]): readonly string[] | undefined {
  return names.length === 0 ? undefined : names;
}

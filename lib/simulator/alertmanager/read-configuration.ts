import { isPlainObject } from '../../private/plain-object';
import { readValues } from '../../yaml/read-values';
import { parseDuration } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import { checkText } from './check-text';
import type { Configuration, ConfigurationProblem, InhibitRule, Receiver } from './configuration';
import { type Matcher, whyNoMatcher } from './matcher';
import { parseMatchers } from './parse-matchers';
import { type Route, routesIn } from './route';

/** A configuration that was read, or why it was not. */
export interface ReadConfiguration {
  /** `undefined` where nothing can be made of the text. */
  readonly configuration: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Reads the text of an `alertmanager.yaml`. Of receivers no more is read than which kinds of notification they have, and no
 * problem cites more of the text than names, for it is that of a Secret.
 *
 * Source: alertmanager v0.34.2 `config/config.go`, `Config.UnmarshalYAML` and `Route.UnmarshalYAML`.
 *
 * @param field field of the object that the text stands in
 * @param byOperator whether the Operator reads it too, which knows fewer fields
 */
export function readConfiguration(
  text: string,
  object: SourcedObject | undefined,
  field: string,
  byOperator = false,
): ReadConfiguration {
  const { data, problems } = readValues(text);
  if (problems.length > 0 || !isPlainObject(data)) {
    const line = problems[0]?.line;
    const where = line === undefined ? '' : ` (line ${line} of the text)`;
    const message = problems.length > 0 ? `is no YAML${where}` : 'is no map';
    return { configuration: undefined, problems: [{ path: '', message }] };
  }
  return new Reader(object, field, byOperator).read(data);
}

class Reader {
  private readonly problems: ConfigurationProblem[] = [];

  constructor(
    private readonly object: SourcedObject | undefined,
    private readonly field: string,
    private readonly byOperator: boolean,
  ) {}

  public read(data: { readonly [key: string]: any }): ReadConfiguration {
    if (!isPlainObject(data.route)) {
      this.report('route', 'is missing, and every configuration needs one');
      return { configuration: undefined, problems: this.problems };
    }
    const root = this.route(data.route, 'route');
    const receivers = listOf(data.receivers).map((receiver, i) => this.receiver(receiver, i));
    const timeIntervals = ['mute_time_intervals', 'time_intervals'].flatMap((key) =>
      listOf(data[key]).map((interval) => String(interval?.name ?? '')),
    );
    const inhibitRules = listOf(data.inhibit_rules).map((rule, i) => this.inhibitRule(rule, `inhibit_rules[${i}]`));
    const globals = new Set(Object.keys(isPlainObject(data.global) ? data.global : {}));
    const configuration = { root, receivers, inhibitRules, timeIntervals, globals };
    this.checkRoot(root);
    this.checkNames(configuration);
    return { configuration, problems: [...this.problems, ...checkText(data, this.byOperator)] };
  }

  private route(data: { readonly [key: string]: any }, path: string): Route {
    for (const key of ['group_wait', 'group_interval', 'repeat_interval']) {
      const given = data[key];
      if (given !== undefined && given !== null && parseDuration(given) === undefined) {
        this.report(`${path}.${key}`, `is "${given}", which is no duration such as 5m`);
      } else if (key !== 'group_wait' && parseDuration(given) === 0) {
        this.report(`${path}.${key}`, 'is zero, and it may not be');
      }
    }
    return {
      origin: { object: this.object, field: this.field },
      ...(data.receiver ? { receiver: String(data.receiver) } : {}),
      matchers: this.matchers(data, path),
      continue: data.continue === true,
      ...(Array.isArray(data.group_by) ? { groupBy: data.group_by.map(String) } : {}),
      ...textOf(data, 'group_wait', 'groupWait'),
      ...textOf(data, 'group_interval', 'groupInterval'),
      ...textOf(data, 'repeat_interval', 'repeatInterval'),
      muteTimeIntervals: listOf(data.mute_time_intervals).map(String),
      activeTimeIntervals: listOf(data.active_time_intervals).map(String),
      routes: listOf(data.routes).map((route, i) =>
        this.route(isPlainObject(route) ? route : {}, `${path}.routes[${i}]`),
      ),
    };
  }

  private matchers(data: { readonly [key: string]: any }, path: string, prefix = ''): Matcher[] {
    const old = (key: string, type: '=' | '=~'): Matcher[] =>
      Object.entries(isPlainObject(data[key]) ? data[key] : {}).map(([name, value]) => {
        const matcher: Matcher = { name, type, value: String(value ?? '') };
        const why = whyNoMatcher(matcher);
        if (why !== undefined) {
          this.report(`${path}.${key}.${name}`, `is no regular expression: ${why}`);
        }
        return matcher;
      });
    const lines = listOf(data[`${prefix}matchers`]).flatMap((line, i): readonly Matcher[] => {
      const parsed = parseMatchers(String(line));
      if ('problem' in parsed) {
        this.report(`${path}.${prefix}matchers[${i}]`, `cannot be read: ${parsed.problem}`);
        return [];
      }
      return parsed;
    });
    return [...old(`${prefix}match`, '='), ...old(`${prefix}match_re`, '=~'), ...lines];
  }

  private receiver(data: any, index: number): Receiver {
    const integrations = Object.keys(isPlainObject(data) ? data : {})
      .filter((key) => key.endsWith('_configs') && listOf(data[key]).length > 0)
      .map((key) => key.slice(0, -'_configs'.length));
    const name = String(data?.name ?? '');
    if (name === '') {
      this.report(`receivers[${index}].name`, 'is missing');
    }
    return { name, integrations, origin: { object: this.object, field: this.field } };
  }

  private inhibitRule(given: any, path: string): InhibitRule {
    const data = isPlainObject(given) ? given : {};
    return {
      source: this.matchers(data, path, 'source_'),
      target: this.matchers(data, path, 'target_'),
      equal: listOf(data.equal).map(String),
      origin: { object: this.object, field: this.field },
    };
  }

  private checkRoot(root: Route): void {
    if (root.receiver === undefined) {
      this.report('route.receiver', 'is missing, and the root route needs one');
    }
    if (root.matchers.length > 0) {
      this.report('route.matchers', 'is set, and the root route must take every alert');
    }
    if (root.continue) {
      this.report('route.continue', 'is set, and nothing comes after the root route');
    }
    for (const key of ['muteTimeIntervals', 'activeTimeIntervals'] as const) {
      if (root[key].length > 0) {
        this.report(
          `route.${key === 'muteTimeIntervals' ? 'mute' : 'active'}_time_intervals`,
          'is set, and the root route may have none',
        );
      }
    }
  }

  private checkNames({ root, receivers, timeIntervals }: Configuration): void {
    const names = receivers.map(({ name }) => name);
    for (const name of repeated(names)) {
      this.report('receivers', `has "${name}" twice`);
    }
    for (const name of repeated(timeIntervals)) {
      this.report('time_intervals', `has "${name}" twice`);
    }
    for (const { receiver, muteTimeIntervals, activeTimeIntervals, groupBy } of routesIn(root)) {
      if (receiver !== undefined && !names.includes(receiver)) {
        this.report('route', `names the receiver "${receiver}", which is not among the receivers`);
      }
      for (const name of [...muteTimeIntervals, ...activeTimeIntervals]) {
        if (!timeIntervals.includes(name)) {
          this.report('route', `names the time interval "${name}", which is not among the time intervals`);
        }
      }
      if (groupBy !== undefined && (repeated(groupBy).length > 0 || (groupBy.includes('...') && groupBy.length > 1))) {
        this.report('route', `groups by ${groupBy.join(', ')}: a label may stand there once, and "..." alone`);
      }
    }
  }

  private report(path: string, message: string): void {
    this.problems.push({ path, message });
  }
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

function textOf(data: { readonly [key: string]: any }, key: string, name: string): { [name: string]: string } {
  return data[key] === undefined || data[key] === null ? {} : { [name]: String(data[key]) };
}

/** Names that stand in a list more than once. */
export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}

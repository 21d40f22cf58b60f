import type { IConstruct } from 'constructs';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { Target as ListedTarget, TargetList, UnknownTarget } from '../report/target-list';
import { targetsMarkdown } from '../report/targets-markdown';
import { targetsText } from '../report/targets-text';
import { differences } from './compare-targets';
import { keyOfPrometheus } from './describe-prometheus';
import type { ExpectedTarget } from './expected-target';
import { evaluateBelow, objectKey, objectsBelow } from './scopes-below';
import type { Target } from './target';

/** What will be scraped by way of the monitors below a construct, seen together with everything else in the app. */
export class Targets {
  /**
   * Looks at the objects as they are now. It registers nothing, so it can be asked of any app, chart or construct.
   *
   * @param scope the app, a chart, or a single construct
   * @throws if an object cannot be rendered
   */
  public static of(scope: IConstruct): Targets {
    const lists = evaluateBelow(scope).map(({ evaluation }) => evaluation.targets());
    const [{ version }] = lists;
    const targets = lists.flatMap((list) => list.targets);
    const unknown = lists.flatMap((list) => list.unknown);
    if (scope.node.scope === undefined) {
      return new Targets({ version, targets, unknown });
    }
    const below = objectsBelow(scope);
    return new Targets({
      version,
      targets: targets.filter(({ monitor: { kind, namespace, name } }) => below.has(objectKey(kind, namespace, name))),
      unknown: unknown.filter(({ object: { kind, namespace, name } }) => below.has(objectKey(kind, namespace, name))),
    });
  }

  /** Sorted by Prometheus, job, namespace, Service, workload, container and port. */
  public readonly list: Target[];

  /** What nobody can tell from the objects of the app. */
  public readonly unknown: UnknownTarget[];

  private constructor(private readonly all: TargetList) {
    this.list = all.targets.map(toTarget);
    this.unknown = [...all.unknown];
  }

  /**
   * How these targets differ from those that are expected, one line for each that is missing or unexpected; nothing where
   * they are exactly those. Each target counts for one expectation.
   *
   * @param expected what is known of each target
   * @throws Error where one has a field that no target has
   */
  public differencesFrom(expected: ExpectedTarget[]): string[] {
    return differences(this.list, expected);
  }

  /**
   * The targets that one Prometheus scrapes.
   *
   * @param prometheus a `StackRelease`, or a `Prometheus` that is described
   */
  public scrapedBy(prometheus: IPrometheus): Target[] {
    const key = keyOfPrometheus(prometheus.namespace, prometheus.prometheusName);
    return this.list.filter((target) => target.prometheus === key);
  }

  /** A page to be committed beside the manifests, so that a pull request shows which targets come and go. */
  public toMarkdown(): string {
    return [...targetsMarkdown(this.all)].join('');
  }

  /** Tables for people to read, with a summary as the last line. */
  public toText(): string {
    return [...targetsText(this.all)].join('');
  }
}

/** What is not known is absent, since not every language tells null from nothing. */
function toTarget({ service, workload, container, port, params, labels, ...target }: ListedTarget): Target {
  return {
    ...target,
    ...(service === null ? {} : { service }),
    ...(workload === null ? {} : { workload }),
    ...(container === null ? {} : { container }),
    ...(port === null ? {} : { port }),
    params: Object.fromEntries(Object.entries(params).map(([name, values]) => [name, [...values]])),
    labels: { ...labels },
  };
}

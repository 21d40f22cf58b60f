import type { IConstruct } from 'constructs';
import { isPortNumber, whyNoDnsLabel, whyNoLabelKey, whyNoLabelValue } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import { LabelSelector, type LabelSelectorOptions } from '../selection/label-selector';

/** Options for `ProbeTargets.ingresses`. */
export interface ProbeIngressesOptions {
  /**
   * Labels of the Ingresses.
   *
   * @default - every Ingress of the namespaces
   */
  readonly selector?: LabelSelectorOptions;

  /**
   * Namespaces of the Ingresses.
   *
   * @default - the namespace of the Probe
   */
  readonly namespaces?: string[];

  /**
   * Looks for Ingresses in every namespace.
   *
   * @default false
   */
  readonly allNamespaces?: boolean;
}

/** What is probed, before the Probe is known. */
export interface ProbeTargetSource {
  readonly form: 'url' | 'address' | 'ingress';
  /** Texts as the prober gets them. */
  readonly targets?: string[];
  /** The construct that is or holds the one Ingress that is meant. */
  readonly ingress?: IConstruct;
  readonly resource?: string;
  /** Those of many Ingresses. */
  readonly selector?: LabelSelector;
  readonly namespaces?: string[];
  readonly allNamespaces?: boolean;
}

/**
 * What a Probe probes.
 */
export class ProbeTargets {
  /**
   * URLs, for a module that speaks HTTP.
   *
   * @throws if none is given, one is given twice, or one is no http or https URL
   */
  public static urls(...urls: string[]): ProbeTargets {
    return new ProbeTargets({
      form: 'url',
      targets: checked('ProbeTargets.urls', urls, (url) =>
        /^https?:\/\/[^\s/?#]+\S*$/i.test(url)
          ? undefined
          : [
              'is no http or https URL, so the prober would ask for something else.',
              'write it with its scheme and host.',
            ],
      ),
    });
  }

  /**
   * Hosts, each with a port where the module needs one: `db.example.com:5432` for TCP, `10.0.0.1` for ICMP.
   *
   * @throws if none is given, one is given twice, or one is neither `host` nor `host:port`
   */
  public static addresses(...addresses: string[]): ProbeTargets {
    return new ProbeTargets({
      form: 'address',
      targets: checked('ProbeTargets.addresses', addresses, (address) => {
        if (/:\/\/|\//.test(address)) {
          return ['has a scheme or a path, which only a module for HTTP understands.', 'use ProbeTargets.urls.'];
        }
        const port = /^(?:[^\s:]+|\[[^\]\s]+\]):([^:]*)$/.exec(address)?.[1];
        return address === '' || /\s/.test(address) || (port !== undefined && !isPortNumber(Number(port || Number.NaN)))
          ? ['is neither host nor host:port.', "write it like 'db.example.com:5432'."]
          : undefined;
      }),
    });
  }

  /**
   * Every host and path of one Ingress of this app, http or https as its TLS hosts say.
   *
   * @param ingress any construct that is or holds the Ingress: of cdk8s-plus in any version, a raw `ApiObject`, an
   * `Include`, a `Helm` chart. It is read when the app is synthesized, so that later additions count.
   * @param resource which Ingress, where the construct holds several: `Ingress/web`, or `web`
   */
  public static ingress(ingress: IConstruct, resource?: string): ProbeTargets {
    return new ProbeTargets({ form: 'ingress', ingress, resource });
  }

  /**
   * Every host and path of all Ingresses with certain labels.
   *
   * @throws if Kubernetes could not have such labels or namespaces, or if both `namespaces` and `allNamespaces` are given
   */
  public static ingresses(options: ProbeIngressesOptions = {}): ProbeTargets {
    const problems = new Problems('ProbeTargets.ingresses');
    const { namespaces, allNamespaces } = options;
    for (const namespace of namespaces ?? []) {
      const why = whyNoDnsLabel(namespace);
      if (why) {
        problems.add('namespaces', `"${namespace}" ${why}.`, 'use the name of the namespace.');
      }
    }
    if (namespaces && allNamespaces) {
      problems.add(
        'allNamespaces',
        'stands beside namespaces and wins, so they would not take effect.',
        'leave one out.',
      );
    }
    if (namespaces?.length === 0) {
      problems.add(
        'namespaces',
        'is an empty list, which means the namespace of the Probe.',
        'name namespaces, or leave it out.',
      );
    }
    checkSelector(options.selector ?? {}, problems);
    problems.throwIfAny();
    return new ProbeTargets({
      form: 'ingress',
      selector: LabelSelector.of(options.selector ?? {}),
      namespaces,
      allNamespaces,
    });
  }

  private constructor(
    /** @internal */
    public readonly _source: ProbeTargetSource,
  ) {}
}

function checked(
  subject: string,
  targets: string[],
  whyNot: (target: string) => [message: string, fix: string] | undefined,
): string[] {
  const problems = new Problems(subject);
  if (targets.length === 0) {
    problems.add('targets', 'none is given, so nothing would be probed.', 'give at least one.');
  }
  for (const [index, target] of targets.entries()) {
    const why: [string, string] | undefined =
      typeof target === 'string' ? whyNot(target) : ['is no text; a list must be spread.', `${subject}(...list)`];
    if (why) {
      problems.add(`targets[${index}]`, `${JSON.stringify(target)} ${why[0]}`, why[1]);
    } else if (targets.indexOf(target) < index) {
      problems.add(`targets[${index}]`, `"${target}" is given twice, and is probed once.`, 'remove one of the two.');
    }
  }
  problems.throwIfAny();
  return [...targets];
}

/**
 * The Operator writes the selector of a Probe into regular expressions and parses it nowhere, so what Kubernetes would have
 * refused can break the configuration of the whole Prometheus.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`.
 */
function checkSelector({ matchLabels = {}, matchExpressions = [] }: LabelSelectorOptions, problems: Problems): void {
  const labels: [key: string, values: string[]][] = [
    ...Object.entries(matchLabels).map(([key, value]): [string, string[]] => [key, [value]]),
    ...matchExpressions.map(({ key, values }): [string, string[]] => [key, values ?? []]),
  ];
  for (const [key, values] of labels) {
    const whyNoKey = whyNoLabelKey(key);
    if (whyNoKey) {
      problems.add('selector', `the key "${key}" ${whyNoKey}.`, 'use a label that an Ingress can carry.');
    }
    for (const value of values) {
      const whyNoValue = whyNoLabelValue(value);
      if (whyNoValue) {
        problems.add(
          'selector',
          `"${value}" of "${key}" ${whyNoValue}. The Operator would write it into a regular expression as it is.`,
          'use a value that a label can have.',
        );
      }
    }
  }
}

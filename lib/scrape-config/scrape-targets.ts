import type { Duration } from 'cdk8s';
import { renderScrapeOptions } from '../monitor/render-scrape-options';
import { definedOnly } from '../private/defined-only';
import { isPlainObject } from '../private/plain-object';
import { Problems } from '../private/problems';
import { toPrometheusDuration } from '../private/prometheus-duration';
import {
  checkAddresses,
  checkDns,
  checkFiles,
  checkKubernetes,
  checkOther,
  checkRefresh,
  checkUrl,
} from './check-targets';
import type { KubernetesRole } from './kubernetes-role';
import type {
  DiscoveryRequestOptions,
  DnsDiscoveryOptions,
  FileDiscoveryOptions,
  HttpDiscoveryOptions,
  KubernetesDiscoveryOptions,
  ScrapeAddressesOptions,
} from './target-options';

/**
 * Where the targets of a ScrapeConfig come from.
 *
 * What would make the Operator reject the ScrapeConfig, or Prometheus its configuration, throws here.
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `checkScrapeConfig`.
 */
export class ScrapeTargets {
  /**
   * Addresses that are known.
   *
   * @param addresses each `host:port`, without scheme and path
   * @throws Error with all problems: no address, one given twice, one with a scheme, a path or no port
   */
  public static addresses(addresses: string[], options: ScrapeAddressesOptions = {}): ScrapeTargets {
    const problems = new Problems('ScrapeTargets.addresses');
    checkAddresses(addresses, problems);
    problems.throwIfAny();
    const labels = options.labels && Object.keys(options.labels).length > 0 ? { ...options.labels } : undefined;
    return new ScrapeTargets('staticConfigs', definedOnly({ targets: [...addresses], labels }));
  }

  /**
   * Asks a URL for targets, in the format of Prometheus' HTTP service discovery.
   *
   * @throws Error with all problems: no http or https URL, a time of zero
   */
  public static http(url: string, options: HttpDiscoveryOptions = {}): ScrapeTargets {
    const problems = new Problems('ScrapeTargets.http');
    checkUrl('url', url, problems);
    checkRefresh(options.refreshInterval, problems);
    problems.throwIfAny();
    const { refreshInterval, ...request } = options;
    return new ScrapeTargets(
      'httpSDConfigs',
      definedOnly({ url, refreshInterval: refresh(refreshInterval), ...renderRequest(request) }),
      request,
    );
  }

  /**
   * Asks the DNS for targets.
   *
   * @throws Error with all problems: no name, a record type other than SRV without a port, a time of zero
   */
  public static dns(options: DnsDiscoveryOptions): ScrapeTargets {
    const problems = new Problems('ScrapeTargets.dns');
    checkDns(options, problems);
    checkRefresh(options.refreshInterval, problems);
    problems.throwIfAny();
    const { names, type, port } = options;
    return new ScrapeTargets(
      'dnsSDConfigs',
      definedOnly({ names: [...names], type, port, refreshInterval: refresh(options.refreshInterval) }),
    );
  }

  /**
   * Asks the API server for targets.
   *
   * @throws Error with all problems: selectors that the role does not take, `apiServer` together with `ownNamespace`, `auth`
   * or `tls` without `apiServer`
   */
  public static kubernetes(role: KubernetesRole, options: KubernetesDiscoveryOptions = {}): ScrapeTargets {
    const problems = new Problems('ScrapeTargets.kubernetes');
    checkKubernetes(role, options, problems);
    problems.throwIfAny();
    const { namespaces, ownNamespace, selectors, attachNodeMetadata, apiServer, ...request } = options;
    return new ScrapeTargets(
      'kubernetesSDConfigs',
      definedOnly({
        role: role.roleName,
        apiServer,
        namespaces:
          namespaces === undefined && ownNamespace === undefined
            ? undefined
            : definedOnly({ names: namespaces, ownNamespace }),
        selectors: selectors?.map((selector) =>
          definedOnly({ role: (selector.role ?? role).roleName, label: selector.label, field: selector.field }),
        ),
        attachMetadata: attachNodeMetadata === undefined ? undefined : { node: attachNodeMetadata },
        ...renderRequest(request),
      }),
      request,
    );
  }

  /**
   * Reads targets from files in the container of Prometheus, which must be mounted there (`secrets`, `configMaps` or
   * `volumes` of the Prometheus object).
   *
   * @param files absolute paths that end in `.json`, `.yml` or `.yaml`; the last part may hold one `*`
   * @throws Error with all problems: no file, a relative path, another ending
   */
  public static files(files: string[], options: FileDiscoveryOptions = {}): ScrapeTargets {
    const problems = new Problems('ScrapeTargets.files');
    checkFiles(files, problems);
    checkRefresh(options.refreshInterval, problems);
    problems.throwIfAny();
    return new ScrapeTargets(
      'fileSDConfigs',
      definedOnly({ files: [...files], refreshInterval: refresh(options.refreshInterval) }),
    );
  }

  /**
   * Any other discovery of the API, for example `ec2SDConfigs` or `consulSDConfigs`.
   *
   * @param field field of the ScrapeConfig's `spec`
   * @param config one item of that list, spelled as the API spells it
   * @throws if this is no list of discoveries, or one that has a method of its own here
   */
  public static other(field: string, config: { [key: string]: any }): ScrapeTargets {
    const problems = new Problems('ScrapeTargets.other');
    checkOther(field, problems);
    if (!isPlainObject(config)) {
      problems.add('config', 'is no map.', 'give one item of the list.');
    }
    problems.throwIfAny();
    return new ScrapeTargets(field, { ...config });
  }

  private constructor(
    /** Field of the ScrapeConfig's `spec` that this is an item of. */
    public readonly field: string,
    private readonly item: { [key: string]: any },
    /** @internal */
    public readonly _request: DiscoveryRequestOptions = {},
  ) {}

  /** The item as it stands in a manifest. */
  public toManifest(): any {
    return { ...this.item };
  }
}

function refresh(interval: Duration | undefined): string | undefined {
  return interval && toPrometheusDuration(interval);
}

/** As an endpoint has it, but spelled as the API spells it and without the scheme, which stands in the URL. */
function renderRequest(options: DiscoveryRequestOptions): { [key: string]: any } {
  const { scheme, enableHttp2, ...request } = renderScrapeOptions(options);
  return { ...request, enableHTTP2: enableHttp2 };
}

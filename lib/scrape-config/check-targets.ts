import type { Duration } from 'cdk8s';
import { isPortNumber, whyNoDnsLabel } from '../private/kubernetes-names';
import type { Problems } from '../private/problems';
import { KubernetesRole } from './kubernetes-role';
import type { DnsDiscoveryOptions, KubernetesDiscoveryOptions } from './target-options';

/** Methods of `ScrapeTargets` by the field that they write. */
const OWN_METHODS: { readonly [field: string]: string } = {
  staticConfigs: 'addresses',
  httpSDConfigs: 'http',
  dnsSDConfigs: 'dns',
  kubernetesSDConfigs: 'kubernetes',
  fileSDConfigs: 'files',
};

/** Adds which addresses Prometheus would not scrape. Source: prometheus `scrape/target.go`, `PopulateLabels`. */
export function checkAddresses(addresses: string[], problems: Problems): void {
  checkNotEmpty('addresses', addresses, problems);
  for (const [index, address] of addresses.entries()) {
    const field = `addresses[${index}]`;
    const [, scheme, host, path] = /^([a-z]+:\/\/)?([^/]*)(.*)$/i.exec(`${address}`) as RegExpExecArray;
    const [, port] = /^(?:[^\s:]+|\[[^\]\s]+\]):(\d+)$/.exec(host) ?? [];
    if (scheme || path) {
      problems.add(
        field,
        `"${address}" has a ${scheme ? 'scheme' : 'path'}, and Prometheus scrapes no such address.`,
        `'${host}', with ${scheme ? 'scheme' : 'path'} as a prop of the ScrapeConfig.`,
      );
    } else if (port === undefined || !isPortNumber(Number(port))) {
      problems.add(
        field,
        `"${address}" is not host and port. Without a port, Prometheus would ask port 80 or 443.`,
        `'${host.replace(/:[^:\]]*$/, '') || 'host'}:9100', with the right port.`,
      );
    } else if (addresses.indexOf(address) < index) {
      problems.add(field, `"${address}" is given twice, and the API server refuses that.`, 'remove one of the two.');
    }
  }
}

/** Adds why a URL is none that Prometheus can ask. */
export function checkUrl(field: string, url: string, problems: Problems): void {
  if (!/^https?:\/\/[^\s/]+\S*$/.test(url)) {
    problems.add(field, `"${url}" is no http or https URL.`, 'write it with its scheme and host.');
  }
}

/** Adds what is wrong with a time between two questions. */
export function checkRefresh(interval: Duration | undefined, problems: Problems): void {
  if (interval === undefined) {
    return;
  }
  if (typeof interval.toMilliseconds !== 'function') {
    problems.add(
      'refreshInterval',
      `${JSON.stringify(interval)} is no Duration.`,
      'refreshInterval: Duration.minutes(1)',
    );
  } else if (interval.toMilliseconds({ integral: false }) <= 0) {
    problems.add(
      'refreshInterval',
      'is zero, so Prometheus would never stop asking.',
      'leave it out, or make it longer.',
    );
  }
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateDNSSDConfigs`. */
export function checkDns({ names, type, port }: DnsDiscoveryOptions, problems: Problems): void {
  checkNotEmpty('names', names, problems);
  const needsPort = type !== undefined && type !== 'SRV';
  if (needsPort && port === undefined) {
    problems.add('port', `is not given, and the Operator rejects records of type ${type} without one.`, 'port: 9100');
  }
  if (!needsPort && port !== undefined) {
    problems.add(
      'port',
      'would not take effect: records of type SRV hold the port.',
      'leave out port, or name a type, for example v1alpha1.DnsRecordType.A.',
    );
  }
  if (port !== undefined && !isPortNumber(port)) {
    problems.add('port', `${port} is no port number.`, 'a whole number from 1 to 65535.');
  }
}

/** Source: prometheus `discovery/file/file.go`, `patFileSDName`; the same in the schema of the CRD. */
export function checkFiles(files: string[], problems: Problems): void {
  checkNotEmpty('files', files, problems);
  for (const [index, file] of files.entries()) {
    const field = `files[${index}]`;
    if (!/^[^*]*(\*[^/]*)?\.(json|yml|yaml|JSON|YML|YAML)$/.test(file)) {
      problems.add(
        field,
        `"${file}" is refused by the API server.`,
        'end it in .json, .yml or .yaml, with at most one *, in the last part.',
      );
    } else if (!file.startsWith('/')) {
      problems.add(field, `"${file}" is relative to a folder that the Operator does not promise.`, `'/${file}'`);
    } else if (files.indexOf(file) < index) {
      problems.add(field, `"${file}" is given twice, and the API server refuses that.`, 'remove one of the two.');
    }
  }
}

/**
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateKubernetesSDConfigs`; prometheus
 * `discovery/kubernetes/kubernetes.go`, `SDConfig.UnmarshalYAML`.
 */
export function checkKubernetes(role: KubernetesRole, options: KubernetesDiscoveryOptions, problems: Problems): void {
  if (!(role instanceof KubernetesRole)) {
    problems.add('role', 'is no KubernetesRole.', 'KubernetesRole.POD, for example.');
    return;
  }
  for (const namespace of options.namespaces ?? []) {
    const why = whyNoDnsLabel(namespace);
    if (why) {
      problems.add('namespaces', `"${namespace}" ${why}.`, 'use the name of the namespace.');
    }
  }
  if (options.namespaces?.length === 0 && !options.ownNamespace) {
    problems.add('namespaces', 'is an empty list, which means all.', 'leave it out, or name a namespace.');
  }
  if (options.attachNodeMetadata && !role.knowsNodes) {
    problems.add(
      'attachNodeMetadata',
      `would not take effect: targets of role ${role.roleName} have no node.`,
      'leave it out.',
    );
  }
  checkSelectors(role, options, problems);
  checkApiServer(options, problems);
}

function checkSelectors(role: KubernetesRole, { selectors }: KubernetesDiscoveryOptions, problems: Problems): void {
  const seen: string[] = [];
  for (const [index, selector] of (selectors ?? []).entries()) {
    const field = `selectors[${index}]`;
    const { roleName } = selector.role ?? role;
    if (!role.selectable.includes(roleName)) {
      problems.add(
        `${field}.role`,
        `${roleName} cannot be narrowed for role ${role.roleName}, and the Operator rejects the ScrapeConfig.`,
        `use one of ${role.selectable.join(', ')}.`,
      );
    }
    if (seen.includes(roleName)) {
      problems.add(`${field}.role`, `${roleName} is narrowed twice, and the API server refuses that.`, 'join the two.');
    }
    if (!selector.label && !selector.field) {
      problems.add(field, 'has neither label nor field, so it narrows nothing.', 'give one, or leave it out.');
    }
    seen.push(roleName);
  }
}

function checkApiServer(options: KubernetesDiscoveryOptions, problems: Problems): void {
  const { apiServer, ownNamespace } = options;
  if (apiServer !== undefined) {
    checkUrl('apiServer', apiServer, problems);
    if (ownNamespace) {
      problems.add(
        'ownNamespace',
        'stands beside apiServer, and the Operator rejects the ScrapeConfig for that.',
        'name the namespace.',
      );
    }
    return;
  }
  const given = (['auth', 'tls', 'proxyUrl'] as const).filter((name) => options[name] !== undefined);
  const switchedOff = (['followRedirects', 'enableHttp2'] as const).filter((name) => options[name] === false);
  for (const name of [...given, ...switchedOff]) {
    problems.add(
      name,
      'stands without apiServer, and Prometheus refuses its whole configuration for that.',
      "leave it out, or give apiServer: 'https://kubernetes.default.svc'.",
    );
  }
}

/** Adds why a field is not what `ScrapeTargets.other` is for. */
export function checkOther(field: string, problems: Problems): void {
  const method = OWN_METHODS[field];
  if (method) {
    problems.add('field', `"${field}" has a method of its own, which checks it.`, `ScrapeTargets.${method}(…)`);
  } else if (!/^[a-z][A-Za-z0-9]*SDConfigs$/.test(field)) {
    problems.add('field', `"${field}" is no list of discoveries.`, "'ec2SDConfigs', for example.");
  }
}

function checkNotEmpty(field: string, list: string[], problems: Problems): void {
  if (list.length === 0 || list.some((item) => !item)) {
    problems.add(
      field,
      list.length === 0 ? 'is an empty list, and the API server refuses it.' : 'holds an empty text.',
      'give at least one, none of them empty.',
    );
  }
}

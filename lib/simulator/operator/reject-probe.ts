import type { SourcedObject } from '../kube-object';
import { operatorHas } from '../versions/operator-releases';
import { checkBasicAuth, checkOauth2, checkSafeAuthorization } from './check-authentication';
import { checkProxy } from './check-proxy';
import { checkRelabelings } from './check-relabelings';
import { checkStaticLabels } from './check-static-labels';
import { checkTiming } from './check-timing';
import { checkSafeTls } from './check-tls';
import type { RelabelSupport } from './object-lookup';
import { readProberAddress } from './prober-address';
import type { ProblemList } from './problem-list';
import type { AcceptanceRules } from './reject-monitor';
import { present } from './secret-or-config-map';

/**
 * Reasons for which the Operator skips a Probe.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `checkProbe`.
 */
export function rejectProbe(
  { object: { spec = {} } }: SourcedObject,
  rules: AcceptanceRules,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const { staticConfig, ingress } = spec.targets ?? {};
  if (!present(staticConfig) && !present(ingress)) {
    problems.add('probe-without-targets', 'spec.targets', {
      message: 'names neither staticConfig nor ingress.',
      fix: 'targets: { staticConfig: { static: [https://shop.example] } }, for example.',
    });
  }
  if (present(spec.bearerTokenSecret)) {
    problems.resolve('Secret', spec.bearerTokenSecret, 'spec.bearerTokenSecret');
  }
  checkBasicAuth(spec.basicAuth, 'spec.basicAuth', problems);
  checkSafeTls(spec.tlsConfig, 'spec.tlsConfig', problems);
  // Without credentials the Operator does not look at it.
  if (present(spec.authorization?.credentials)) {
    checkSafeAuthorization(spec.authorization, 'spec.authorization', problems);
  }
  checkOauth2(spec.oauth2, 'spec.oauth2', problems);
  checkTiming(spec, 'spec', { interval: rules.scrapeInterval, from: rules.prometheus }, problems);
  const { prometheusVersion } = rules;
  checkRelabelings(spec.metricRelabelings, 'spec.metricRelabelings', prometheusVersion, relabel, problems);
  for (const [part, config] of Object.entries<any>({ staticConfig, ingress })) {
    const field = `spec.targets.${part}`;
    checkRelabelings(config?.relabelingConfigs, `${field}.relabelingConfigs`, prometheusVersion, relabel, problems);
  }
  if (operatorHas('names of static labels are checked', rules.operatorVersion)) {
    checkStaticLabels(staticConfig?.labels, 'spec.targets.staticConfig.labels', prometheusVersion, problems);
  }
  checkProxy(spec.prober ?? {}, 'spec.prober', problems);
  checkProber(spec.prober?.url, problems);
}

function checkProber(given: unknown, problems: ProblemList): void {
  const url = String(given ?? '');
  const address = readProberAddress(url);
  if (typeof address !== 'string') {
    return;
  }
  const [, scheme, host = '', path = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)(.*)$/is.exec(url) ?? [];
  const isAddress = host !== url && typeof readProberAddress(host) !== 'string';
  const more = [
    ...(scheme === undefined || scheme.toLowerCase() === 'http' ? [] : [`prober.scheme: ${scheme.toLowerCase()}`]),
    ...(path === '' || path === '/' ? [] : [`prober.path: ${path}`]),
  ];
  problems.add('prober-url', 'spec.prober.url', {
    message:
      url === ''
        ? 'is empty, and a Probe needs the address of its prober.'
        : isAddress
          ? `"${url}" is a URL, and it must be a host or a host and a port alone.`
          : `"${url}" must be a host or a host and a port, and ${address}.`,
    fix: isAddress
      ? `url: ${host}${more.length > 0 ? `, with ${more.join(' and ')}` : ''}.`
      : 'url: blackbox-exporter.monitoring.svc:9115, for example.',
    values: { url, ...(isAddress ? { host } : {}) },
  });
}

import { namespacesSearched } from '../discovery/namespaces-searched';
import type { SourcedObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import { usesRoleSelector } from '../operator/monitor-parts';
import { namespaceOf } from '../operator/problem';
import { fromMonitorOrClass, scrapeClassFor } from '../operator/scrape-class';
import { atLeast } from '../versions/version';
import type { JobDiscovery } from './scrape-job';

/** Where a job looks for targets. */
export function discoveryOf(monitor: SourcedObject, settings: InstanceSettings): JobDiscovery {
  const { spec = {}, kind } = monitor.object;
  return {
    role: kind === 'PodMonitor' ? 'pod' : endpointsRole(spec, settings),
    namespaces: searchedNamespaces(monitor, settings),
    ...(usesRoleSelector(monitor) ? { roleSelector: spec.selector ?? {} } : {}),
    attachNodeMetadata: attachesNode(monitor, settings),
    ...(settings.daemonSet ? { podFieldSelector: 'spec.nodeName=$(NODE_NAME)' } : {}),
  };
}

/** Namespaces that a job looks in; `undefined` means all of them. */
export function searchedNamespaces(
  { object }: SourcedObject,
  { ignoreNamespaceSelectors }: Pick<InstanceSettings, 'ignoreNamespaceSelectors'>,
): readonly string[] | undefined {
  return namespacesSearched(namespaceOf(object), object.spec?.namespaceSelector, ignoreNamespaceSelectors);
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `endpointRoleFlavor`. */
function endpointsRole(spec: any, settings: InstanceSettings): JobDiscovery['role'] {
  const own = settings.monitorsChooseRole ? spec.serviceDiscoveryRole : undefined;
  if (own === undefined || own === null) {
    return settings.role;
  }
  return settings.endpointSlices && own === 'EndpointSlice' ? 'endpointslice' : 'endpoints';
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `mergeAttachMetadataForTopology`. */
function attachesNode(monitor: SourcedObject, settings: InstanceSettings): boolean {
  const since = monitor.object.kind === 'PodMonitor' ? '2.35.0' : '2.37.0';
  if (!settings.version || !atLeast(settings.version, since)) {
    return false;
  }
  const { spec } = monitor.object;
  const wanted = fromMonitorOrClass('attachMetadata', spec, scrapeClassFor(spec, settings.scrapeClasses));
  return wanted?.node === true || (settings.zones !== undefined && !settings.podTopologyLabels);
}

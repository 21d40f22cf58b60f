import { isPlainObject } from '../../private/plain-object';
import { type Release, type ServiceAddress, subchartOf } from './release';
import { truthy } from './selection';

/** What one of Grafana's sidecars looks for. */
export interface SidecarFacts {
  /** Key of the label that a ConfigMap or Secret must carry. */
  readonly label: string;
  /** Value that the label must have; empty where any will do. */
  readonly labelValue: string;
  /** Namespaces that are searched; `undefined` for all. */
  readonly namespaces: readonly string[] | undefined;
}

/** The Grafana of a release. */
export interface GrafanaFacts {
  readonly enabled: boolean;
  readonly name: string;
  readonly namespace: string;
  readonly service: ServiceAddress;
  /** `undefined` where no sidecar runs. */
  readonly dashboards: SidecarFacts | undefined;
  readonly datasources: SidecarFacts | undefined;
  /** Annotation that says which folder a dashboard goes to; empty where none does. */
  readonly folderAnnotation: string;
  /** Whether folders of files become folders of Grafana; without it the annotation has no effect. */
  readonly foldersFromFiles: boolean;
  /** Tag of the image; empty where the chart decides. */
  readonly versionText: string;
}

/**
 * Source: helm-charts of Grafana, grafana 12.11.1 `templates/_pod.tpl` and `values.yaml`, with the values that
 * kube-prometheus-stack 88.5.3 sets for it.
 */
export function grafanaFacts(release: Release): GrafanaFacts {
  const { values } = release;
  const { enabled, name, namespace } = subchartOf(release, 'grafana');
  const sidecar = (kind: 'dashboards' | 'datasources', label: string, searched: string): SidecarFacts | undefined => {
    const path = `grafana.sidecar.${kind}`;
    return enabled && values.flag(`${path}.enabled`, true)
      ? {
          label: values.textOr(`${path}.label`, label),
          labelValue: values.textOr(`${path}.labelValue`, '1'),
          namespaces: namespacesOf(values.value(`${path}.searchNamespace`, searched), namespace),
        }
      : undefined;
  };
  const dashboards = 'grafana.sidecar.dashboards';
  return {
    enabled,
    name,
    namespace,
    service: addressOf(release, name, namespace),
    dashboards: sidecar('dashboards', 'grafana_dashboard', 'ALL'),
    datasources: sidecar('datasources', 'grafana_datasource', ''),
    folderAnnotation: values.text(`${dashboards}.folderAnnotation`),
    foldersFromFiles: values.flag(`${dashboards}.provider.foldersFromFilesStructure`, false),
    versionText: values.text('grafana.image.tag'),
  };
}

function addressOf({ values }: Release, name: string, namespace: string): ServiceAddress {
  // The key has a dot in it, so it is no path.
  const ini = values.map('grafana')['grafana.ini'];
  const server = isPlainObject(ini) && isPlainObject(ini.server) ? ini.server : {};
  const scheme = /^(https|h2)$/.test(String(server.protocol)) ? 'https' : 'http';
  const [, below = ''] = /^[^/]*\/\/[^/]+(\/.*)$/.exec(String(server.root_url ?? '')) ?? [];
  const path = truthy(server.serve_from_sub_path) ? below.replace(/\/+$/, '') : '';
  const port = values.number('grafana.service.port', 80);
  return {
    port,
    portName: values.textOr('grafana.service.portName', 'http-web'),
    url: `${scheme}://${name}.${namespace}.svc:${port}${path}`,
  };
}

/** A name, several with commas or as a list, or `ALL`; nothing for Grafana's own namespace. */
function namespacesOf(value: unknown, own: string): readonly string[] | undefined {
  const names = (Array.isArray(value) ? value : String(value ?? '').split(','))
    .map((name) => String(name).trim())
    .filter((name) => name !== '');
  if (names.includes('ALL')) {
    return undefined;
  }
  return names.length === 0 ? [own] : names;
}

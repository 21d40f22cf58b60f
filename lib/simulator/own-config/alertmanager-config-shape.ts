import { checkStaticTargets, DISCOVERY, isOtherDiscovery } from './discovery-shapes';
import { checkHttpClient, HTTP_CLIENT } from './http-client-shape';
import { relabelConfigs } from './relabel-shape';
import { anything, duration, fieldOf, map, oneOf, type Reader, type Shape, struct, text, type Values } from './shape';

/**
 * An Alertmanager of one's own.
 *
 * Source: prometheus v3.15 `config/config.go`, `AlertmanagerConfig.UnmarshalYAML` and `Validate`; v2.53 there.
 */
export const alertmanagerConfig: Shape = (node, path, reader) => {
  const versions = reader.version.major < 3 ? ['v1', 'v2'] : ['v2'];
  struct(
    {
      scheme: text,
      path_prefix: text,
      timeout: duration,
      api_version: oneOf(versions, 'version of the API'),
      relabel_configs: relabelConfigs,
      alert_relabel_configs: relabelConfigs,
      sigv4: map(anything),
      ...HTTP_CLIENT,
      ...DISCOVERY,
    },
    checkAlertmanager,
    isOtherDiscovery,
  )(node, path, reader);
};

function checkAlertmanager(values: Values, path: string, reader: Reader): void {
  checkHttpClient(values, path, reader);
  checkStaticTargets(values, path, reader);
  if (values.has('sigv4') && ['basic_auth', 'authorization', 'oauth2'].some((name) => values.has(name))) {
    reader.report(fieldOf(path, 'sigv4'), 'is set beside another way to authenticate');
  }
}

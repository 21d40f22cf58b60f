import { Level } from '../../report/finding';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import { probeScheme } from '../container-probe';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { setField } from '../field-edit';
import { quoted } from '../list-text';
import { portsOfService } from '../ports-text';

/**
 * A scheme that is unlikely to be what the port speaks, by the name of the port, its `appProtocol` or the probes of the
 * container.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: without `scheme` a port is scraped over http, whatever
 * it is called.
 *
 * Stays silent where a probe speaks the scheme, and for https with a client certificate, as in a mesh.
 */
export const scheme: Check = {
  id: 'monitor/scheme',
  level: Level.WARNING,
  summary: 'the port probably speaks another scheme',
  why: 'The target is down: "server gave HTTP response to HTTPS client", or a status 400.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap((group) =>
        group.wanted === undefined ? [] : group.targets.found.flatMap((found) => draftOf(group, found) ?? []),
      ),
    );
  },
};

function draftOf({ monitor, field, spec }: EndpointGroup, found: FoundTarget): Draft | undefined {
  const { raw, scraped } = found;
  const spoken = probeScheme(raw);
  const tls = spec.tlsConfig ?? {};
  const mesh = tls.cert !== undefined || tls.certFile !== undefined;
  if (spoken === scraped.scheme || (scraped.scheme === 'https' && mesh)) {
    return undefined;
  }
  const clue = spoken === undefined ? clueOf(found) : { scheme: spoken, text: `is probed over ${spoken}` };
  const owner = raw.service ?? raw.pod?.workload;
  if (clue === undefined || clue.scheme === scraped.scheme || owner === undefined) {
    return undefined;
  }
  const path = joinPath(field, 'scheme');
  return {
    object: monitor,
    field: path,
    message: `Port ${raw.port ?? ''} of ${nameOf(owner)} ${clue.text}, and the scheme is ${scraped.scheme}.`.replace(
      '  ',
      ' ',
    ),
    basis: 'present',
    fix:
      clue.scheme === 'https'
        ? { text: 'scheme: https, and tlsConfig with the CA of the server (or insecureSkipVerify: true).' }
        : { text: 'scheme: http', patch: setField(monitor, path, 'http') },
    related: [{ object: owner, message: 'has the port' }],
  };
}

interface Clue {
  readonly scheme: 'http' | 'https';
  readonly text: string;
}

function clueOf({ raw }: FoundTarget): Clue | undefined {
  const { labels } = raw;
  const published =
    labels.__meta_kubernetes_endpoint_port_name ?? labels.__meta_kubernetes_endpointslice_port_name ?? '';
  const ports = raw.service === undefined ? [] : portsOfService(raw.service);
  const appProtocol = raw.via === 'endpoint' ? ports.find(({ name }) => name === published)?.appProtocol : undefined;
  if (appProtocol === 'https' || appProtocol === 'http') {
    return { scheme: appProtocol, text: `has appProtocol: ${appProtocol}` };
  }
  const name = published || (labels.__meta_kubernetes_pod_container_port_name ?? '');
  const meant = schemeOfName(name);
  return meant === undefined ? undefined : { scheme: meant, text: `is called ${quoted(name)}` };
}

/** By custom, a name begins with the protocol of the port. That of http says little: who writes https means it. */
function schemeOfName(name: string): Clue['scheme'] | undefined {
  return /^https(?:-|$)|-https$/.test(name) ? 'https' : undefined;
}

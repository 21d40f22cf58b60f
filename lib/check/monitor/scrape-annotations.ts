import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { setField } from '../field-edit';
import { quoted, scalar } from '../list-text';

const PREFIX = 'prometheus.io/';

/**
 * Annotations `prometheus.io/path`, `prometheus.io/scheme` and `prometheus.io/port` of a Service or its pods that say
 * otherwise than the monitor.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, which reads none of these annotations: they are a custom
 * from the time before monitors, and tell where an app serves its metrics.
 *
 * Stays silent where the annotated port is scraped by some other endpoint, and where `prometheus.io/scrape` is not "true".
 */
export const scrapeAnnotations: Check = {
  id: 'monitor/scrape-annotations',
  level: Level.WARNING,
  summary: 'annotations say otherwise than the monitor where metrics are',
  why: 'The Operator does not read these annotations, so what the monitor says counts; if they are right, the target is down.',
  *run(context) {
    const ports = new Map<FoundTarget['raw']['pod'], Set<number | undefined>>();
    const annotated = liveEndpoints(context).flatMap((group) =>
      group.targets.found.flatMap((found) => {
        const owner = annotatedOwner(found);
        return owner === undefined ? [] : [{ group, found, ...owner }];
      }),
    );
    if (annotated.length > 0) {
      collectPorts(context, ports);
    }
    yield* distinct(
      annotated.flatMap(({ group, found, owner, said }) => {
        const { raw, scraped } = found;
        const port = said('port');
        const known = port !== undefined && /^\d+$/.test(port) ? Number(port) : undefined;
        if (known !== undefined && known !== raw.port) {
          return raw.pod === undefined || raw.port === undefined || ports.get(raw.pod)?.has(known)
            ? []
            : [portDraft(group, found, owner, known)];
        }
        return [
          ...fieldDrafts(group, owner, 'path', said('path')?.split('?')[0], scraped.metricsPath),
          ...fieldDrafts(group, owner, 'scheme', said('scheme')?.toLowerCase(), scraped.scheme),
        ];
      }),
    );
  },
};

function annotatedOwner({ raw }: FoundTarget) {
  for (const [owner, annotations] of [
    [raw.service, raw.service?.object.metadata.annotations],
    [raw.pod?.workload, raw.pod?.annotations],
  ] as const) {
    if (owner !== undefined && annotations?.[`${PREFIX}scrape`] === 'true') {
      const said = (key: string): string | undefined => annotations[PREFIX + key] || undefined;
      return { owner, said };
    }
  }
  return undefined;
}

function collectPorts(context: CheckContext, ports: Map<FoundTarget['raw']['pod'], Set<number | undefined>>): void {
  for (const { targets } of liveEndpoints(context)) {
    for (const { raw } of targets.found) {
      ports.set(raw.pod, (ports.get(raw.pod) ?? new Set()).add(raw.port));
    }
  }
}

function fieldDrafts(
  { monitor, field }: EndpointGroup,
  owner: SourcedObject,
  key: 'path' | 'scheme',
  said: string | undefined,
  scraped: string,
): Draft[] {
  return said === undefined || said === scraped
    ? []
    : [
        {
          object: monitor,
          field: joinPath(field, key),
          message: `${nameOf(owner)} is annotated with ${PREFIX}${key}: ${said}, and the ${key} of the endpoint is ${quoted(scraped)}.`,
          basis: 'present',
          fix: {
            text: `${key}: ${key === 'path' ? said : scalar(said)}`,
            patch: setField(monitor, joinPath(field, key), said),
          },
          related: [{ object: owner, message: `has the annotation ${PREFIX}${key}` }],
        },
      ];
}

function portDraft(
  { monitor, field, wanted }: EndpointGroup,
  { raw }: FoundTarget,
  owner: SourcedObject,
  said: number,
): Draft {
  return {
    object: monitor,
    field: wanted === undefined ? field : joinPath(field, wanted.field),
    message: `${nameOf(owner)} is annotated with ${PREFIX}port: "${said}", and ${nameOf(monitor)} scrapes port ${raw.port}; nothing scrapes the annotated one.`,
    basis: 'present',
    level: Level.INFO,
    fix: { text: 'ask for the annotated port, where that one serves the metrics; else remove the annotation.' },
    related: [{ object: owner, message: `has the annotation ${PREFIX}port` }],
  };
}

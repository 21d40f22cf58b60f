import { Level } from '../../report/finding';
import { sanitizeLabelName } from '../../simulator/discovery/meta-labels';
import type { VirtualPod } from '../../simulator/discovery/raw-target';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { listText, quoted } from '../list-text';

/**
 * Labels in `targetLabels` that no scraped Service has, or in `podTargetLabels` that no scraped pod has.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: `targetLabels` are read from the Service,
 * `podTargetLabels` from the pod, and what is not there is passed over.
 *
 * Stays silent for pods that are not among the objects, and for labels that some of the targets have.
 */
export const targetLabels: Check = {
  id: 'monitor/target-labels',
  level: Level.INFO,
  summary: 'no target has a label that is to be copied',
  why: 'The samples lack the label, so queries that group or filter by it find nothing.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap((group) => [
        ...draftsOf(group, 'targetLabels'),
        ...draftsOf(group, 'podTargetLabels'),
      ]),
    );
  },
};

function draftsOf({ monitor, targets }: EndpointGroup, list: 'targetLabels' | 'podTargetLabels'): Draft[] {
  const labels: any[] = Array.isArray(monitor.object.spec[list]) ? monitor.object.spec[list] : [];
  const isPod = list === 'podTargetLabels';
  if (labels.length === 0 || (isPod && targets.found.some(({ raw }) => raw.pod === undefined))) {
    return [];
  }
  return labels.flatMap((label, i): Draft[] => {
    const name = sanitizeLabelName(String(label));
    const mayHave = ({ opaqueLabels }: VirtualPod): boolean =>
      [...opaqueLabels].some((key) => sanitizeLabelName(key) === name);
    const has = (part: string): boolean =>
      targets.found.some(
        ({ raw }) =>
          `__meta_kubernetes_${part}_label_${name}` in raw.labels ||
          (part === 'pod' && raw.pod !== undefined && mayHave(raw.pod)),
      );
    if (has(isPod ? 'pod' : 'service') || (!isPod && monitor.object.kind === 'PodMonitor')) {
      return [];
    }
    const elsewhere = has(isPod ? 'service' : 'pod');
    const other = isPod ? 'targetLabels' : 'podTargetLabels';
    const owner = isPod ? 'pod' : 'Service';
    return [
      {
        object: monitor,
        field: joinPath(`spec.${list}`, i),
        message: `No ${owner} that ${nameOf(monitor)} scrapes has the label ${quoted(label)}${elsewhere ? `, which ${isPod ? 'the Service has' : 'the pods have'}` : ''}.`,
        basis: 'present',
        fix: {
          text: elsewhere
            ? `${other}: [${label}] instead of ${list}.`
            : `the label ${label} on ${listText(targets.found.flatMap(({ raw }) => (isPod ? raw.pod?.workload : raw.service) ?? []).map(nameOf), 3)}; or remove it from ${list}.`,
        },
      },
    ];
  });
}

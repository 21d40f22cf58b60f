import { countText } from '../../report/count-text';
import type { SourcedObject } from '../../simulator/kube-object';
import type { CheckContext } from '../check-context';
import { countTargets } from '../list-targets';
import { referenceTo } from '../to-finding';
import { unknownTargets } from '../unknown-targets';
import type { Answer } from './answers-of';
import { joined } from './join-parts';
import { refusedOf } from './refused-of';

/** Which monitors have targets, at any instance. */
export function scraped(context: CheckContext): Answer {
  const { simulation, assumedInstance, working } = context;
  const { monitors } = simulation;
  const refused = refusedOf(context, ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig']).length;
  if (monitors.length + refused === 0) {
    return undefined;
  }
  const none = refused > 0 && `none of ${countText(refused, 'monitor')}`;
  if (assumedInstance) {
    const open =
      monitors.length > 0 && `${countText(monitors.length, 'monitor')}, and no Prometheus among these objects`;
    return { working: 0, failing: refused, unknown: monitors.length, text: joined([none, open]) };
  }
  const found = new Set(
    [...simulation.jobs, ...simulation.directJobs]
      .filter(({ targets }) => targets.found.length > 0)
      .map(({ outcome }) => outcome.monitor),
  );
  const open = new Set(unknownTargets(context).map(({ object }) => JSON.stringify(object)));
  const isOpen = (monitor: SourcedObject): boolean =>
    working.length === 0 || open.has(JSON.stringify(referenceTo(monitor.object)));
  const rest = monitors.filter((monitor) => !found.has(monitor));
  const unknown = rest.filter(isOpen).length;
  const failing = rest.length - unknown + refused;
  const targets = countText(countTargets(context), 'target');
  return {
    working: found.size,
    failing,
    unknown,
    text: joined([
      found.size > 0 && `${targets} of ${countText(found.size, 'monitor')}`,
      failing > 0 && `none of ${countText(failing, 'monitor')}`,
      unknown > 0 && `not known of ${countText(unknown, 'monitor')}`,
    ]),
  };
}

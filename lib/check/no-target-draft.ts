import { describeInstance } from '../simulator/operator/instance';
import type { RelabelRule } from '../simulator/relabel/relabel-rule';
import type { Draft } from './check';
import type { DirectGroup } from './direct-groups';
import { listText, quoted } from './list-text';

const WHY = 'The job is there, without a target, so nothing is scraped and nothing is shown as down.';

/**
 * What is wrong with a Probe or ScrapeConfig that lists no target, or of which relabelings leave none.
 *
 * @param field where targets would be listed
 */
export function* noTargetDraft({ monitor, cause, jobs }: DirectGroup, field: string): Iterable<Draft> {
  const { kind, spec } = monitor.object;
  switch (cause?.reason) {
    case 'nothing listed':
      yield {
        object: monitor,
        field: kind === 'Probe' ? field : cause.field,
        message:
          kind === 'Probe'
            ? 'It lists no target, so there is nothing to probe.'
            : 'There is no static target and no way to discover one.',
        basis: 'present',
        why: WHY,
        fix: {
          text:
            kind === 'Probe'
              ? 'static: [https://shop.example], for example.'
              : 'staticConfigs: [{ targets: ["node.example:9100"] }], for example.',
        },
      };
      return;
    case 'relabeled': {
      const [{ raw, outcome }] = cause.lost;
      const rule = outcome.outcome === 'dropped' ? outcome.droppedBy : undefined;
      const ofUser = rule?.origin.reason === 'user';
      yield {
        object: ofUser ? monitor : jobs[0].job.instance.object,
        field: rule?.origin.field ?? field,
        message: `${ruleText(rule)} drops every target${ofUser ? '' : ` of ${kind} ${monitor.object.metadata.namespace}/${monitor.object.metadata.name}`}, "${raw.labels.__address__ ?? ''}" among them.`,
        basis: 'present',
        why: 'Prometheus lists the targets as dropped and scrapes none of them.',
        fix: { text: 'remove the relabeling, or change its regex so that it fits what is there.' },
        ...(ofUser || spec === undefined ? {} : { related: [{ object: monitor, message: 'gets the class' }] }),
      };
      return;
    }
    case 'no zone': {
      const { object, settings } = jobs[0].job.instance;
      const zones = settings.zones ?? [];
      yield {
        object: monitor,
        field: kind === 'Probe' ? 'spec.targets' : 'spec.relabelings',
        message: `${describeInstance(object)} shares targets out among the zones ${listText(zones)}, and an address that is written down is in none of them.`,
        basis: 'present',
        why: 'Every shard takes the targets of its own zone, so those without a zone are scraped by nobody.',
        fix: {
          text: `${kind === 'Probe' ? 'relabelingConfigs' : 'relabelings'}: [{ targetLabel: __tmp_topology, replacement: ${zones[0]} }], to have the shards of that zone scrape them.`,
        },
        related: [{ object, field: 'spec.shardingStrategy.topology', message: 'shares targets out by zone' }],
      };
      return;
    }
    default:
      return;
  }
}

function ruleText(rule: RelabelRule | undefined): string {
  const { action, sourceLabels = [], regex = '' } = rule ?? {};
  return `The relabeling with action ${action}, sourceLabels [${sourceLabels.join(', ')}] and regex ${quoted(regex)}`;
}

import type { JobBreak } from '../../../lib/simulator/chain/job-break';
import type { ClusterFacts, RowGroup } from './cluster-facts';

const OF_INSTANCE: { readonly [state: string]: string } = {
  unseen: 'L2 instance unseen',
  paused: 'L3 paused',
  frozen: 'L3 frozen',
  unmanaged: 'L3 unmanaged',
};

const OF_MONITOR: { readonly [state: string]: string } = {
  unseen: 'L2 monitor unseen',
  unselected: 'L4 unselected',
  rejected: 'L5 rejected',
};

const OF_BREAK: { readonly [reason in JobBreak['reason']]?: string } = {
  'other namespace': 'L7 undiscovered: other namespace',
  'not shown': 'L7 undiscovered: nothing there',
  'no endpoints': 'L8 no raw target: no endpoints',
  'no address': 'L8 no raw target: no address',
  'dead port': 'L8 no raw target: dead port',
  'nothing selected': 'L9 dropped: selector',
  port: 'L9 dropped: port',
  ended: 'L9 dropped: phase',
  relabeled: 'L9 dropped: relabelings',
  'no zone': 'L9 dropped: no zone',
  failed: 'L9 dropped: unusable',
};

/** What becomes of instances, monitors and targets, by the links of the chain. */
export const OUTCOMES: RowGroup = {
  title: 'outcome',
  rows: [
    'L1 monitor refused',
    'L1 instance refused',
    ...Object.values(OF_INSTANCE),
    ...Object.values(OF_MONITOR),
    'L6 poisoned by a monitor',
    'L6 poisoned by itself',
    ...Object.values(OF_BREAK),
    'some dropped beside others',
    'up',
  ],
  of: outcomes,
};

function* outcomes({ prediction, context, jobs }: ClusterFacts): Iterable<string> {
  for (const object of Object.keys(prediction.refused)) {
    yield object.startsWith('Prometheus') ? 'L1 instance refused' : 'L1 monitor refused';
  }
  const { simulation } = context;
  for (const { state, kind, key } of simulation.instances) {
    if (OF_INSTANCE[state] !== undefined) {
      yield OF_INSTANCE[state];
    }
    const { outcome, message } = prediction.instances[`${kind} ${key}`];
    if (outcome === 'refused') {
      // Such problems name the monitor's consequence: that it takes an instance with it.
      yield message?.includes('refuses the whole configuration of')
        ? 'L6 poisoned by a monitor'
        : 'L6 poisoned by itself';
    }
  }
  for (const { state } of simulation.outcomes) {
    if (OF_MONITOR[state] !== undefined) {
      yield OF_MONITOR[state];
    }
  }
  const live = new Set(jobs.map(({ targets }) => targets));
  for (const broken of context.broken) {
    const row = OF_BREAK[broken.cause.reason];
    if (row !== undefined && broken.jobs.some(({ targets }) => live.has(targets))) {
      yield row;
    }
  }
  for (const { targets } of jobs) {
    if (targets.found.length > 0) {
      yield 'up';
      if (targets.lost.length > 0) {
        yield 'some dropped beside others';
      }
    }
  }
}

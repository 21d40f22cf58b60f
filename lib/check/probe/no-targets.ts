import { Level } from '../../report/finding';
import type { Check } from '../check';
import { directGroups } from '../direct-groups';
import { REJECTED, rejectionDrafts } from '../monitor/problem-drafts';
import { noTargetDraft } from '../no-target-draft';

const CODES = ['rejected/probe-without-targets'];

/**
 * A Probe that probes nothing: it names no targets, lists none, or relabelings leave none of them.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/apis/monitoring/v1/probe_types.go`, `ProbeTargets.Validate`, and
 * `pkg/prometheus/promcfg.go`, `generateProbeConfig`.
 *
 * Silent about Ingresses that a selector does not take; see `probe/selects-nothing`.
 */
export const noTargets: Check = {
  id: 'probe/no-targets',
  level: Level.ERROR,
  summary: 'Probe that probes nothing',
  why: REJECTED,
  codes: CODES,
  *run(context) {
    yield* rejectionDrafts(context, CODES);
    for (const group of directGroups(context)) {
      if (group.monitor.object.kind === 'Probe') {
        yield* noTargetDraft(group, 'spec.targets.staticConfig.static');
      }
    }
  },
};

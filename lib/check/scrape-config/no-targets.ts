import { Level } from '../../report/finding';
import type { Check } from '../check';
import { directGroups } from '../direct-groups';
import { namespacesText } from '../list-text';
import { noTargetDraft } from '../no-target-draft';

/**
 * A ScrapeConfig without a target: it describes none, Kubernetes has none for it, or relabelings leave none.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateScrapeConfig`; prometheus v3.15
 * `discovery/kubernetes`.
 *
 * Silent where discovery asks something that is not among the objects: a server, DNS, files, nodes. Of a namespace of which
 * the objects show nothing, it speaks only where they are complete.
 */
export const noTargets: Check = {
  id: 'scrape-config/no-targets',
  level: Level.ERROR,
  summary: 'ScrapeConfig that scrapes nothing',
  why: 'The job is there, without a target, so nothing is scraped and nothing is shown as down.',
  *run(context) {
    const { shownNamespaces } = context.simulation;
    for (const group of directGroups(context)) {
      const { monitor, cause } = group;
      if (monitor.object.kind !== 'ScrapeConfig') {
        continue;
      }
      if (cause?.reason === 'nothing there') {
        const isShown = cause.searched?.every((namespace) => shownNamespaces.has(namespace)) === true;
        yield {
          object: monitor,
          field: cause.field,
          message: `Discovery with role "${cause.role}" finds nothing in ${namespacesText(cause.searched)}.`,
          basis: isShown ? 'absent' : 'hidden',
          fix: { text: 'search the namespaces of what is to be scraped, and select labels that it has.' },
        };
      } else {
        yield* noTargetDraft(group, 'spec');
      }
    }
  },
};

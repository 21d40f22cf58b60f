import { Level } from '../../report/finding';
import { releaseOfStack } from '../../simulator/stack/release-of-stack';
import type { StackSpec } from '../../simulator/stack/stack-spec';
import { cut, FULLNAME_LENGTH } from '../../stack/facts/names';
import type { Release } from '../../stack/facts/release';
import type { Check, Draft } from '../check';
import { declaringObject } from './stack-drafts';

/**
 * Two releases of kube-prometheus-stack whose objects get the same names, most often since the chart cuts their prefix.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`, `kube-prometheus-stack.fullname`.
 *
 * Silent where both are one release, declared twice.
 */
export const collision: Check = {
  id: 'stack/collision',
  level: Level.WARNING,
  summary: 'releases whose objects have the same names',
  why: 'In one cluster the second install fails, or takes over ClusterRoles and webhooks of the first.',
  *run(context) {
    const seen: { readonly stack: StackSpec; readonly release: Release }[] = [];
    for (const stack of context.prepared.stacks) {
      const release = releaseOfStack(stack);
      const other = seen.find((one) => one.release.names.fullname === release.names.fullname);
      if (other === undefined) {
        seen.push({ stack, release });
        continue;
      }
      if (textOf(other.release) !== textOf(release)) {
        const drafted = draftOf(release, other.release);
        const object = declaringObject(context, stack);
        const message = `has objects of the same names  (release ${textOf(other.release)})`;
        yield { ...drafted, object, related: [{ object: declaringObject(context, other.stack), message }] };
      }
    }
  },
};

function draftOf(release: Release, other: Release): Omit<Draft, 'object'> {
  const { fullname } = release.names;
  const isCut = fullname.length >= FULLNAME_LENGTH - 1 && release.values.text('fullnameOverride') !== fullname;
  const why = isCut ? `, for the chart cuts them after ${FULLNAME_LENGTH} characters` : '';
  const same = release.objectNamespace === other.objectNamespace ? ', the Prometheus among them' : '';
  return {
    field: release.values.given('fullnameOverride') ? 'fullnameOverride' : '',
    message: `The objects of release ${textOf(release)} are named "${fullname}-…" just as those of release ${textOf(other)}${why}${same}.`,
    basis: 'present',
    fix: { text: `fullnameOverride: ${suggestion(release)}, unless they are for two clusters.` },
  };
}

/** A prefix that keeps both ends of the release name, and leaves room for shards. */
function suggestion({ release, namespace }: Release): string {
  const parts = release.split(/[-.]/);
  const end = (release.length > 22 && parts.length > 1 ? (parts.at(-1) as string) : namespace).slice(0, 12);
  return `${cut(release.replaceAll('.', '-'), 21 - end.length)}-${end}`;
}

function textOf({ namespace, release }: Release): string {
  return `${namespace}/${release}`;
}

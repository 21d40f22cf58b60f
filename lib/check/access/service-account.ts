import { distance } from 'fastest-levenshtein';
import { Level } from '../../report/finding';
import { Kind } from '../../simulator/bag/bag-kind';
import { isAssumed } from '../../simulator/operator/assumed-instance';
import { nameOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';
import { setField } from '../field-edit';
import { quoted } from '../list-text';

/** Letters in which a mistyped name differs. */
const SLIP = 2;

/**
 * A Prometheus or PrometheusAgent that names a service account which is not there.
 *
 * Mirrors: kubernetes v1.36 `plugin/pkg/admission/serviceaccount/admission.go`, which refuses pods without it.
 *
 * Stays silent where the account may be elsewhere: unless one of nearly the same name is in the namespace, that is everywhere
 * but where the objects are all that there is.
 */
export const serviceAccount: Check = {
  id: 'access/service-account',
  level: Level.ERROR,
  summary: 'Prometheus with a service account that is not there',
  why: 'The API server refuses its pods. The Operator is content, and Prometheus never runs.',
  *run({ simulation: { bag, instances } }) {
    for (const { object, settings, state } of instances) {
      const namespace = object.object.metadata.namespace as string;
      const wanted = settings.serviceAccountName;
      // Each namespace has one of this name; one of a release comes with it.
      const comes =
        wanted === 'default' || bag.releases.into(namespace).length > 0 || modelledFrom(object) !== undefined;
      if (comes || isAssumed(object) || state === 'unseen' || bag.find(Kind.SERVICE_ACCOUNT, namespace, wanted)) {
        continue;
      }
      const names = bag.in(Kind.SERVICE_ACCOUNT, namespace).map((account) => account.object.metadata.name as string);
      // Many names have one word in common, so that only a slip of the pen counts.
      const nearest = names.find((name) => distance(wanted, name) <= SLIP);
      const field = 'spec.serviceAccountName';
      const there =
        names.length === 0 ? '' : ` There ${names.length === 1 ? 'is' : 'are'} ${names.map(quoted).join(', ')}.`;
      yield {
        object,
        field,
        message: `${nameOf(object)} runs as service account ${quoted(wanted)}, and namespace ${quoted(namespace)} has none of that name.${there}`,
        basis: nearest === undefined ? 'hidden' : 'absent',
        ...(nearest === undefined ? {} : { level: Level.WARNING }),
        fix:
          nearest === undefined
            ? { text: `create ServiceAccount ${quoted(wanted)} in namespace ${quoted(namespace)}.` }
            : { text: `serviceAccountName: ${nearest}`, patch: setField(object, field, nearest) },
      };
    }
  },
};

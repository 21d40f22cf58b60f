import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { chartSecrets } from './chart-secrets';
import { secretsIn } from './find-secrets';

/** Kinds that hold no secrets as they are, or that only describe. */
const PASSED_OVER = new Set(['Secret', 'SealedSecret', 'ExternalSecret', 'CustomResourceDefinition']);

/**
 * A password, token or key that is written out in any object but a Secret: in fields of the Operator's kinds, in environment
 * variables, in ConfigMaps, in values of charts, and anywhere by its form. Its value is never repeated.
 *
 * Values of kube-prometheus-stack are the business of stack/literal-secret.
 *
 * Silent about references, placeholders and what SOPS has encrypted.
 */
export const secretLiteral: Check = {
  id: 'secret/literal',
  level: Level.ERROR,
  summary: 'secret that is written out',
  why: 'Whoever reads the repository, or the object in the cluster, has it.',
  *run(context) {
    const releases = declaringReleases(context);
    for (const object of context.prepared.given) {
      if (PASSED_OVER.has(object.object.kind) || object.object.sops !== undefined || releases.has(object.source)) {
        continue;
      }
      const found = [...secretsIn(object.object), ...chartSecrets(object.object)];
      const fields = new Set<string>();
      for (const { field, message, certain, fix } of found) {
        if (!fields.has(field)) {
          fields.add(field);
          yield {
            object,
            field,
            message,
            basis: 'present',
            fix: { text: fix },
            ...(certain ? {} : { level: Level.WARNING }),
          };
        }
      }
    }
  },
};

/** Where releases of kube-prometheus-stack are declared. */
function declaringReleases({ prepared }: CheckContext): ReadonlySet<SourcedObject['source']> {
  return new Set(prepared.stacks.map(({ source }) => source));
}

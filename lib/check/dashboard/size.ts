import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import type { Check } from '../check';
import { OBJECT_LIMIT, sizeOf } from './dashboard-files';

/** Bytes that annotations may have together; client-side apply keeps the whole object in one of them. */
const ANNOTATION_LIMIT = 256 * 1024;

/**
 * A ConfigMap or Secret with dashboards that is too large for the API server, or for client-side apply.
 *
 * Mirrors: kubernetes v1.36 `pkg/apis/core/validation/validation.go`, `ValidateConfigMap`;
 * `staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go`, `TotalAnnotationSizeLimitB`; kubectl `pkg/util/apply.go`.
 *
 * Silent where an annotation of Argo CD asks for server-side apply, or to replace the object.
 */
export const size: Check = {
  id: 'dashboard/size',
  level: Level.ERROR,
  summary: 'ConfigMap with dashboards that is too large',
  why: 'The object cannot be applied, and Grafana keeps what it had.',
  *run({ simulation }) {
    for (const object of new Set(simulation.dashboards.outcomes.map((outcome) => outcome.object))) {
      const bytes = sizeOf(object);
      const copied =
        bytes > ANNOTATION_LIMIT / 4 ? Buffer.byteLength(JSON.stringify(object.given ?? object.object)) : 0;
      if (bytes > OBJECT_LIMIT) {
        yield {
          object,
          field: 'data',
          message: `${object.object.kind} holds ${bytes} bytes, and the API server takes ${OBJECT_LIMIT}.`,
          basis: 'present',
          fix: { text: 'one object for each dashboard.' },
        };
      } else if (copied > ANNOTATION_LIMIT && !isAppliedOtherwise(object)) {
        yield {
          object,
          field: 'data',
          message: `${object.object.kind} has ${copied} bytes, and client-side apply keeps a copy in an annotation, of which Kubernetes takes ${ANNOTATION_LIMIT}.`,
          basis: 'present',
          level: Level.WARNING,
          fix: {
            text: 'kubectl apply --server-side; for Argo CD the annotation argocd.argoproj.io/sync-options: ServerSideApply=true; or one object for each dashboard.',
          },
        };
      }
    }
  },
};

function isAppliedOtherwise({ object }: SourcedObject): boolean {
  const options = object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
  return /\b(?:ServerSideApply|Replace)=true\b/.test(options);
}

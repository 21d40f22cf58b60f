import type { DiscoveryKind } from '../access/discovery-needs';
import type { TargetSource } from './direct-job';

/** What a source asks the API server for. */
export interface SourceSearch extends DiscoveryKind {
  /** `undefined` for all namespaces. */
  readonly namespaces: readonly string[] | undefined;
}

/** What a source asks the API server of its own cluster for; `undefined` where it asks somebody else, or nobody. */
export function searchingOf(source: TargetSource): SourceSearch | undefined {
  switch (source.kind) {
    case 'ingresses':
      return { role: 'ingress', attachNodeMetadata: false, namespaces: source.namespaces };
    case 'kubernetes':
      return { role: source.role, attachNodeMetadata: source.attachNodeMetadata, namespaces: source.namespaces };
    case 'unknown':
      return source.role === undefined
        ? undefined
        : { role: source.role, attachNodeMetadata: false, namespaces: undefined };
    default:
      return undefined;
  }
}

import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type EvaluatedScope, evaluateScope } from './evaluate-scope';
import { isRegistered, type ProofScope, proofScope, scopeAround } from './proof-scope';

/** Evaluates the scope that a construct is in and those below it. */
export function evaluateBelow(construct: IConstruct): EvaluatedScope[] {
  const inner = construct.node.findAll().filter((one) => one !== construct && isRegistered(one));
  const scopes = new Set<ProofScope>([scopeAround(construct), ...inner.map(proofScope)]);
  return [...scopes].map(evaluateScope);
}

/** Whether a place is that of a construct, or below it. */
export function isBelow(construct: IConstruct, path: string | undefined): boolean {
  const { path: own } = construct.node;
  return own === '' || (path !== undefined && (path === own || path.startsWith(`${own}/`)));
}

/** Kind, namespace and name of every object below a construct. */
export function objectsBelow(construct: IConstruct): ReadonlySet<string> {
  return new Set(
    construct.node
      .findAll()
      .filter((one): one is ApiObject => ApiObject.isApiObject(one))
      .map(({ kind, metadata, name }) => objectKey(kind, metadata.namespace, name)),
  );
}

/** Key of an object in `objectsBelow`. */
export function objectKey(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace || 'default'}/${name}`;
}

import type { SourcedObject } from '../simulator/kube-object';
import type { Problem } from '../simulator/operator/problem';
import type { Draft } from './check';

/**
 * Drafts about references, with those joined that ask for keys of the same Secret or ConfigMap: if that is not there, it is
 * one thing to make.
 *
 * @param problems what the drafts were made of, one by one
 */
export function joinMissing(drafts: readonly Draft[], problems: readonly Problem[]): Draft[] {
  const first = new Map<SourcedObject, Map<string, number>>();
  const keys = new Map<number, string[]>();
  const joined: (Draft | undefined)[] = drafts.map((draft, i) => {
    const { code, values, object } = problems[i];
    if (!code.endsWith('-missing') || code.endsWith('-key-missing')) {
      return draft;
    }
    const byName = first.get(object) ?? new Map<string, number>();
    first.set(object, byName);
    const name = `${values.kind} ${values.name}`;
    const at = byName.get(name) ?? i;
    byName.set(name, at);
    keys.set(at, [...new Set([...(keys.get(at) ?? []), String(values.key)])]);
    return at === i ? draft : undefined;
  });
  return joined.flatMap((draft, i) => (draft === undefined ? [] : [withKeys(draft, problems[i], keys.get(i) ?? [])]));
}

function withKeys(draft: Draft, { values }: Problem, keys: readonly string[]): Draft {
  if (keys.length < 2 || draft.fix === undefined) {
    return draft;
  }
  const list = `${keys
    .slice(0, -1)
    .map((key) => `"${key}"`)
    .join(', ')} and "${keys[keys.length - 1]}"`;
  const text = `create ${values.kind} "${values.name}" with the keys ${list} in namespace "${values.namespace}".`;
  return { ...draft, fix: { text } };
}

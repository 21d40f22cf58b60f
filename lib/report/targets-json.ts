import { referenceJson } from './finding-json';
import { targetWriter } from './target-json';
import type { TargetList } from './target-list';

/**
 * The targets for programs; `schemas/targets.v1.schema.json` describes it. One target per line: there may be many, and two
 * versions are to be compared line by line.
 */
export function* targetsJson({ version, targets, unknown }: TargetList): Generator<string> {
  yield `{"version":${version},\n"targets":`;
  yield* lines(targets, targetWriter());
  yield ',\n"unknown":';
  yield* lines(unknown, ({ object, link, reason }) => JSON.stringify({ object: referenceJson(object), link, reason }));
  yield '}\n';
}

function* lines<T>(items: Iterable<T>, toJson: (item: T) => string): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield before + toJson(item);
    before = ',\n';
  }
  yield before.startsWith('[') ? '[]' : '\n]';
}

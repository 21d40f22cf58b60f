import type { ChainLink, Explanation } from './explanation';
import { findingJson, referenceJson, sourceJson } from './finding-json';
import { jsonItems } from './json-items';
import { targetJson } from './target-json';

/** The explanation for programs; `schemas/explain.v1.schema.json` describes it. */
export function* explainJson(explanation: Explanation): Generator<string> {
  const { version, object, source, verdict } = explanation;
  const head = { version, object: referenceJson(object), source: sourceJson(source), verdict };
  yield `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "chains": `;
  yield* jsonItems(explanation.chains, linkJson);
  yield ',\n  "targets": ';
  yield* jsonItems(explanation.targets, targetJson);
  yield ',\n  "findings": ';
  yield* jsonItems(explanation.findings, findingJson);
  yield '\n}\n';
}

function linkJson({ link, state, text, object, field, source, check, fix, links }: ChainLink): object {
  return {
    link,
    state,
    text,
    object: object && referenceJson(object),
    field,
    source: source && sourceJson(source),
    check,
    fix,
    links: links.map(linkJson),
  };
}

import type { CST } from 'yaml';

/** Levels of maps and lists; kubectl stops at 10,000, and a CustomResourceDefinition needs some 50. */
export const MAX_DEPTH = 400;

export const TOO_DEEP = {
  message: 'maps and lists are nested too deep to be read',
  fix: 'no Kubernetes object is nested like this; look for brackets that are never closed',
} as const;

/**
 * Where a document is nested too deep, or undefined. To be asked before anything walks the document by recursion: with
 * a stack that is nearly full, V8 ends the process where it has to compile a regular expression.
 */
export function tooDeepAt(root: CST.Token): number | undefined {
  let level: CST.Token[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      return level[0].offset;
    }
    const next: CST.Token[] = [];
    for (const token of level) {
      if (token.type === 'document') {
        keep(next, token.value);
      } else if ('items' in token) {
        for (const item of token.items) {
          keep(next, item.key);
          keep(next, item.value);
        }
      }
    }
    level = next;
  }
  return undefined;
}

function keep(tokens: CST.Token[], token: CST.Token | null | undefined): void {
  if (token && (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection')) {
    tokens.push(token);
  }
}

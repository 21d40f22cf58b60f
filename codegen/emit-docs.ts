/** Stands for a leading space while TypeGenerator, which trims every line, has the text. */
const INDENT = '\uE000';

/** A doc text of the models as Markdown that neither ends the comment nor is taken for a JSDoc tag. */
export function escapeDoc(doc: string): string {
  return doc
    .replace(/\\([*_<>#[\]])/g, '$1')
    .replace(/\*\//g, '*&#47;')
    .split('\n')
    .filter((line) => !/^\s*@deprecated\s*$/.test(line)) // said in words beside it; jsii wants a reason
    .map((line) => line.replace(/^(\s*)@/, '$1\\@').replace(/^ +/, (spaces) => INDENT.repeat(spaces.length)))
    .join('\n')
    .trim();
}

/**
 * Removes the tags that TypeGenerator adds, folds one-line comments, and restores indentation.
 *
 * Its `@default` is whatever follows the words "defaults to" on a line of the text, often half a sentence.
 */
export function tidyDocs(code: string): string {
  return code
    .replace(/^ *\* @(schema|default) .*\n/gm, '')
    .replace(/^( *)\/\*\*\n(?: *\*\n)* *\*\/\n/gm, '')
    .replace(/(?:^ *\*\n)+(?= *\*\/\n)/gm, '')
    .replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/\n/gm, '$1/** $2 */\n')
    .replace(/^ *\* *$/gm, (line) => line.trimEnd())
    .replaceAll(INDENT, ' ');
}

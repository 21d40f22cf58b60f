import { printable } from '../../report/printable';

/** Markup that is safe to be written as it is. */
export class Html {
  constructor(public readonly text: string) {}
}

/** What may stand in markup; texts are escaped. */
export type HtmlValue = string | number | Html | readonly HtmlValue[];

/** Markup with values in it. Whatever is no `Html` is a text from outside and gets escaped, in attributes as well. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, i) => (i === 0 ? text : `${written(values[i - 1])}${text}`)).join(''));
}

/** Nothing. */
export const NOTHING = new Html('');

/** A text as it may stand between tags, and in an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return printable(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Data for a script, as JSON that cannot end the element it stands in. */
export function jsonForScript(data: unknown): Html {
  return new Html(
    JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

const ENTITIES: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(value: HtmlValue): string {
  if (value instanceof Html) {
    return value.text;
  }
  return Array.isArray(value) ? value.map(written).join('') : escapeHtml(String(value));
}

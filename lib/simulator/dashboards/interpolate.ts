/** Variables of Grafana whose value has a known form. */
const BUILT_IN: { readonly [name: string]: string } = {
  __interval: '5m',
  __interval_ms: '300000',
  __rate_interval: '5m',
  __rate_interval_ms: '300000',
  __range: '1h',
  __range_s: '3600',
  __range_ms: '3600000',
  __from: '1700000000000',
  __to: '1700003600000',
};

const VARIABLE = /\$\{(\w+)(?:[:.][^}]*)?\}|\$(\w+)|\[\[(\w+)(?::[^\]]*)?\]\]/y;

/**
 * An expression with values for its variables, such as Grafana may fill in; `undefined` where nobody can tell which part of
 * the expression a variable stands for, such as the name of a function.
 */
export function interpolate(expr: string): string | undefined {
  let result = '';
  let quote = '';
  let brackets = 0;
  for (let at = 0; at < expr.length; ) {
    VARIABLE.lastIndex = at;
    const found = VARIABLE.exec(expr);
    // `[[` is a variable only where a name and `]]` follow.
    if (found !== null) {
      const name = found[1] ?? found[2] ?? found[3];
      const before = quote === '' ? result : '';
      const value = quote === '' ? fillIn(name, before, expr[VARIABLE.lastIndex], brackets > 0) : 'x';
      if (value === undefined) {
        return undefined;
      }
      result += value;
      at = VARIABLE.lastIndex;
      continue;
    }
    const character = expr[at];
    if (quote !== '') {
      if (character === '\\' && quote !== '`') {
        result += expr.slice(at, at + 2);
        at += 2;
        continue;
      }
      quote = character === quote ? '' : quote;
    } else if (/["'`]/.test(character)) {
      quote = character;
    } else if (character === '#') {
      // A comment may hold anything.
      const end = expr.indexOf('\n', at);
      at = end < 0 ? expr.length : end;
      continue;
    } else if (character === '[') {
      brackets++;
    } else if (character === ']') {
      brackets--;
    }
    result += character;
    at++;
  }
  return result;
}

/** The value of a variable outside of texts. */
function fillIn(name: string, before: string, next: string | undefined, inBrackets: boolean): string | undefined {
  if (BUILT_IN[name] !== undefined) {
    return BUILT_IN[name];
  }
  if (inBrackets || /\boffset\s+-?$/i.test(before)) {
    // Part of a duration: its number, its unit, or all of it.
    return /\d$/.test(before) ? 'm' : /[\w]/.test(next ?? '') ? '5' : '5m';
  }
  return undefined;
}

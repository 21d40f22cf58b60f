/** Highest index of a list that Helm takes (`strvals.MaxIndex`). */
const MAX_INDEX = 65536;
/** Deepest nesting of names that Helm takes (`strvals.MaxNestedNameLevel`). */
const MAX_DEPTH = 30;

/**
 * Sets one value in a map as `helm --set` does, in place.
 *
 * Source: helm v3 `pkg/strvals/parser.go`.
 *
 * @param path `a.b[0].c`; a dot or another special character in a key is written `\.`
 * @returns whether the path could be read
 */
export function setValue(values: { [key: string]: any }, path: string, value: any): boolean {
  const steps = parsePath(path);
  if (steps === undefined) {
    return false;
  }
  let node: any = values;
  steps.forEach((step, index) => {
    if (index === steps.length - 1) {
      put(node, step, value);
      return;
    }
    const wantsList = typeof steps[index + 1] === 'number';
    const next: unknown = Object.hasOwn(node, step) ? node[step] : undefined;
    const fits = wantsList ? Array.isArray(next) : typeof next === 'object' && next !== null && !Array.isArray(next);
    if (!fits) {
      put(node, step, wantsList ? [] : {});
    }
    node = node[step];
  });
  return true;
}

/**
 * A value as `--set` reads it: `true`, `null` and whole numbers are what they look like, `{a,b}` is a list.
 *
 * Source: helm v3 `pkg/strvals/parser.go`, `typedVal`.
 */
export function typedValue(text: string): any {
  const list = /^\{(.*)\}$/s.exec(text);
  if (list) {
    return list[1] === '' ? [] : list[1].split(/(?<!\\),/).map((item) => scalar(withoutEscapes(item)));
  }
  return scalar(withoutEscapes(text));
}

function scalar(text: string): any {
  switch (text.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case '0':
      return 0;
  }
  // A leading zero makes a text of it.
  return /^[-+]?[1-9]\d{0,15}$/.test(text) ? Number(text) : text;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function parsePath(path: string): (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  // A key with escapes, or an index.
  const pattern = /((?:[^.[\]\\]|\\.)+)|\[(\d+)\]/gsy;
  let end = 0;
  while (end < path.length) {
    if (path[end] === '.' && steps.length > 0) {
      pattern.lastIndex = end + 1;
    }
    const match = pattern.exec(path);
    if (match === null) {
      return undefined;
    }
    const index = match[2] === undefined ? undefined : Number(match[2]);
    if (index !== undefined && index > MAX_INDEX) {
      return undefined;
    }
    steps.push(index ?? withoutEscapes(match[1]));
    end = pattern.lastIndex;
  }
  return steps.length > 0 && steps.length <= MAX_DEPTH && typeof steps[0] === 'string' ? steps : undefined;
}

/** As an assignment, and `__proto__` is a key like any other. */
function put(node: any, key: string | number, value: any): void {
  if (key === '__proto__') {
    Object.defineProperty(node, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    node[key] = value;
  }
}

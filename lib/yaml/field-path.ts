const STEP = /\.?([A-Za-z_][A-Za-z0-9_]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * The keys and indexes of a path as `joinPath` writes it: `spec.endpoints[0].port`, `metadata.labels["a/b"]`. Ends
 * before the first part that is none.
 */
export function stepsOf(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  for (let found = STEP.exec(path); found !== null; found = STEP.exec(path)) {
    if (found[1] !== undefined) {
      steps.push(found[1]);
    } else if (found[2] !== undefined) {
      steps.push(Number(found[2]));
    } else {
      const key = quoted(found[3]);
      if (key === undefined) {
        break;
      }
      steps.push(key);
    }
  }
  return steps;
}

function quoted(text: string): string | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

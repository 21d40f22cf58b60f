/** What a page says about an example. */
export interface Example {
  /** File and line of the code, as `README.md:12`. */
  readonly title: string;
  /** The program. */
  readonly code: string;
  /** Why it is compiled only; undefined where it runs. */
  readonly notRun?: string;
  /** What the page shows after it. */
  readonly shown?: Shown;
}

/** Text that a page shows as the result of an example. */
export interface Shown {
  /** All manifests, some of them, or the message of the error that ends the program. */
  readonly kind: 'output' | 'part' | 'error';
  /** The file under `dist/`; all of them where it is undefined. */
  readonly file?: string;
  readonly text: string;
}

/** A fenced block, with the comment that stands directly before it. */
interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  readonly marker?: string;
}

const MARKERS = {
  code: /^(continues the example above)?(?:; )?(?:not run: (.+))?$/,
  output: /^(part of the )?output of the example above(?:: (\S+))?$/,
  error: /^error of the example above$/,
};

const SYNTH = /^app\.synth\(\);\n?/m;

/**
 * Finds the TypeScript examples of a page, with what the page shows of their output. CONTRIBUTING.md describes the
 * markers.
 *
 * @throws if a marker is misspelt, stands before no block, or belongs to no example
 */
export function examplesOf(file: string, markdown: string): Example[] {
  const examples: Example[] = [];
  for (const block of blocksOf(file, markdown)) {
    const previous = examples.at(-1);
    const title = `${file}:${block.line}`;
    if (block.language === 'ts' || block.language === 'typescript') {
      examples.push(exampleOf(block, title, previous));
    } else if (block.marker !== undefined) {
      if (!previous || previous.shown) {
        throw new Error(`${title}: "${block.marker}" stands after no example. Fix: move it behind the \`\`\`ts block.`);
      }
      examples[examples.length - 1] = { ...previous, shown: shownBy(block, title) };
    }
  }
  return examples;
}

function exampleOf({ text, marker = '' }: Block, title: string, previous: Example | undefined): Example {
  const match = marker.match(MARKERS.code);
  if (!match || (match[1] && !previous)) {
    throw unknown(marker, title);
  }
  const code =
    match[1] && previous ? `${previous.code.replace(SYNTH, '')}\n${text.replace(SYNTH, '')}\napp.synth();\n` : text;
  return { title, code, notRun: match[2] };
}

function shownBy({ text, marker = '' }: Block, title: string): Shown {
  const output = marker.match(MARKERS.output);
  if (!output && !MARKERS.error.test(marker)) {
    throw unknown(marker, title);
  }
  return output ? { kind: output[1] ? 'part' : 'output', file: output[2], text } : { kind: 'error', text };
}

function unknown(marker: string, title: string): Error {
  return new Error(
    `${title}: "${marker}" is no marker for this block. Fix: see "Examples in pages" in CONTRIBUTING.md.`,
  );
}

function blocksOf(file: string, markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let marker: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const fence = lines[i].match(/^(\s*)(`{3,}|~{3,})\s*(\S*)/);
    const comment = lines[i].match(/^<!--\s*(.*?)\s*-->$/)?.[1];
    if (fence) {
      const end = lines.findIndex((line, at) => at > i && line.trim() === fence[2]);
      if (end < 0) {
        throw new Error(`${file}:${i + 1}: the block has no end.`);
      }
      const text = lines.slice(i + 1, end).map((line) => `${line.slice(fence[1].length)}\n`);
      blocks.push({ language: fence[3], text: text.join(''), line: i + 1, marker });
      i = end;
      marker = undefined;
    } else if (comment !== undefined && /\bthe example above\b|^not run\b/.test(comment)) {
      marker = comment;
    } else if (marker !== undefined && lines[i].trim() !== '') {
      throw new Error(`${file}:${i + 1}: "${marker}" stands before no block. Fix: put it directly before the fence.`);
    }
  }
  return blocks;
}

import type { EvaluationOptions } from '../../lib/check/evaluation';
import { stackOf } from '../../lib/simulator/stack/stack-of';

/** The headings that every page of a check has, in this order. */
export const HEADINGS = [
  'What it finds',
  'Why it matters',
  'Bad',
  'Good',
  'How to fix',
  'When it is wrong',
  'Source',
] as const;

/** Objects that a page shows. */
export interface Sample {
  /** Line of the block, from 1. */
  readonly line: number;
  readonly yaml: string;
  readonly options: SampleOptions;
  /** The block with the findings that follows; `undefined` where there is none. */
  readonly shown: { readonly text: string; readonly start: number; readonly end: number } | undefined;
}

/** What the comment before a sample says. */
export interface SampleOptions {
  readonly evaluation: EvaluationOptions;
  /** Other checks that find something in the sample too; the page says why. */
  readonly also: readonly string[];
  /** Bytes in place of `…`, for what is about size. */
  readonly fill?: number;
}

/** The page of a check, taken apart. */
export interface CheckPage {
  readonly title: string;
  /** The line below the title. */
  readonly summary: string;
  readonly headings: readonly string[];
  readonly bad: readonly Sample[];
  readonly good: readonly Sample[];
}

const BLOCK =
  /(?:<!-- options: (?<options>[^\n]*?) -->\n+)?```yaml\n(?<yaml>[\s\S]*?)^```\n(?:\n*```text\n(?<text>[\s\S]*?)```)?/gm;

/** Takes the page of a check apart. */
export function readCheckPage(markdown: string): CheckPage {
  const [, title = '', summary = ''] = /^# (.*)\n\n(.*)\n/.exec(markdown) ?? [];
  const headings = [...withoutBlocks(markdown).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  return {
    title,
    summary,
    headings,
    bad: samplesBelow(markdown, 'Bad'),
    good: samplesBelow(markdown, 'Good'),
  };
}

/** The page with what the samples give, and with the line below its title. */
export function updateCheckPage(markdown: string, summary: string, textOf: (sample: Sample) => string): string {
  const { bad } = readCheckPage(markdown);
  const updated = [...bad]
    .reverse()
    .filter(({ shown }) => shown !== undefined)
    .reduce((page, sample) => {
      const { start, end } = sample.shown as NonNullable<Sample['shown']>;
      return page.slice(0, start) + textOf(sample) + page.slice(end);
    }, markdown);
  return updated.replace(/^(# .*\n\n).*\n/, (_line, head) => `${head}${summary}\n`);
}

function samplesBelow(markdown: string, heading: string): Sample[] {
  const start = markdown.indexOf(`\n## ${heading}\n`);
  const length = start < 0 ? 0 : withoutBlocks(markdown.slice(start + 1)).search(/\n## (?!Bad\n|Good\n)|\n## Good\n/);
  // Blocks are blanked, not cut, so that places stay the same.
  const section = start < 0 ? '' : markdown.slice(start, length < 0 ? undefined : start + 1 + length);
  return [...section.matchAll(BLOCK)].map((match) => {
    const { options = '', yaml = '', text } = match.groups ?? {};
    const read = readOptions(options);
    const at = start + match.index;
    const end = at + match[0].length - '```'.length;
    return {
      line: markdown.slice(0, at).split('\n').length,
      yaml: read.fill === undefined ? yaml : yaml.replace('…', 'x'.repeat(read.fill)),
      options: read,
      shown: text === undefined ? undefined : { text, start: end - text.length, end },
    };
  });
}

/** A page with the lines of its blocks blanked. */
function withoutBlocks(markdown: string): string {
  return markdown.replace(/^```[a-z]+\n[\s\S]*?^```$/gm, (block) => block.replace(/[^\n]/g, ' '));
}

/** `complete, operatorVersion=0.92.0`: an absence, options of the evaluation, a release, `also=` another check, `fill=` a size. */
function readOptions(text: string): SampleOptions {
  const also: string[] = [];
  let fill: number | undefined;
  const evaluation: { -readonly [key in keyof EvaluationOptions]: EvaluationOptions[key] } = {};
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [key, value = ''] = part.trim().split('=');
    switch (key) {
      case 'complete':
      case 'partial':
      case 'tree':
        evaluation.absence = key;
        break;
      case 'operatorVersion':
      case 'kubernetesVersion':
      case 'defaultNamespace':
        evaluation[key] = value;
        break;
      case 'stack': {
        const { stack } = stackOf(value);
        evaluation.stacks = stack === undefined ? [] : [stack];
        break;
      }
      case 'fill':
        fill = Number(value);
        break;
      case 'also':
        also.push(value);
        break;
      default:
        throw new Error(`"${key}" is no option of a sample. Fix: use one that readOptions in this file knows.`);
    }
  }
  return { evaluation, also, ...(fill === undefined ? {} : { fill }) };
}

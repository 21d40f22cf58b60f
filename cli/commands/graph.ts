import type { Command } from 'commander';
import { dotGraph } from '../../lib/picture/dot';
import { mermaidDiagram } from '../../lib/picture/mermaid';
import { ExitCode } from '../exit-code';
import { type Context, evaluateInput, writeResult } from './context';
import { addPictureOptions, type PictureOptions, wantedPicture } from './picture-options';
import { addSharedOptions } from './shared-options';

const EXAMPLES = `
Examples:
  cdk8s-prometheus graph dist/ > WIRING.mmd
  helm template web ./chart | cdk8s-prometheus graph - --stack prometheus-stack/monitoring --app web
  cdk8s-prometheus graph dist/ --format dot | dot -Tsvg > wiring.svg
`;

/** Adds the command `graph`. */
export function addGraph(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('graph')
    .description('Draw the chain from each Prometheus to its targets, as Mermaid or for Graphviz.')
    .argument('<path...>', 'files, folders, globs, or - for standard input');
  addSharedOptions(addPictureOptions(command), ['mermaid', 'dot'])
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: PictureOptions) => done(await graph(paths, options, context)));
}

async function graph(paths: readonly string[], options: PictureOptions, context: Context): Promise<ExitCode> {
  const { evaluation, incomplete } = await evaluateInput(paths, options, context);
  const picture = wantedPicture(evaluation.picture(), options);
  if (options.format === 'dot') {
    return writeResult(dotGraph(picture), incomplete, ExitCode.OK, options, context);
  }
  const { text, note } = mermaidDiagram(picture);
  if (note !== '') {
    context.progress.clear();
    await context.diagnostics.note(
      `${note} Filters such as --in-namespace show more of less; --format dot has no limit.`,
    );
  }
  return writeResult([text], incomplete, ExitCode.OK, options, context);
}

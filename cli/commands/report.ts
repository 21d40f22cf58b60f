import type { Command } from 'commander';
import { reportPage } from '../../lib/picture/page/report-page';
import { ExitCode } from '../exit-code';
import { type Context, evaluateInput, pageOf, writeResult } from './context';
import { addPictureOptions, type PictureOptions, wantedPicture } from './picture-options';
import { addSharedOptions } from './shared-options';

const EXAMPLES = `
The page holds everything that it shows, and asks for nothing over the network.

Examples:
  cdk8s-prometheus report dist/ --output report.html
  helm template web ./chart | cdk8s-prometheus report - --stack prometheus-stack/monitoring -o report.html
`;

/** Adds the command `report`. */
export function addReport(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('report')
    .description('Write a page that shows what will be scraped, what not, and how to mend it.')
    .argument('<path...>', 'files, folders, globs, or - for standard input');
  addSharedOptions(addPictureOptions(command), ['html'])
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: PictureOptions) => done(await report(paths, options, context)));
}

async function report(paths: readonly string[], options: PictureOptions, context: Context): Promise<ExitCode> {
  const { evaluation, incomplete } = await evaluateInput(paths, options, context);
  const picture = wantedPicture(evaluation.picture(), options);
  const page = reportPage(picture, { pageOf: pageOf(context) });
  return writeResult(page, incomplete, ExitCode.OK, options, context);
}

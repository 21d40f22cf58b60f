import * as fs from 'node:fs';
import * as path from 'node:path';
import { furnishEnclosure, isEnclosed, runEnclosed, WORK_FOLDER } from '../truth/machine/enclosure';
import { buildTools } from '../truth/machine/tools';
import { findChromium } from './browser/find-chromium';
import { runPage } from './page/run-page';
import { tellStory } from './tell-story';
import { makeProject } from './tutorial/make-project';
import { readTutorial } from './tutorial/read-tutorial';
import { buildWebUi } from './world/web-ui';

const DOCS = path.join(__dirname, '..', 'docs');
const PICTURES = path.join(DOCS, 'tutorial');

const log = (line: string): void => console.log(line);

/** Prepares what needs a network, and runs this script again in an enclosure, which has none. */
async function run(): Promise<void> {
  const steps = readTutorial(fs.readFileSync(path.join(DOCS, 'tutorial.md'), 'utf8'));
  if (!isEnclosed()) {
    findChromium();
    buildTools(log);
    buildWebUi(log);
    process.exitCode = runEnclosed(__filename, [makeProject(steps, log)]);
    return;
  }
  furnishEnclosure();
  fs.mkdirSync(PICTURES, { recursive: true });
  const story = await tellStory(steps, { project: process.argv[2], pictures: PICTURES, work: WORK_FOLDER, log });
  fs.writeFileSync(path.join(PICTURES, 'run.md'), runPage(story));
  log('Done: docs/tutorial/run.md and its pictures.');
  // Ending this process ends all that it started.
  process.exit(0);
}

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

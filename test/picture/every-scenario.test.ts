import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { dotGraph } from '../../lib/picture/dot';
import { MERMAID_LIMITS, mermaidDiagram } from '../../lib/picture/mermaid';
import { LinkStatus } from '../../lib/picture/picture';
import { evaluationOf } from './picture-of-yaml';

const folder = path.join(__dirname, '..', 'truth');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

test('there are scenarios', () => {
  expect(files.length).toBeGreaterThan(100);
});

test.each(['default', 'complete'] as const)('every scenario is drawn as it is listed, with absence %s', (absence) => {
  const wrong: string[] = [];
  for (const file of files) {
    const evaluation = evaluationOf(readFileSync(path.join(folder, file), 'utf8'), { absence });
    const picture = evaluation.picture();
    const drawn = picture.chains.flatMap(({ parts }) => parts.flatMap(({ targets }) => targets));
    const texts = new Set(drawn.map(({ target }) => JSON.stringify(target)));
    const listed = evaluation.targets().targets.map((target) => JSON.stringify(target));
    const scraped = drawn.filter(({ status }) => status === LinkStatus.WHOLE);
    // What a Prometheus cannot load is listed, and drawn as broken.
    if (
      listed.some((text) => !texts.has(text)) ||
      scraped.some(({ target }) => !listed.includes(JSON.stringify(target)))
    ) {
      wrong.push(`${file}: other targets than those that are listed`);
    }
    for (const { id, parts, links } of picture.chains) {
      const ids = parts.map((part) => part.id);
      if (links.some(({ from, to }) => !ids.includes(from) || !ids.includes(to)) || new Set(ids).size !== ids.length) {
        wrong.push(`${file}: ${id} has links that lead nowhere, or parts twice`);
      }
      const led = new Set(links.map(({ to }) => to));
      if (parts.some((part) => part.column !== 'prometheus' && !led.has(part.id))) {
        wrong.push(`${file}: ${id} has parts that nothing leads to`);
      }
      if (
        links.some(
          (link) => (link.status === LinkStatus.BROKEN) !== (link.reason !== '') && link.status !== LinkStatus.UNKNOWN,
        )
      ) {
        wrong.push(`${file}: ${id} has a broken link without a reason, or a whole one with one`);
      }
    }
    const { text } = mermaidDiagram(picture);
    if (text.length > MERMAID_LIMITS.characters || [...dotGraph(picture)].length === 0) {
      wrong.push(`${file}: a diagram that is too long`);
    }
  }
  expect(wrong).toEqual([]);
});

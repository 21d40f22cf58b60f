import { Construct } from 'constructs';
import { TreeIndex } from '../../lib/private/tree-index';

/** Counts how often the tree is read. */
function counting() {
  let reads = 0;
  const index = new TreeIndex((root) => {
    reads += 1;
    return root.node.children.length;
  });
  const root = new Construct(undefined as unknown as Construct, '');
  return { index, root, reads: () => reads };
}

test('many who ask once share one walk', () => {
  const { index, root, reads } = counting();
  for (const asker of [{}, {}, {}]) {
    index.at(root, asker);
  }
  expect(reads()).toBe(1);
});

test('who asks for the second time sees what has been added since', () => {
  const { index, root } = counting();
  const asker = {};
  expect(index.at(root, asker)).toBe(0);
  new Construct(root, 'child');
  expect(index.at(root, asker)).toBe(1);
});

test('a snapshot does not outlive the task', async () => {
  const { index, root, reads } = counting();
  index.at(root, {});
  await Promise.resolve();
  index.at(root, {});
  expect(reads()).toBe(2);
});

test('each tree has its own', () => {
  const { index, root } = counting();
  const other = new Construct(undefined as unknown as Construct, '');
  new Construct(other, 'child');
  expect([index.at(root, {}), index.at(other, {})]).toEqual([0, 1]);
});

import { Problems } from '../../lib/private/problems';

describe('Problems', () => {
  test('throws nothing when there is none', () => {
    const problems = new Problems('Thing shop/web');
    expect(problems.empty).toBe(true);
    expect(() => problems.throwIfAny()).not.toThrow();
  });

  test('says one problem with its place and its fix', () => {
    const problems = new Problems('Thing shop/web');
    problems.add('port', '0 is no port number.', 'use a whole number from 1 to 65535.');
    expect(problems.empty).toBe(false);
    expect(() => problems.throwIfAny()).toThrow(
      [
        'Thing shop/web has 1 problem:',
        '  port: 0 is no port number.',
        '    Fix: use a whole number from 1 to 65535.',
      ].join('\n'),
    );
  });

  test('says all problems at once, in the order in which they were found', () => {
    const problems = new Problems('Thing shop/web');
    problems.add('b', 'second letter.', 'say a.');
    problems.addAll([{ field: 'a', message: 'first letter.', fix: 'say b.' }]);
    expect(problems.render()).toBe(
      [
        'Thing shop/web has 2 problems:',
        '  b: second letter.',
        '    Fix: say a.',
        '  a: first letter.',
        '    Fix: say b.',
      ].join('\n'),
    );
  });
});

import { escapeDoc, tidyDocs } from '../../codegen/emit-docs';

describe('doc texts', () => {
  test('cannot end the comment they are in', () => {
    expect(escapeDoc('every 5 minutes: */5')).toBe('every 5 minutes: *&#47;5');
  });

  test('are not taken for tags', () => {
    expect(escapeDoc('see\n@foo and a@b')).toBe('see\n\\@foo and a@b');
  });

  test('lose a bare deprecated tag, which words beside it say as well', () => {
    expect(escapeDoc('DEPRECATED. Use x.\n@deprecated')).toBe('DEPRECATED. Use x.');
  });

  test('keep their Markdown lists and indentation', () => {
    const trimmed = escapeDoc('List:\n\\* a\n    code')
      .split('\n')
      .map((line) => ` * ${line.trim()}`);
    expect(tidyDocs(['/**', ...trimmed, ' * @schema X', ' */', ''].join('\n'))).toBe(
      '/**\n * List:\n * * a\n *     code\n */\n',
    );
  });

  test('of one line become a comment of one line', () => {
    expect(tidyDocs('  /**\n   * A port.\n   *\n   * @schema X#port\n   */\n')).toBe('  /** A port. */\n');
  });

  test('that say nothing leave no comment', () => {
    expect(tidyDocs('  /**\n   * @schema X#port\n   */\n  readonly port: string;\n')).toBe(
      '  readonly port: string;\n',
    );
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as ts from 'typescript';

/**
 * The names that a compiled CommonJS file exports, in the order in which they appear, read without running it.
 *
 * Follows `export *` into other files of the package. Works on the compiler's output and on what `rewriteModule` makes
 * of it, so that the order in which files are rewritten does not matter.
 */
export function exportedNames(file: string): string[] {
  const names = new Set(ownExportedNames(parse(file, readFileSync(file, 'utf8'))));
  for (const specifier of exportStars(file)) {
    for (const name of exportedNames(createRequire(file).resolve(specifier))) {
      names.add(name);
    }
  }
  return [...names];
}

/** The names that a file exports itself, leaving out what `export *` adds. */
export function ownExportedNames(source: ts.SourceFile): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = assignedExport(node) ?? definedExport(node);
    if (name !== undefined && name !== '__esModule') {
      names.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...names];
}

/** Parses a compiled file, with parents set. */
export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
}

/** `"./x"` of `__exportStar(require("./x"), exports)`. */
export function exportStarSpecifier(statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) {
    return undefined;
  }
  const { expression: callee, arguments: args } = statement.expression;
  return calleeName(callee) === '__exportStar' && args.length === 2 ? requiredSpecifier(args[0]) : undefined;
}

/** `"./x"` of `require("./x")`, also within TypeScript's `__importStar(…)` and `__importDefault(…)`. */
export function requiredSpecifier(expression: ts.Expression): string | undefined {
  if (!ts.isCallExpression(expression) || expression.arguments.length !== 1) {
    return undefined;
  }
  const [argument] = expression.arguments;
  switch (calleeName(expression.expression)) {
    case 'require':
      return ts.isStringLiteral(argument) ? argument.text : undefined;
    case '__importStar':
    case '__importDefault':
      return requiredSpecifier(argument);
    default:
      return undefined;
  }
}

/** The name in `exports.name = …`, whatever the right-hand side. */
export function assignedExport(node: ts.Node): string | undefined {
  const assignment = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return assignment && isMemberOfExports(node.left) ? node.left.name.text : undefined;
}

function exportStars(file: string): string[] {
  return parse(file, readFileSync(file, 'utf8')).statements.flatMap((s) => exportStarSpecifier(s) ?? []);
}

/** The name in `Object.defineProperty(exports, "name", …)`, or the same with `Reflect`. */
export function definedExport(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !/^(Object|Reflect)\.defineProperty$/.test(node.expression.getText())) {
    return undefined;
  }
  const [target, name] = node.arguments;
  return ts.isIdentifier(target) && target.text === 'exports' && ts.isStringLiteral(name) ? name.text : undefined;
}

function isMemberOfExports(node: ts.Expression): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'exports';
}

function calleeName(callee: ts.Expression): string | undefined {
  return ts.isIdentifier(callee) ? callee.text : undefined;
}

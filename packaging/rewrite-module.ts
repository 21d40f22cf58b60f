import { builtinModules } from 'node:module';
import * as ts from 'typescript';
import {
  assignedExport,
  definedExport,
  exportStarSpecifier,
  ownExportedNames,
  parse,
  requiredSpecifier,
} from './exported-names';

/** A replacement of the characters from `start` to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes the top-level requires of a compiled CommonJS file lazy: a module is loaded when something of it is first used.
 *
 * - `const x = require("./x")` becomes a function that remembers, and each use of `x` a call, unless the file uses `x`
 *   while it loads itself (a base class, a static field), where nothing would be gained.
 * - `export * as x from` and `export * from` become getters. Their names are also assigned once, since that is how Node
 *   (cjs-module-lexer) learns which names an ES module can import from a CommonJS file. The getters are defined with
 *   `Reflect`, since an `Object.defineProperty` that does more than `return x.y` strikes the name off that list
 *   (cjs-module-lexer 1 and 2, `lexer.js`, `unsafeGetters`).
 *
 * Only text within lines changes, so line numbers in stack traces stay those of the compiler's output. Rewriting a
 * rewritten file changes nothing.
 *
 * @param text the compiled file
 * @param namesOf the names exported by a module that this file exports with `export * from`
 */
export function rewriteModule(text: string, namesOf: (specifier: string) => string[]): string {
  const source = parse('module.js', text);
  const edits: Edit[] = [];
  const taken = new Set(ownExportedNames(source));
  for (const statement of source.statements) {
    edits.push(
      ...(lazyRequire(source, statement) ?? lazyNamespace(statement) ?? lazyStar(statement, namesOf, taken) ?? []),
    );
  }
  return edits.length === 0 ? text : withoutSourceMap(apply(text, edits));
}

/** `const x = require("./x")`. */
function lazyRequire(source: ts.SourceFile, statement: ts.Statement): Edit[] | undefined {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) {
    return undefined;
  }
  const [{ name, initializer }] = statement.declarationList.declarations;
  if (!ts.isIdentifier(name) || !initializer || !isPackageOrFile(requiredSpecifier(initializer))) {
    return undefined;
  }
  const uses = identifiers(source, name.text).filter((identifier) => identifier !== name && !isMemberName(identifier));
  if (uses.some((use) => isDeclaration(use) || !isDeferred(use))) {
    return undefined;
  }
  return [
    replace(statement, rememberingFunction(name.text, initializer.getText())),
    ...uses.flatMap((use) => [replace(use, call(use)), ...definedWithReflect(use)]),
  ];
}

/** `exports.x = __importStar(require("./x"))`, which is what `export * as x from './x'` compiles to. */
function lazyNamespace(statement: ts.Statement): Edit[] | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) {
    return undefined;
  }
  const name = assignedExport(statement.expression);
  const { right } = statement.expression;
  if (name === undefined || !isPackageOrFile(requiredSpecifier(right))) {
    return undefined;
  }
  const load = `${name}_namespace`;
  return [replace(statement, `${rememberingFunction(load, right.getText())} ${getter(name, `${load}()`)}`)];
}

/** `__exportStar(require("./x"), exports)`. */
function lazyStar(
  statement: ts.Statement,
  namesOf: (specifier: string) => string[],
  taken: Set<string>,
): Edit[] | undefined {
  const specifier = exportStarSpecifier(statement);
  if (specifier === undefined || !specifier.startsWith('.')) {
    return undefined;
  }
  // As in the language: what the file names itself wins over what a star brings, and a star brings no default.
  const names = namesOf(specifier).filter((name) => name !== 'default' && !taken.has(name));
  if (names.length === 0) {
    return [replace(statement, `/* ${specifier} holds only types */`)];
  }
  names.forEach((name) => {
    taken.add(name);
  });
  const load = `star_${statement.getStart()}`;
  return [
    replace(
      statement,
      [
        `${names.map((name) => `exports.${name} = `).join('')}void 0;`,
        rememberingFunction(load, `require(${JSON.stringify(specifier)})`),
        ...names.map((name) => getter(name, `${load}().${name}`)),
      ].join(' '),
    ),
  ];
}

function rememberingFunction(name: string, load: string): string {
  return `let ${name}$; const ${name} = () => (${name}$ ??= ${load});`;
}

function getter(name: string, value: string): string {
  return `Reflect.defineProperty(exports, "${name}", { enumerable: true, get: function () { return ${value}; } });`;
}

/** `Object` to `Reflect` where the identifier stands in `Object.defineProperty(exports, "x", { get: … })`. */
function definedWithReflect(use: ts.Identifier): Edit[] {
  const definition = ts.findAncestor(use, (node) => definedExport(node) !== undefined);
  return definition ? [replace((definition as ts.CallExpression).expression, 'Reflect.defineProperty')] : [];
}

function call(use: ts.Identifier): string {
  if (ts.isShorthandPropertyAssignment(use.parent)) {
    return `${use.text}: ${use.text}()`;
  }
  // `new x().Y()` would construct x.
  return isWithinNewCallee(use) ? `(${use.text}())` : `${use.text}()`;
}

function isWithinNewCallee(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) {
    return parent.expression === node;
  }
  const isMember = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
  return isMember && parent.expression === node && isWithinNewCallee(parent);
}

/** Whether the code around the identifier runs only after the file has been loaded. */
function isDeferred(node: ts.Node): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    const named = (ts.isFunctionLike(parent) || ts.isPropertyDeclaration(parent)) && parent.name === child;
    if (named) {
      continue;
    }
    const field = ts.isPropertyDeclaration(parent) && !ts.getModifiers(parent)?.some((m) => isStatic(m));
    if (ts.isFunctionLike(parent) || field) {
      return true;
    }
  }
  return false;
}

function isStatic(modifier: ts.Modifier): boolean {
  return modifier.kind === ts.SyntaxKind.StaticKeyword;
}

function identifiers(source: ts.SourceFile, text: string): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === text) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `x` in `a.x`, `{ x: 1 }`, `class { x() {} }`, `const { x: y } = a`: a name of a member, which says nothing of the variable `x`. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    return parent.name === node;
  }
  if (ts.isBindingElement(parent)) {
    return parent.propertyName === node;
  }
  return (
    (ts.isPropertyAssignment(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElementLike(parent)) &&
    !ts.isShorthandPropertyAssignment(parent) &&
    parent.name === node
  );
}

/** A second variable, parameter, function or class of the same name: which one a use means is not ours to work out. */
function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionLike(parent) ||
      ts.isClassLike(parent)) &&
    parent.name === node
  );
}

function isPackageOrFile(specifier: string | undefined): boolean {
  return specifier !== undefined && !specifier.startsWith('node:') && !builtinModules.includes(specifier);
}

function replace(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), text };
}

function apply(text: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: added }) => result.slice(0, start) + added + result.slice(end), text);
}

/** A map of the text before the change would lead a debugger to the wrong columns. */
function withoutSourceMap(text: string): string {
  return text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}
